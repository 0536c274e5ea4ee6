/**
 * Things lent for a few minutes under a random name: never stored in the database, never sent to a browser. In memory,
 * or, where there are several replicas, sealed in Redis, so that the next request may come to any of them.
 */
import { randomBytes } from 'node:crypto';
import type { SharedRedis } from '../redis/open-redis.ts';
import type { MasterKeys } from '../safe/master-keys.ts';
import { openSecret, type SecretPlace, sealSecret } from '../safe/secret-box.ts';

/** Long enough to read a plan and think; then whoever wants to go on begins again. */
export const TICKET_LIFETIME_MS = 10 * 60_000;

/** More open tickets than these at a time are not one operator. */
const MAX_TICKETS = 20;

export interface SharedTickets {
  redis: Pick<SharedRedis, 'ask'>;
  /** What is lent may be a session at Open WebUI: Redis gets it sealed. */
  masterKeys: Pick<MasterKeys, 'keys'>;
}

export interface TicketBookOptions<Lent> {
  /** Tells the books apart, in Redis. */
  name: string;
  now?: (() => number) | undefined;
  shared?: SharedTickets | undefined;
  /** What is lent as text and back. Default: JSON. */
  encode?: (lent: Lent) => string;
  decode?: (text: string) => Lent;
}

export class TicketBook<Lent> {
  readonly #options: TicketBookOptions<Lent>;
  /** All of them, or those that were issued while Redis was away. */
  readonly #tickets = new Map<string, { lent: Lent; until: number }>();

  constructor(options: TicketBookOptions<Lent>) {
    this.#options = options;
  }

  async issue(lent: Lent): Promise<string> {
    const id = randomBytes(24).toString('base64url');
    if (!(await this.#share(id, lent))) {
      this.#tickets.set(id, { lent, until: this.#now() + TICKET_LIFETIME_MS });
      this.#forgetOld();
    }
    return id;
  }

  async find(id: string): Promise<Lent | undefined> {
    this.#forgetOld();
    return this.#tickets.get(id)?.lent ?? this.#open(id, await this.#read(id, 'get'));
  }

  /** The same, once: of many that ask at the same moment, one has it. */
  async take(id: string): Promise<Lent | undefined> {
    this.#forgetOld();
    const own = this.#tickets.get(id)?.lent;
    if (this.#tickets.delete(id)) return own;
    return this.#open(id, await this.#read(id, 'getDel'));
  }

  async #share(id: string, lent: Lent): Promise<boolean> {
    const { shared, encode = JSON.stringify } = this.#options;
    if (!shared) return false;
    const sealed = sealSecret(encode(lent), this.#place(id), shared.masterKeys.keys[0]);
    const expiration = { type: 'PX', value: TICKET_LIFETIME_MS } as const;
    return shared.redis
      .ask((client) => client.set(this.#key(id), sealed, { expiration }))
      .then(
        () => true,
        // Away: the ticket is good at this replica.
        () => false,
      );
  }

  async #read(id: string, how: 'get' | 'getDel'): Promise<string | undefined> {
    const sealed = await this.#options.shared?.redis.ask((client) => client[how](this.#key(id))).catch(() => undefined);
    return sealed ?? undefined;
  }

  #open(id: string, sealed: string | undefined): Lent | undefined {
    const { shared, decode = JSON.parse } = this.#options;
    if (!shared || sealed === undefined) return undefined;
    const opened = openSecret(sealed, this.#place(id), shared.masterKeys.keys);
    return opened.ok ? decode(opened.value) : undefined;
  }

  #key(id: string): string {
    return `ticket:${this.#options.name}:${id}`;
  }

  #place(id: string): SecretPlace {
    return { table: 'ticket', row: `${this.#options.name}/${id}`, column: 'lent' };
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  /** A map keeps the order of insertion, so the first are the oldest. */
  #forgetOld(): void {
    for (const [id, { until }] of this.#tickets) {
      if (until > this.#now() && this.#tickets.size <= MAX_TICKETS) break;
      this.#tickets.delete(id);
    }
  }
}
