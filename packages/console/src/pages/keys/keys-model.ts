/** What the keys page knows: the credential in use and what happened, both as the server last said. */
import type { AuditEntryView, CredentialView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure, Outcome } from '../../admin-api/outcome.ts';

/** A credential, and when it was read: its seconds count from there. */
export interface ReadCredential {
  view: CredentialView;
  /** Milliseconds, of this browser's clock. */
  readAt: number;
}

export class KeysModel {
  readonly #api: AdminApi;
  readonly #now: () => number;
  readonly #credential = signal<ReadCredential | undefined>(undefined);
  readonly #credentialFailure = signal<Failure | undefined>(undefined);
  readonly #entries = signal<readonly AuditEntryView[] | undefined>(undefined);
  readonly #entriesFailure = signal<Failure | undefined>(undefined);

  #changes = 0;

  constructor(api: AdminApi, now: () => number = Date.now) {
    this.#api = api;
    this.#now = now;
  }

  get credential(): ReadonlySignal<ReadCredential | undefined> {
    return this.#credential;
  }

  get credentialFailure(): ReadonlySignal<Failure | undefined> {
    return this.#credentialFailure;
  }

  get entries(): ReadonlySignal<readonly AuditEntryView[] | undefined> {
    return this.#entries;
  }

  get entriesFailure(): ReadonlySignal<Failure | undefined> {
    return this.#entriesFailure;
  }

  async load(): Promise<void> {
    await Promise.all([this.reload(), this.#loadEntries()]);
  }

  /** Reads the credential again. What is shown stays when that fails. */
  async reload(): Promise<void> {
    const changes = this.#changes;
    const outcome = await this.#api.credential();
    // What was read before a change must not show up after it.
    if (changes === this.#changes) this.#take(outcome);
  }

  async probe(): Promise<Outcome<CredentialView>> {
    return this.#changed(await this.#api.probe());
  }

  async replace(text: string): Promise<Outcome<CredentialView>> {
    return this.#changed(await this.#api.replaceCredential(text));
  }

  async remove(): Promise<Outcome<CredentialView>> {
    return this.#changed(await this.#api.removeCredential());
  }

  /** Another part of the page got a new credential. */
  async took(view: CredentialView): Promise<void> {
    await this.#takeProven(view);
    await this.#loadEntries();
  }

  /** Something was done that is written into the list. */
  async happened(): Promise<void> {
    await this.#loadEntries();
  }

  async #changed(outcome: Outcome<CredentialView>): Promise<Outcome<CredentialView>> {
    if (outcome.ok) await this.#takeProven(outcome.value);
    await this.#loadEntries();
    return outcome;
  }

  /** Right after a change the server has not asked with the new key yet; nobody should have to wait for its word. */
  async #takeProven(view: CredentialView): Promise<void> {
    this.#changes++;
    const proven = view.state.kind === 'unproven' && view.held ? await this.#api.probe() : undefined;
    this.#take(proven?.ok ? proven : { ok: true, value: view });
  }

  #take(outcome: Outcome<CredentialView>): void {
    this.#credentialFailure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#credential.value = { view: outcome.value, readAt: this.#now() };
  }

  async #loadEntries(): Promise<void> {
    const outcome = await this.#api.audit();
    this.#entriesFailure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#entries.value = outcome.value.entries;
  }
}
