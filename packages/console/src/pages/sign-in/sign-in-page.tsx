import { useSignal } from '@preact/signals';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Command } from '../../parts/command.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shell } from '../../parts/shell.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { linkFrom } from '../../session/link-from.ts';
import type { Session, SessionState } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';

export interface SignInPageProps {
  session: Session;
  state: Extract<SessionState, { kind: 'signed-out' }>;
}

/** In by a link that works once; says who can make one and how. */
export function SignInPage({ session, state }: SignInPageProps) {
  const texts = currentTexts();
  const text = useSignal('');
  const isWrong = useSignal(false);
  const signIn = useAction(async () => {
    const link = linkFrom(text.value);
    isWrong.value = link === undefined;
    if (link === undefined) return announce(texts.signIn.notALink);
    text.value = '';
    await session.signIn(link);
  });
  const { failure, why } = state;

  return (
    <Shell title={texts.signIn.title} places={[]}>
      <h1>{texts.signIn.title}</h1>
      {failure && <FailureNotice failure={failure} />}
      {!failure && why && <Notice tone="info" title={why === 'ended' ? texts.signIn.ended : texts.signIn.signedOut} />}
      <p>{texts.signIn.lead}</p>
      <p class="label-above">{texts.signIn.onServer}</p>
      <Command text="npx guichet admin link" />
      <p class="label-above">{texts.signIn.inContainer}</p>
      <Command text="docker compose exec guichet node packages/server/src/cli.ts admin link" />
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          signIn.run();
        }}
      >
        <TextField
          id="link"
          label={texts.signIn.field}
          hint={texts.signIn.howTo}
          value={text}
          type="password"
          autocomplete="one-time-code"
          error={isWrong.value ? texts.signIn.notALink : undefined}
        />
        <div class="actions">
          <Button look="main" type="submit" busy={signIn.busy.value} busyLabel={texts.signIn.checking}>
            {texts.signIn.submit}
          </Button>
        </div>
      </form>
    </Shell>
  );
}
