/** Whether this browser may see the console, and how it gets in. */
import type { SessionView, SignInWish } from '@guichet/contract/set-up-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../admin-api/admin-api.ts';
import type { Failure } from '../admin-api/outcome.ts';

export type SessionState =
  | { kind: 'checking' }
  /**
   * `isNew`: nobody has come in before; the last start printed a link. `why`: it was over, or the operator left.
   * `failure`: a link or password was not taken.
   */
  | { kind: 'signed-out'; hasPassword: boolean; isNew: boolean; why?: 'ended' | 'left'; failure?: Failure }
  | { kind: 'signed-in' }
  | { kind: 'unreachable'; failure: Failure };

export class Session {
  readonly #api: () => AdminApi;
  readonly #state = signal<SessionState>({ kind: 'checking' });
  readonly #hasPassword = signal(false);
  #isNew = false;

  /** @param api asked for late, because the interface in turn tells the session when it is over */
  constructor(api: () => AdminApi) {
    this.#api = api;
  }

  get state(): ReadonlySignal<SessionState> {
    return this.#state;
  }

  /** A password can be asked for instead of a link. */
  get hasPassword(): ReadonlySignal<boolean> {
    return this.#hasPassword;
  }

  /** @param link the token of a one-time link, when the page was opened with one */
  async open(link?: string): Promise<void> {
    if (link !== undefined) return this.signIn({ link });
    this.#state.value = { kind: 'checking' };
    const outcome = await this.#api().session();
    if (!outcome.ok) {
      this.#state.value = { kind: 'unreachable', failure: outcome.failure };
      return;
    }
    this.#read(outcome.value);
    if (outcome.value.signedIn) this.#state.value = { kind: 'signed-in' };
    else this.#leave({});
  }

  async signIn(wish: SignInWish): Promise<void> {
    const outcome = await this.#api().signIn(wish);
    if (outcome.ok) {
      this.#read(outcome.value);
      this.#state.value = { kind: 'signed-in' };
      return;
    }
    // Somebody who is in already and opens an old link again stays in.
    const already = await this.#api().session();
    if (already.ok) this.#read(already.value);
    if (already.ok && already.value.signedIn) this.#state.value = { kind: 'signed-in' };
    else this.#leave({ failure: outcome.failure });
  }

  async signOut(): Promise<Failure | undefined> {
    const outcome = await this.#api().signOut();
    if (!outcome.ok) return outcome.failure;
    this.#leave({ why: 'left' });
    return undefined;
  }

  /** A password was chosen here: from now on the way in asks for it. */
  hasChosenPassword(): void {
    this.#hasPassword.value = true;
  }

  /** The server says so, in the middle of something. */
  hasEnded(): void {
    if (this.#state.value.kind === 'signed-in') this.#leave({ why: 'ended' });
  }

  #read({ hasPassword, claimed }: SessionView): void {
    this.#hasPassword.value = hasPassword;
    this.#isNew = !claimed;
  }

  #leave(how: { why?: 'ended' | 'left'; failure?: Failure }): void {
    this.#state.value = { kind: 'signed-out', hasPassword: this.#hasPassword.value, isNew: this.#isNew, ...how };
  }
}
