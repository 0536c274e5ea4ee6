/**
 * Which origins were lately refused the chat. A browser keeps the refusal from its page, so no visitor can quote a
 * reference: what was refused is remembered here instead, for as long as this process runs.
 *
 * Anybody can write an origin, so nobody's word may push out another's: each network has few places, and what many
 * networks ask from, or what belongs to a site of the operator's, stays before what one made up.
 */
import { isRelatedOrigin } from './related-origin.ts';

/** As many as can be read. Beyond: the least believable goes, the one refused longest ago among equals. */
export const MAX_REFUSED_ORIGINS = 10;

/**
 * Origins that one network alone has named: an operator who tries their own has few. Beyond: a further one is not
 * listed, unless one of these was not refused for a while, or only the further one is the operator's.
 */
export const MAX_ORIGINS_OF_A_NETWORK = 3;

export const GIVES_WAY_AFTER_MS = 10 * 60_000;

/** More networks than these make an origin no more believable. */
const MAX_NETWORKS_COUNTED = 10;

export const REFUSED_ORIGIN_KEPT_MS = 24 * 60 * 60_000;

/** Pages that an operator had looked at, since the start. Beyond: the oldest go. */
const MAX_LOOKED_AT = 20;

export interface RefusedOrigin {
  origin: string;
  times: number;
  /** Milliseconds since 1970. */
  since: number;
  /** Whether it is the operator's for all that can be known, so that it may be offered for the list. */
  isKnown: boolean;
}

interface Entry {
  origin: string;
  times: number;
  since: number;
  lastAt: number;
  networks: Set<string>;
}

export class RefusedOrigins {
  readonly #now: () => number;
  readonly #ownOrigins: () => readonly string[];
  readonly #lookedAt = new Set<string>();
  readonly #noteListeners = new Set<(origin: string, network: string) => void>();
  readonly #lookedAtListeners = new Set<(address: string) => void>();
  /** The latest last. */
  readonly #entries = new Map<string, Entry>();

  /** @param ownOrigins what the operator has named, asked each time */
  constructor(now: () => number, ownOrigins: () => readonly string[] = () => []) {
    this.#now = now;
    this.#ownOrigins = ownOrigins;
  }

  /** Told of what was noted here, not of what other replicas told. */
  onNote(listener: (origin: string, network: string) => void): void {
    this.#noteListeners.add(listener);
  }

  onLookedAt(listener: (address: string) => void): void {
    this.#lookedAtListeners.add(listener);
  }

  /** @param network stands for where the request came from */
  note(origin: string, network: string): void {
    this.noteFromElsewhere(origin, network);
    for (const listener of this.#noteListeners) listener(origin, network);
  }

  /** Another replica refused it. */
  noteFromElsewhere(origin: string, network: string): void {
    this.#dropOld();
    const known = this.#entries.get(origin);
    if (!known && !this.#makeRoom(origin, network)) return;
    const entry = known ?? { origin, times: 0, since: this.#now(), lastAt: 0, networks: new Set() };
    entry.times++;
    entry.lastAt = this.#now();
    if (entry.networks.size < MAX_NETWORKS_COUNTED) entry.networks.add(network);
    this.#entries.delete(origin);
    this.#entries.set(origin, entry);
    if (this.#entries.size > MAX_REFUSED_ORIGINS) this.#entries.delete(this.#leastBelievable());
  }

  /** An operator had Guichet look at this page: they know whose it is. */
  lookedAt(address: string): void {
    this.lookedAtElsewhere(address);
    for (const listener of this.#lookedAtListeners) listener(address);
  }

  lookedAtElsewhere(address: string): void {
    const url = URL.parse(address) ?? URL.parse(`https://${address}`);
    if (!url || !/^https?:$/.test(url.protocol)) return;
    this.#lookedAt.add(url.origin);
    const [oldest] = this.#lookedAt;
    if (this.#lookedAt.size > MAX_LOOKED_AT && oldest !== undefined) this.#lookedAt.delete(oldest);
  }

  /** The latest first. Those that were let in since are still among them. */
  list(): RefusedOrigin[] {
    this.#dropOld();
    return [...this.#entries.values()]
      .map(({ origin, times, since }) => ({ origin, times, since, isKnown: this.#isKnown(origin) }))
      .reverse();
  }

  #isKnown(origin: string): boolean {
    return isRelatedOrigin(origin, [...this.#ownOrigins(), ...this.#lookedAt]);
  }

  /** @returns whether the network may name a further origin */
  #makeRoom(origin: string, network: string): boolean {
    const mine = [...this.#entries.values()].filter(({ networks }) => networks.size === 1 && networks.has(network));
    if (mine.length < MAX_ORIGINS_OF_A_NETWORK) return true;
    const isQuiet = ({ lastAt }: Entry) => lastAt < this.#now() - GIVES_WAY_AFTER_MS;
    const gone = mine.find((entry) => isQuiet(entry) || (this.#isKnown(origin) && !this.#isKnown(entry.origin)));
    return gone !== undefined && this.#entries.delete(gone.origin);
  }

  #leastBelievable(): string {
    const worth = ({ origin, networks }: Entry) => (this.#isKnown(origin) ? MAX_NETWORKS_COUNTED : 0) + networks.size;
    return [...this.#entries.values()].reduce((least, entry) => (worth(entry) < worth(least) ? entry : least)).origin;
  }

  #dropOld(): void {
    const since = this.#now() - REFUSED_ORIGIN_KEPT_MS;
    for (const { origin, lastAt } of this.#entries.values()) if (lastAt < since) this.#entries.delete(origin);
  }
}
