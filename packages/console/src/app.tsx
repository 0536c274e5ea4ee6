import { useEffect } from 'preact/hooks';
import { currentPath, goTo } from './address.ts';
import type { AdminApi } from './admin-api/admin-api.ts';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';
import { announce } from './parts/announcer.tsx';
import { Button } from './parts/button.tsx';
import { FailureNotice } from './parts/failure-notice.tsx';
import { Shell } from './parts/shell.tsx';
import { FIRST_PLACE, PLACES } from './places.tsx';
import type { Session } from './session/session.ts';
import { currentTexts } from './text/texts.ts';
import { failureText } from './words/failure-text.ts';

export function App({ api, session }: { api: AdminApi; session: Session }) {
  const texts = currentTexts();
  const state = session.state.value;
  switch (state.kind) {
    case 'checking':
      return (
        <Shell title={texts.console} places={[]}>
          <p class="waiting">{texts.loading}</p>
        </Shell>
      );
    case 'unreachable':
      return (
        <Shell title={texts.console} places={[]}>
          <h1>{texts.console}</h1>
          <FailureNotice failure={state.failure} />
          <div class="actions">
            <Button onPress={() => void session.open()}>{texts.tryAgain}</Button>
          </div>
        </Shell>
      );
    case 'signed-out':
      return <SignInPage session={session} state={state} />;
    case 'signed-in':
      return <Inside api={api} session={session} />;
    default:
      return state satisfies never;
  }
}

function Inside({ api, session }: { api: AdminApi; session: Session }) {
  const texts = currentTexts();
  const path = currentPath();
  const here = PLACES.find((place) => place.path === path.replace(/\/$/, ''));
  const isEntrance = path === '/console/' || path === '/console';
  useEffect(() => {
    if (isEntrance) goTo(FIRST_PLACE.path, 'replace');
  }, [isEntrance]);

  async function signOut(): Promise<void> {
    const failure = await session.signOut();
    if (failure) announce(failureText(failure, texts, window.location.origin));
  }

  const title = here?.title(texts) ?? (isEntrance ? texts.console : texts.unknownPlace.title);
  return (
    <Shell title={title} places={PLACES} here={here} onSignOut={() => void signOut()}>
      {here ? here.page(api) : !isEntrance && <UnknownPlace />}
    </Shell>
  );
}

function UnknownPlace() {
  const { title, text, toKeys } = currentTexts().unknownPlace;
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={FIRST_PLACE.path}>{toKeys}</a>
      </p>
    </>
  );
}
