/** Signing in again by itself, where API keys stay off. The password passes through; the server keeps it sealed. */
import type { RenewalView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';
import type { KeysModel } from '../keys-model.ts';

type RenewalApi = Pick<AdminApi, 'renewal' | 'chooseRenewal' | 'endRenewal'>;

export class RenewalModel {
  readonly #api: RenewalApi;
  readonly #keys: Pick<KeysModel, 'load'>;
  readonly #view = signal<RenewalView | undefined>(undefined);
  readonly #failure = signal<Failure | undefined>(undefined);
  /** It was switched off here. */
  readonly #hasEnded = signal(false);

  constructor(api: RenewalApi, keys: Pick<KeysModel, 'load'>) {
    this.#api = api;
    this.#keys = keys;
  }

  get view(): ReadonlySignal<RenewalView | undefined> {
    return this.#view;
  }

  /** Why it could not be switched on, or off. */
  get failure(): ReadonlySignal<Failure | undefined> {
    return this.#failure;
  }

  get hasEnded(): ReadonlySignal<boolean> {
    return this.#hasEnded;
  }

  async load(): Promise<void> {
    const outcome = await this.#api.renewal();
    if (outcome.ok) this.#view.value = outcome.value;
  }

  /** @returns whether it is on now */
  async choose(email: string, password: string): Promise<boolean> {
    this.#failure.value = undefined;
    const outcome = await this.#api.chooseRenewal({ email, password });
    if (outcome.ok) {
      this.#hasEnded.value = false;
      this.#view.value = outcome.value;
    } else this.#failure.value = outcome.failure;
    await this.#keys.load();
    return outcome.ok;
  }

  async end(): Promise<void> {
    this.#failure.value = undefined;
    const outcome = await this.#api.endRenewal();
    // Nothing was kept any more: it is off all the same.
    const isOff = outcome.ok || outcome.failure.code === 'not-found';
    if (isOff) {
      this.#hasEnded.value = true;
      this.#view.value = { on: false };
    } else if (!outcome.ok) this.#failure.value = outcome.failure;
    await this.#keys.load();
  }

  /** What the server said was in another language. */
  languageChanged(): void {
    this.#failure.value = undefined;
  }
}
