/** Walks through a sign-in at Open WebUI, second step included, up to the session. Secrets pass through. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi, Lent } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';
import {
  afterFailure,
  afterSignIn,
  BEGINNING,
  type ExchangeStep,
  type LentSession,
  withoutSentences,
} from '../exchange/exchange-step.ts';
import type { SignInTaker } from './sign-in-taker.ts';

export interface LentSignInParts {
  api: Pick<AdminApi, 'signInAtOpenWebUi'>;
  onSession: (session: LentSession) => Promise<void>;
  /** Something was written into the audit log. */
  onRefused: () => Promise<void>;
}

export class LentSignIn implements SignInTaker {
  readonly #parts: LentSignInParts;
  readonly #step = signal<ExchangeStep>(BEGINNING);

  constructor(parts: LentSignInParts) {
    this.#parts = parts;
  }

  get step(): ReadonlySignal<ExchangeStep> {
    return this.#step;
  }

  /** @param failure why it has to be done again */
  beginAgain(failure?: Failure): void {
    this.#step.value = failure ? { kind: 'lend', failure } : BEGINNING;
  }

  languageChanged(): void {
    this.#step.value = withoutSentences(this.#step.value);
  }

  async lend(lent: Lent): Promise<void> {
    this.#step.value = BEGINNING;
    await this.#signIn(lent);
  }

  async answerCode(code: string, recovery: boolean): Promise<void> {
    const step = this.#step.value;
    if (step.kind === 'code') await this.#signIn({ ticket: step.ticket, code, recovery });
  }

  async #signIn(lent: Parameters<AdminApi['signInAtOpenWebUi']>[0]): Promise<void> {
    const before = this.#step.value;
    const outcome = await this.#parts.api.signInAtOpenWebUi(lent);
    const next = outcome.ok ? afterSignIn(outcome.value, before) : afterFailure(outcome.failure, before);
    if ('session' in next) {
      this.#step.value = BEGINNING;
      return this.#parts.onSession(next.session);
    }
    this.#step.value = next;
    await this.#parts.onRefused();
  }
}
