import { currentPath, DIAGNOSIS_PATH } from '../../address.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shell } from '../../parts/shell.tsx';
import type { Session, SessionState } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';
import { LinkSignIn } from './link-sign-in.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';

export interface SignInPageProps {
  session: Session;
  state: Extract<SessionState, { kind: 'signed-out' }>;
}

/** In by the password once there is one, else by a link that works once; says how to get a link when it is forgotten. */
export function SignInPage({ session, state }: SignInPageProps) {
  const words = currentTexts().signIn;
  const { failure, why, hasPassword, isNew } = state;
  const isWrong = hasPassword && failure?.code === 'password-wrong';
  return (
    <Shell title={words.title} places={[]}>
      <h1>{words.title}</h1>
      {currentPath() === DIAGNOSIS_PATH && <p class="lead">{currentTexts().diagnosis.signInLead}</p>}
      {failure && !isWrong && <FailureNotice failure={failure} />}
      {!failure && why && <Notice tone="info" title={why === 'ended' ? words.ended : words.signedOut} />}
      {hasPassword ? (
        <>
          <PasswordSignIn session={session} refusal={isWrong ? failure : undefined} />
          <details class="fold forgotten">
            <summary>{words.forgotten}</summary>
            <p>{words.forgottenLead}</p>
            <LinkSignIn session={session} look="second" />
          </details>
        </>
      ) : (
        <>
          <p>{isNew ? words.leadNew : words.lead}</p>
          <LinkSignIn session={session} look="main" />
        </>
      )}
    </Shell>
  );
}
