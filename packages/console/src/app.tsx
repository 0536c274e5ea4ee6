import { useEffect } from 'preact/hooks';
import { currentPath, goTo } from './address.ts';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';
import { UnreachablePage } from './pages/unreachable/unreachable-page.tsx';
import { announce } from './parts/announcer.tsx';
import type { PageParts } from './parts/lazy-page.tsx';
import { Shell } from './parts/shell.tsx';
import { firstPlace, listedPlaces, PLACES } from './places.tsx';
import { currentTexts } from './text/texts.ts';
import { failureText } from './words/failure-text.ts';

export function App(parts: PageParts) {
  const { session } = parts;
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
      return <UnreachablePage session={session} failure={state.failure} />;
    case 'signed-out':
      return <SignInPage session={session} state={state} />;
    case 'signed-in':
      return <Inside {...parts} />;
    default:
      return state satisfies never;
  }
}

function Inside(parts: PageParts) {
  const { session, wizard } = parts;
  const texts = currentTexts();
  const path = currentPath();
  const here = PLACES.find((place) => place.path === path.replace(/\/$/, ''));
  const isEntrance = path === '/console/' || path === '/console';
  const isSetUp = wizard.isFinished.value;
  useEffect(() => {
    void wizard.load();
    return () => wizard.forget();
  }, [wizard]);
  useEffect(() => {
    // Where one should go first is known as soon as the server has said how far the set-up is.
    if (isEntrance && isSetUp !== undefined) goTo(firstPlace(isSetUp).path, 'replace');
  }, [isEntrance, isSetUp]);

  async function signOut(): Promise<void> {
    const failure = await session.signOut();
    if (failure) announce(failureText(failure, texts, window.location.origin));
  }

  const title = here?.title(texts) ?? (isEntrance ? texts.console : texts.unknownPlace.title);
  return (
    <Shell title={title} places={listedPlaces(isSetUp ?? true)} here={here} onSignOut={() => void signOut()}>
      {here?.page(parts)}
      {isEntrance && <p class="waiting">{texts.loading}</p>}
      {!here && !isEntrance && <UnknownPlace />}
    </Shell>
  );
}

function UnknownPlace() {
  const { title, text, toConsole } = currentTexts().unknownPlace;
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/console/">{toConsole}</a>
      </p>
    </>
  );
}
