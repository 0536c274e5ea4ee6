/** What the key in use can reach: tried when asked for, dropped when another key takes its place. */
import type { ReachView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';

export interface ReachState {
  view?: ReachView;
  failure?: Failure;
}

export class ReachModel {
  readonly #api: Pick<AdminApi, 'reach'>;
  readonly #state = signal<ReachState>({});
  #looks = 0;

  constructor(api: Pick<AdminApi, 'reach'>) {
    this.#api = api;
  }

  get state(): ReadonlySignal<ReachState> {
    return this.#state;
  }

  async look(): Promise<void> {
    const look = ++this.#looks;
    const outcome = await this.#api.reach();
    if (look !== this.#looks) return;
    const { view } = this.#state.value;
    this.#state.value = outcome.ok ? { view: outcome.value } : { ...(view && { view }), failure: outcome.failure };
  }

  /** It was of another key. */
  forget(): void {
    this.#looks++;
    this.#state.value = {};
  }

  /** The server's sentences are in the language they were asked for in. */
  async languageChanged(): Promise<void> {
    if (this.#state.value.view) await this.look();
    else this.forget();
  }
}
