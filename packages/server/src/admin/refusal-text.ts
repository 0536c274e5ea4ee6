/** A sign-in that did not end in a session, in words. */
import type { Cause } from '@guichet/contract/cause';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { CodeOutcome, SignInOutcome } from '@guichet/openwebui/key-exchange';
import type { ServerTexts } from '../text/server-texts.ts';

export interface SignInTexts {
  server: ServerTexts;
  causes: CauseTexts;
}

export interface RefusalText {
  cause: Cause | 'unknown';
  text: string;
  /** Seconds. */
  retryAfter?: number;
}

type Refused = Exclude<SignInOutcome | CodeOutcome, { kind: 'session' }> | { kind: 'not-taken' };

export function refusalText(outcome: Refused, { server, causes }: SignInTexts): RefusalText {
  const texts = server.signIn;
  switch (outcome.kind) {
    case 'second-factor':
      return { cause: 'second-factor-required', text: texts.secondFactor[outcome.step] };
    case 'pending':
      return { cause: 'account-pending', text: causes['account-pending'] };
    case 'limited':
      return {
        cause: 'unknown',
        text: texts.limited(outcome.limit.count, outcome.retryAfter),
        retryAfter: outcome.retryAfter,
      };
    case 'refused':
      // Said of a person's sign-in, not of the credential that answers are asked with: none of the causes fits.
      return { cause: 'unknown', text: texts.refused[outcome.why] };
    case 'failed':
      return { cause: outcome.failure.cause, text: causes[outcome.failure.cause] };
    case 'not-taken':
      return { cause: 'session-token-rejected', text: causes['session-token-rejected'] };
    default:
      return outcome satisfies never;
  }
}
