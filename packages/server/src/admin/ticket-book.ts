/** Things lent for a few minutes under a random name: in memory, never stored, never sent to a browser. */
import { randomBytes } from 'node:crypto';

/** Long enough to read a plan and think; then whoever wants to go on begins again. */
export const TICKET_LIFETIME_MS = 10 * 60_000;

/** More open tickets than these at a time are not one operator. */
const MAX_TICKETS = 20;

export class TicketBook<Lent> {
  readonly #tickets = new Map<string, { lent: Lent; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  issue(lent: Lent): string {
    const id = randomBytes(24).toString('base64url');
    this.#tickets.set(id, { lent, until: this.#now() + TICKET_LIFETIME_MS });
    this.#forgetOld();
    return id;
  }

  find(id: string): Lent | undefined {
    this.#forgetOld();
    return this.#tickets.get(id)?.lent;
  }

  forget(id: string): void {
    this.#tickets.delete(id);
  }

  /** A map keeps the order of insertion, so the first are the oldest. */
  #forgetOld(): void {
    for (const [id, { until }] of this.#tickets) {
      if (until > this.#now() && this.#tickets.size <= MAX_TICKETS) break;
      this.#tickets.delete(id);
    }
  }
}
