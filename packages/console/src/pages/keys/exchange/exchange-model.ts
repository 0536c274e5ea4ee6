/**
 * Walks from a lent sign-in to a key that does not expire. Secrets pass through: nothing of them is kept here. Other
 * sections that need a sign-in at Open WebUI can start from `session`.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi, CreateWish, Lent } from '../../../admin-api/admin-api.ts';
import type { KeysModel } from '../keys-model.ts';
import {
  afterExchange,
  afterFailure,
  afterSignIn,
  BEGINNING,
  type ExchangeStep,
  type LentSession,
  withoutSentences,
} from './exchange-step.ts';

export class ExchangeModel {
  readonly #api: AdminApi;
  readonly #keys: KeysModel;
  readonly #step = signal<ExchangeStep>(BEGINNING);

  constructor(api: AdminApi, keys: KeysModel) {
    this.#api = api;
    this.#keys = keys;
  }

  get step(): ReadonlySignal<ExchangeStep> {
    return this.#step;
  }

  beginAgain(): void {
    this.#step.value = BEGINNING;
  }

  async lend(lent: Lent): Promise<void> {
    this.#step.value = BEGINNING;
    await this.#signIn(lent);
  }

  async answerCode(code: string, recovery: boolean): Promise<void> {
    const step = this.#step.value;
    if (step.kind === 'code') await this.#signIn({ ticket: step.ticket, code, recovery });
  }

  /** The page speaks another language now: what the server said is asked for again, or dropped. */
  async languageChanged(): Promise<void> {
    const step = this.#step.value;
    // Not a look that the person asked for.
    if (step.kind === 'keys-off') this.#step.value = { ...step, looks: 0 };
    if (step.kind === 'keys-off' || step.kind === 'failed') await this.look(step.session);
    else this.#step.value = withoutSentences(step);
  }

  /** Looks for the account's key and takes it; makes one only as far as `create` allows. */
  async look(session: LentSession, create: CreateWish = 'never'): Promise<void> {
    const before = this.#step.value;
    const outcome = await this.#api.exchange(session.ticket, create);
    // The page shows the new key before it says that there is one.
    if (outcome.ok && outcome.value.kind === 'done') await this.#keys.took(outcome.value.credential);
    this.#step.value = outcome.ok
      ? afterExchange(outcome.value, session, before)
      : afterFailure(outcome.failure, before);
    if (!outcome.ok || outcome.value.kind !== 'done') await this.#keys.happened();
  }

  async #signIn(lent: Parameters<AdminApi['signInAtOpenWebUi']>[0]): Promise<void> {
    const before = this.#step.value;
    const outcome = await this.#api.signInAtOpenWebUi(lent);
    const next = outcome.ok ? afterSignIn(outcome.value, before) : afterFailure(outcome.failure, before);
    this.#step.value = next;
    if (next.kind === 'looking') await this.look(next.session);
    else await this.#keys.happened();
  }
}
