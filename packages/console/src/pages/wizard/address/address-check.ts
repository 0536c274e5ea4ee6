/** What the server sees at an address while it is typed: one question at a time counts, the latest. */
import type { AddressCheckView } from '@guichet/contract/set-up-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';

export type AddressState =
  | { kind: 'empty' }
  /** Somebody put their key here: nobody is asked about it. */
  | { kind: 'is-key' }
  /** `before`: what was last seen stays until there is news, so that the page does not jump with every letter. */
  | { kind: 'checking'; before?: AddressCheckView }
  | { kind: 'checked'; text: string; view: AddressCheckView }
  | { kind: 'failed'; failure: Failure };

/** Typing stands still this long before anybody is asked. */
const STILL_MS = 450;

export class AddressCheck {
  readonly #api: Pick<AdminApi, 'checkAddress'>;
  readonly #state = signal<AddressState>({ kind: 'empty' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  constructor(api: Pick<AdminApi, 'checkAddress'>) {
    this.#api = api;
  }

  get state(): ReadonlySignal<AddressState> {
    return this.#state;
  }

  /** Another letter. Asks when the typing stands still. */
  typed(text: string): void {
    this.stop();
    if (text.trim() === '' || isKey(text)) {
      this.#state.value = { kind: isKey(text) ? 'is-key' : 'empty' };
      return;
    }
    this.#wait();
    this.#timer = setTimeout(() => void this.now(text), STILL_MS);
  }

  /** Asks at once: the same address again, or one that somebody goes on with. */
  async now(text: string): Promise<AddressState> {
    this.stop();
    if (isKey(text)) return this.#state.value;
    const turn = this.#latest;
    this.#wait();
    const outcome = await this.#api.checkAddress(text);
    if (turn === this.#latest) {
      this.#state.value = outcome.ok
        ? { kind: 'checked', text, view: outcome.value }
        : { kind: 'failed', failure: outcome.failure };
    }
    return this.#state.value;
  }

  /** Whatever is still on its way does not count any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#latest++;
  }

  #wait(): void {
    const before = this.#state.value;
    if (before.kind === 'checked') this.#state.value = { kind: 'checking', before: before.view };
    else if (before.kind !== 'checking') this.#state.value = { kind: 'checking' };
  }
}

/** As keys of Open WebUI and of most providers begin, and session tokens; no address does. */
function isKey(text: string): boolean {
  return /^\s*(?:\w+=)?["']?(?:sk-|eyJ)[\w.-]{12,}/.test(text);
}
