/**
 * Watches the held credential: when it dies, whether Open WebUI still takes it, and when it takes it again. Learns from
 * traffic at once and, in silence, by asking every few minutes; a refusal is confirmed against `/api/models` before it
 * is believed, because a provider's 401 looks like one.
 */
import type { UpstreamFailure } from '@guichet/openwebui/client';
import { steadyNow } from '../steady-clock.ts';
import type { CredentialKeeper } from './credential-keeper.ts';
import type { HeldCredential } from './held-credential.ts';
import { isCredentialRefusal } from './refusal-causes.ts';

export type CredentialEvent =
  /** Warned once per step; `daysLeft` is the step. */
  | { kind: 'expiring'; daysLeft: number; expiresAt: Date; held: HeldCredential }
  | { kind: 'expired'; expiresAt: Date; held: HeldCredential }
  | { kind: 'refused'; cause: UpstreamFailure['cause']; held: HeldCredential }
  | { kind: 'accepted-again'; held: HeldCredential };

export type CredentialState =
  | { kind: 'none' }
  /** Not asked yet, or Open WebUI could not be reached when asked. */
  | { kind: 'unproven' }
  | { kind: 'accepted'; since: number }
  | { kind: 'refused'; cause: UpstreamFailure['cause']; since: number; nextProbeAt: number };

/** Warnings before a session token's end, in days. */
export const WARNING_DAYS = [7, 3, 1] as const;

/** Without traffic the credential is asked this often. */
export const QUIET_PROBE_MS = 5 * 60_000;

/** A refused credential is asked again after this, then after twice that, and so on up to the longest pause. */
export const FIRST_RETRY_MS = 15_000;
export const LONGEST_RETRY_MS = 10 * 60_000;

/** How often the clock looks at what is due. */
const TICK_MS = 1_000;

const DAY_MS = 24 * 60 * 60_000;

export interface CredentialWatchParts {
  keeper: Pick<CredentialKeeper, 'held' | 'probe' | 'onChange'>;
  onEvent: (event: CredentialEvent) => void;
  now?: () => number;
  /** For what waits and is compared with what was before. */
  steady?: () => number;
}

export class CredentialWatch {
  readonly #parts: CredentialWatchParts;
  readonly #now: () => number;
  readonly #steady: () => number;
  #state: CredentialState = { kind: 'none' };
  #heldSince = 0;
  #lastProvenAt = 0;
  #retryMs = FIRST_RETRY_MS;
  #warned = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #probing: Promise<void> | undefined;

  constructor(parts: CredentialWatchParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#steady = parts.steady ?? parts.now ?? steadyNow;
    parts.keeper.onChange(() => this.#begin());
    if (parts.keeper.held) this.#begin();
  }

  get state(): CredentialState {
    return this.#state;
  }

  /** Seconds until the held session token dies, negative afterwards; undefined when it does not die. */
  get secondsLeft(): number | undefined {
    const expiresAt = expiryOf(this.#parts.keeper.held);
    return expiresAt === undefined ? undefined : Math.floor((expiresAt - this.#now()) / 1000);
  }

  start(): void {
    this.#timer ??= setInterval(() => this.tick(), TICK_MS).unref();
    this.tick();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /**
   * An answer came: the credential works, unless the answer was begun with the one before it.
   * @param begunAt on the clock that only goes forward
   */
  answered(begunAt: number = this.#steady()): void {
    const since = this.#state.kind === 'refused' ? this.#state.since : this.#heldSince;
    if (begunAt >= since) this.#accepted();
  }

  /** An answer failed. Only a refusal of the credential matters here, and only once it is confirmed. */
  failed(failure: UpstreamFailure): void {
    if (isCredentialRefusal(failure.cause) && this.#state.kind !== 'refused') void this.#probe();
  }

  /** Does what is due now. Called by the clock; tests call it themselves. */
  tick(): void {
    this.#warnOfEnd();
    const now = this.#steady();
    const due = this.#state.kind === 'refused' ? this.#state.nextProbeAt : this.#lastProvenAt + QUIET_PROBE_MS;
    if (this.#parts.keeper.held && now >= due) void this.#probe();
  }

  /** Asks now, whatever is due. */
  probeNow(): Promise<void> {
    return this.#probe();
  }

  /** A probe under way, for whoever wants to wait for its result. */
  get probing(): Promise<void> {
    return this.#probing ?? Promise.resolve();
  }

  #begin(): void {
    this.#state = { kind: this.#parts.keeper.held ? 'unproven' : 'none' };
    this.#heldSince = this.#steady();
    this.#lastProvenAt = 0;
    this.#retryMs = FIRST_RETRY_MS;
    this.#warned = new Set();
  }

  #probe(): Promise<void> {
    this.#probing ??= this.#askOnce().finally(() => {
      this.#probing = undefined;
    });
    return this.#probing;
  }

  async #askOnce(): Promise<void> {
    const asked = this.#parts.keeper.held;
    const result = await this.#parts.keeper.probe();
    // The answer is about a credential that has been swapped meanwhile.
    if (!result || this.#parts.keeper.held?.target !== asked?.target) return;
    if (result.ok) this.#accepted();
    else if (isCredentialRefusal(result.failure.cause)) this.#refused(result.failure.cause);
    // Open WebUI is away: that says nothing about the credential. Asked again after the usual pause.
    else this.#lastProvenAt = this.#steady() - QUIET_PROBE_MS + FIRST_RETRY_MS;
  }

  #accepted(): void {
    const { held } = this.#parts.keeper;
    if (!held) return;
    const wasRefused = this.#state.kind === 'refused';
    this.#lastProvenAt = this.#steady();
    this.#retryMs = FIRST_RETRY_MS;
    if (this.#state.kind !== 'accepted') this.#state = { kind: 'accepted', since: this.#steady() };
    if (wasRefused) this.#parts.onEvent({ kind: 'accepted-again', held });
  }

  #refused(cause: UpstreamFailure['cause']): void {
    const { held } = this.#parts.keeper;
    if (!held) return;
    const now = this.#steady();
    const before = this.#state;
    const since = before.kind === 'refused' ? before.since : now;
    this.#state = { kind: 'refused', cause, since, nextProbeAt: now + this.#retryMs };
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    if (before.kind !== 'refused' || before.cause !== cause) this.#parts.onEvent({ kind: 'refused', cause, held });
  }

  /** Of several steps passed at once, at a start shortly before the end, only the nearest is said. */
  #warnOfEnd(): void {
    const { held } = this.#parts.keeper;
    const end = expiryOf(held);
    if (!held || end === undefined) return;
    const left = end - this.#now();
    const step = [...WARNING_DAYS].reverse().find((days) => left <= days * DAY_MS);
    const daysLeft = left <= 0 ? 0 : step;
    if (daysLeft === undefined || [...this.#warned].some((earlier) => earlier <= daysLeft)) return;
    this.#warned.add(daysLeft);
    const expiresAt = new Date(end);
    if (daysLeft === 0) this.#parts.onEvent({ kind: 'expired', expiresAt, held });
    else this.#parts.onEvent({ kind: 'expiring', daysLeft, expiresAt, held });
  }
}

function expiryOf(held: HeldCredential | undefined): number | undefined {
  const { kind, session } = held?.recognition ?? {};
  if (kind !== 'open-webui-session-token' || session?.expiresAt === undefined) return undefined;
  return new Date(session.expiresAt).getTime();
}
