/** Whether this browser may see the console, and how it gets in. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../admin-api/admin-api.ts';
import type { Failure } from '../admin-api/outcome.ts';

export type SessionState =
  | { kind: 'checking' }
  /** `why`: it was over, or the operator left. `failure`: a link was not taken. */
  | { kind: 'signed-out'; why?: 'ended' | 'left'; failure?: Failure }
  | { kind: 'signed-in' }
  | { kind: 'unreachable'; failure: Failure };

export class Session {
  readonly #api: () => AdminApi;
  readonly #state = signal<SessionState>({ kind: 'checking' });

  /** @param api asked for late, because the interface in turn tells the session when it is over */
  constructor(api: () => AdminApi) {
    this.#api = api;
  }

  get state(): ReadonlySignal<SessionState> {
    return this.#state;
  }

  /** @param link the token of a one-time link, when the page was opened with one */
  async open(link?: string): Promise<void> {
    if (link !== undefined) return this.signIn(link);
    this.#state.value = { kind: 'checking' };
    const outcome = await this.#api().session();
    if (!outcome.ok) this.#state.value = { kind: 'unreachable', failure: outcome.failure };
    else this.#state.value = { kind: outcome.value.signedIn ? 'signed-in' : 'signed-out' };
  }

  async signIn(link: string): Promise<void> {
    const outcome = await this.#api().signIn(link);
    if (outcome.ok) {
      this.#state.value = { kind: 'signed-in' };
      return;
    }
    // Somebody who is in already and opens an old link again stays in.
    const already = await this.#api().session();
    if (already.ok && already.value.signedIn) this.#state.value = { kind: 'signed-in' };
    else this.#state.value = { kind: 'signed-out', failure: outcome.failure };
  }

  async signOut(): Promise<Failure | undefined> {
    const outcome = await this.#api().signOut();
    if (!outcome.ok) return outcome.failure;
    this.#state.value = { kind: 'signed-out', why: 'left' };
    return undefined;
  }

  /** The server says so, in the middle of something. */
  hasEnded(): void {
    if (this.#state.value.kind === 'signed-in') this.#state.value = { kind: 'signed-out', why: 'ended' };
  }
}
