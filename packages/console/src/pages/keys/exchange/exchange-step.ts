/** The steps from a lent sign-in to a key, and which one follows which answer. Pure. */
import type {
  CredentialDescriptionView,
  ExchangeView,
  MenuStepView,
  OpenWebUiSignInView,
} from '@guichet/contract/admin-api';
import type { Failure } from '../../../admin-api/outcome.ts';

/** A sign-in that the server holds for ten minutes. */
export interface LentSession {
  ticket: string;
  email?: string;
  role: string;
}

export type ExchangeStep =
  /** Whose sign-in? `retryAfter`: seconds until Open WebUI takes another try. */
  | { kind: 'lend'; refusal?: string; retryAfter?: number; failure?: Failure }
  | { kind: 'code'; ticket: string; refusal?: string; retryAfter?: number; failure?: Failure }
  /** The next step is to be taken in Open WebUI itself. */
  | { kind: 'elsewhere'; step: 'enroll' | 'recover' }
  | { kind: 'administrator'; session: LentSession }
  | { kind: 'looking'; session: LentSession }
  | { kind: 'no-key'; session: LentSession; failure?: Failure }
  | { kind: 'would-replace'; session: LentSession; failure?: Failure }
  | { kind: 'keys-off'; session: LentSession; text: string; steps: MenuStepView[]; looks: number; failure?: Failure }
  /** `mayReplace`: there is a key that does not work, or none can be read; a new one can be made in its place. */
  | { kind: 'failed'; session: LentSession; text?: string; failure?: Failure; mayReplace: boolean }
  | { kind: 'done'; created: boolean; replacedOld: boolean; held: CredentialDescriptionView | undefined };

export const BEGINNING: ExchangeStep = { kind: 'lend' };

export function afterSignIn(view: OpenWebUiSignInView, before: ExchangeStep): ExchangeStep {
  switch (view.kind) {
    case 'session': {
      const { ticket, role, email } = view;
      const session = { ticket, role, ...(email !== undefined && { email }) };
      return { kind: role === 'admin' ? 'administrator' : 'looking', session };
    }
    case 'second-factor':
      return view.step === 'verify' ? { kind: 'code', ticket: view.ticket } : { kind: 'elsewhere', step: view.step };
    case 'refused': {
      const why = { refusal: view.text, ...(view.retryAfter !== undefined && { retryAfter: view.retryAfter }) };
      return before.kind === 'code' ? { kind: 'code', ticket: before.ticket, ...why } : { kind: 'lend', ...why };
    }
    default:
      return view satisfies never;
  }
}

export function afterExchange(view: ExchangeView, session: LentSession, before: ExchangeStep): ExchangeStep {
  switch (view.kind) {
    case 'done':
      return { kind: 'done', created: view.created, replacedOld: view.replacedOld, held: view.credential.held };
    case 'no-key':
    case 'would-replace':
      return { kind: view.kind, session };
    case 'keys-off': {
      const looks = before.kind === 'keys-off' ? before.looks + 1 : 1;
      return { kind: 'keys-off', session, text: view.text, steps: view.steps, looks };
    }
    case 'failed':
      return { kind: 'failed', session, text: view.text, mayReplace: MAY_REPLACE.has(view.cause) };
    default:
      return view satisfies never;
  }
}

/** The request itself failed: what was reached stays, unless the sign-in is no longer held. */
export function afterFailure(failure: Failure, before: ExchangeStep): ExchangeStep {
  if (failure.code === 'ticket-expired') return { kind: 'lend', failure };
  switch (before.kind) {
    case 'looking':
      return { kind: 'failed', session: before.session, failure, mayReplace: false };
    case 'lend':
      return { kind: 'lend', failure };
    case 'code':
      return { kind: 'code', ticket: before.ticket, failure };
    case 'no-key':
    case 'would-replace':
    case 'keys-off':
      return { ...before, failure };
    case 'failed':
      return { ...before, failure };
    default:
      return before;
  }
}

/** The server's sentences are in the language they were asked for in; what cannot be asked again goes without them. */
export function withoutSentences(step: ExchangeStep): ExchangeStep {
  switch (step.kind) {
    case 'lend':
      return BEGINNING;
    case 'code':
      return { kind: 'code', ticket: step.ticket };
    case 'no-key':
    case 'would-replace':
      return { kind: step.kind, session: step.session };
    default:
      return step;
  }
}

/** With these the account's key, and not its sign-in, is what does not work. */
const MAY_REPLACE: ReadonlySet<string> = new Set(['key-unknown', 'unknown']);
