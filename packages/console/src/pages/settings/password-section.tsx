import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { announce } from '../../parts/announcer.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Session } from '../../session/session.ts';
import { passwordTexts } from '../../text/password/texts.ts';
import { NewPasswordForm } from '../password/new-password-form.tsx';

/** Chooses the password of the console, or another one. */
export function PasswordSection({ api, session }: { api: AdminApi; session: Session }) {
  const words = passwordTexts();
  const kept = useSignal<'first' | 'other' | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasPassword = session.hasPassword.value;
  const said = kept.value && (kept.value === 'first' ? words.doneFirst : words.done);
  return (
    <section id="password" aria-labelledby="password-heading">
      <h2 id="password-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p>{hasPassword ? words.lead : words.none}</p>
      {said && <Notice tone="ok" title={said} />}
      <NewPasswordForm
        api={api}
        hasPassword={hasPassword}
        onKept={() => {
          kept.value = hasPassword ? 'other' : 'first';
          announce(hasPassword ? words.done : words.doneFirst);
          session.hasChosenPassword();
          heading.current?.focus();
        }}
      />
      {hasPassword && <p class="muted">{words.forgotten}</p>}
    </section>
  );
}
