/** From the restriction as it is to the one that closes what Guichet does not need, and back. A choice of its own. */
import type { AllowListView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import type { Failure, Outcome } from '../../../admin-api/outcome.ts';
import type { AdministratorSession } from '../lent-sign-in/administrator-session.ts';
import { LentSignIn } from '../lent-sign-in/lent-sign-in.ts';

export type AllowListStep =
  | { kind: 'closed' }
  | { kind: 'sign-in' }
  | { kind: 'looking' }
  /** `said`: what was done last, in the server's words. */
  | { kind: 'shown'; view: AllowListView; said?: { ok: boolean; text: string }; failure?: Failure }
  | { kind: 'failed'; failure: Failure };

export interface AllowListParts {
  api: Pick<AdminApi, 'signInAtOpenWebUi' | 'proposeAllowList' | 'applyAllowList' | 'undoAllowList'>;
  administrator: AdministratorSession;
  /** The restriction is another one now. */
  onChanged: () => Promise<void>;
  /** Something was written into the audit log. */
  onHappened: () => Promise<void>;
}

export class AllowListModel {
  readonly #parts: AllowListParts;
  readonly signIn: LentSignIn;
  readonly #step = signal<AllowListStep>({ kind: 'closed' });

  constructor(parts: AllowListParts) {
    this.#parts = parts;
    this.signIn = new LentSignIn({
      api: parts.api,
      onRefused: parts.onHappened,
      onSession: async (session) => {
        parts.administrator.take(session);
        await parts.onHappened();
        if (this.#step.value.kind === 'sign-in') await this.open();
      },
    });
  }

  get step(): ReadonlySignal<AllowListStep> {
    return this.#step;
  }

  close(): void {
    this.signIn.beginAgain();
    this.#step.value = { kind: 'closed' };
  }

  otherAdministrator(): void {
    this.#parts.administrator.forget();
    this.signIn.beginAgain();
    this.#step.value = { kind: 'sign-in' };
  }

  /** Looks what a restriction would change; signs in first where nobody is. */
  async open(): Promise<void> {
    if (this.#ticket === undefined) {
      this.signIn.beginAgain();
      this.#step.value = { kind: 'sign-in' };
      return;
    }
    this.#step.value = { kind: 'looking' };
    await this.#look();
  }

  async apply(): Promise<void> {
    const { api, onChanged } = this.#parts;
    const outcome = await this.#ask((ticket) => api.applyAllowList(ticket));
    if (!outcome) return;
    await this.#look({ ok: true, text: outcome.text });
    await onChanged();
  }

  async undo(): Promise<void> {
    const { api, onChanged } = this.#parts;
    const outcome = await this.#ask((ticket) => api.undoAllowList(ticket));
    if (!outcome) return;
    await this.#look(outcome);
    await onChanged();
  }

  /** The server's sentences are in the language they were asked for in. */
  async languageChanged(): Promise<void> {
    const { kind } = this.#step.value;
    if (kind === 'shown' || kind === 'failed') await this.#look();
  }

  get #ticket(): string | undefined {
    return this.#parts.administrator.session.value?.ticket;
  }

  async #look(said?: { ok: boolean; text: string }): Promise<void> {
    const view = await this.#ask((ticket) => this.#parts.api.proposeAllowList(ticket));
    if (view) this.#step.value = { kind: 'shown', view, ...(said && { said }) };
  }

  /** @returns undefined when it failed, which is then what is shown */
  async #ask<Value>(request: (ticket: string) => Promise<Outcome<Value>>): Promise<Value | undefined> {
    const ticket = this.#ticket;
    if (ticket === undefined) {
      this.#step.value = { kind: 'sign-in' };
      return undefined;
    }
    const outcome = await request(ticket);
    if (outcome.ok) return outcome.value;
    const { failure } = outcome;
    const step = this.#step.value;
    if (failure.code === 'ticket-expired') {
      this.#parts.administrator.forget();
      this.signIn.beginAgain(failure);
      this.#step.value = { kind: 'sign-in' };
    } else if (step.kind === 'shown') this.#step.value = { kind: 'shown', view: step.view, failure };
    else this.#step.value = { kind: 'failed', failure };
    return undefined;
  }
}
