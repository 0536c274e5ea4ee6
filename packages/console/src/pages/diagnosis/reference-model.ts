/** What was behind the error that a visitor quotes. */
import type { VisitorErrorView } from '@guichet/contract/diagnosis-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';

export type ReferenceState =
  | { kind: 'none' }
  | { kind: 'looking'; ref: string }
  | { kind: 'known'; error: VisitorErrorView }
  | { kind: 'unknown'; ref: string }
  | { kind: 'failed'; ref: string; failure: Failure };

export class ReferenceModel {
  readonly #api: AdminApi;
  readonly #state = signal<ReferenceState>({ kind: 'none' });

  constructor(api: AdminApi) {
    this.#api = api;
  }

  get state(): ReadonlySignal<ReferenceState> {
    return this.#state;
  }

  async lookUp(text: string): Promise<void> {
    const ref = referenceFrom(text);
    this.#state.value = { kind: 'looking', ref };
    const outcome = await this.#api.visitorError(ref);
    const state = this.#state.value;
    // Meanwhile somebody asked for another one.
    if (state.kind !== 'looking' || state.ref !== ref) return;
    if (outcome.ok) this.#state.value = { kind: 'known', error: outcome.value };
    else if (outcome.failure.code === 'not-found') this.#state.value = { kind: 'unknown', ref };
    else this.#state.value = { kind: 'failed', ref, failure: outcome.failure };
  }

  /** The server's sentences are in the language they were asked for in. */
  async languageChanged(): Promise<void> {
    const state = this.#state.value;
    if (state.kind === 'known') await this.lookUp(state.error.ref);
  }
}

/** The letters and digits of references, as the server makes them. */
const FOUR = '[2-9A-HJKMNP-TV-Z]{4}';
const WRITTEN = [new RegExp(`\\b(${FOUR})[-–—‑](${FOUR})\\b`), new RegExp(`\\b(${FOUR})\\s?(${FOUR})\\b`)];

/** As people pass a reference on: in small letters, with a word before it, without its hyphen, with a full stop behind it. */
export function referenceFrom(text: string): string {
  const spoken = text.toUpperCase();
  const found = WRITTEN.map((form) => form.exec(spoken)).find((match) => match !== null);
  return found ? `${found[1]}-${found[2]}` : text.trim();
}
