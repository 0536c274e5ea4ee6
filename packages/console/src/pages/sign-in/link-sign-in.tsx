import { useSignal } from '@preact/signals';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Command } from '../../parts/command.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { linkFrom } from '../../session/link-from.ts';
import type { Session } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';

/** The two commands that make a link, and a field for one that cannot be opened here. */
export function LinkSignIn({ session, look }: { session: Session; look: 'main' | 'second' }) {
  const words = currentTexts().signIn;
  const text = useSignal('');
  const isWrong = useSignal(false);
  const signIn = useAction(async () => {
    const link = linkFrom(text.value);
    isWrong.value = link === undefined;
    if (link === undefined) return announce(words.notALink);
    text.value = '';
    await session.signIn({ link });
  });
  return (
    <>
      <p class="label-above">{words.onServer}</p>
      <Command text="npx guichet admin link" />
      <p class="label-above">{words.inContainer}</p>
      <Command text="docker compose exec guichet npx guichet admin link" />
      <Form class="form" onSubmit={signIn.run}>
        <TextField
          id="link"
          label={words.field}
          hint={words.howTo}
          value={text}
          type="password"
          autocomplete="one-time-code"
          error={isWrong.value ? words.notALink : undefined}
        />
        <div class="actions">
          <Button look={look} type="submit" busy={signIn.busy.value} busyLabel={words.checking}>
            {look === 'main' ? words.submit : words.submitLink}
          </Button>
        </div>
      </Form>
    </>
  );
}
