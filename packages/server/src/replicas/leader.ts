/**
 * Which replica does what only one may do: the watch over Open WebUI, sign-ins without anybody asking. By a lease in the
 * database, so that it needs no Redis; a leader that dies is followed within `LEAD_LEASE_MS`, one that closes at once.
 */
import { newId } from '../new-id.ts';
import type { ReplicaRecords } from '../storage/replica-records.ts';

/** How long nobody leads after the leader died. By the database's clock, which all replicas share. */
export const LEAD_LEASE_MS = 15_000;

const RENEW_EVERY_MS = 4_000;

/** A leader that could not renew stops before another may begin. */
const MARGIN_MS = 3_000;

const LEASE_NAME = 'leader';

export interface LeaderParts {
  records: Pick<ReplicaRecords, 'takeLease' | 'dropLease'>;
  onFailure: (error: unknown) => void;
  /** The time of day here, where the database has no clock of its own. */
  now: () => number;
  /** A clock that only goes forward. */
  steady: () => number;
  intervalMs?: number;
}

/** Who asks whether this replica leads, and wants to know when it begins to. */
export interface Leading {
  readonly leads: boolean;
  onBegin(listener: () => void): void;
}

/** A server that is alone leads. */
export const ALONE: Leading = { leads: true, onBegin: () => undefined };

export class Leader implements Leading {
  readonly #parts: LeaderParts;
  readonly #owner = newId('srv');
  readonly #listeners = new Set<() => void>();
  #ownUntil = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> = Promise.resolve();
  #isClosed = false;
  #hasFailed = false;

  constructor(parts: LeaderParts) {
    this.#parts = parts;
  }

  get leads(): boolean {
    return !this.#isClosed && this.#parts.steady() < this.#ownUntil;
  }

  onBegin(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async start(): Promise<void> {
    await this.look();
    this.#timer ??= setInterval(() => void this.look(), this.#parts.intervalMs ?? RENEW_EVERY_MS).unref();
  }

  /** Leads no longer; whoever asks next does. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#isClosed = true;
    await this.#asking;
    await this.#parts.records.dropLease(LEASE_NAME, this.#owner).catch(() => undefined);
  }

  /** Takes or prolongs the lease. Called by the clock; tests call it themselves. */
  look(): Promise<void> {
    this.#asking = this.#asking.then(() => this.#ask());
    return this.#asking;
  }

  async #ask(): Promise<void> {
    if (this.#isClosed) return;
    const { records, now, steady, onFailure } = this.#parts;
    const led = this.leads;
    // Before it is asked: an answer that takes long must not lengthen the lease.
    const askedAt = steady();
    try {
      const at = now();
      const times = { now: at, until: at + LEAD_LEASE_MS };
      const isOurs = await records.takeLease(LEASE_NAME, this.#owner, times);
      this.#ownUntil = isOurs ? askedAt + LEAD_LEASE_MS - MARGIN_MS : Number.NEGATIVE_INFINITY;
      this.#hasFailed = false;
    } catch (error) {
      // Said once; the lease runs out by itself.
      if (!this.#hasFailed) onFailure(error);
      this.#hasFailed = true;
    }
    if (!led && this.leads) for (const listener of this.#listeners) listener();
  }
}
