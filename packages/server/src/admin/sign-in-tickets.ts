/**
 * Somebody's session at Open WebUI, lent for a few minutes to get a key with it: in memory, never stored, never sent
 * back to a browser. The browser holds a ticket instead, which opens nothing but this.
 */
import { randomBytes } from 'node:crypto';
import type { Challenge, Secret } from '@guichet/openwebui/key-exchange';

/** Long enough to read a plan and think; then whoever wants to go on signs in again. */
export const TICKET_LIFETIME_MS = 10 * 60_000;

/** More open sign-ins than these at a time are not one operator. */
const MAX_TICKETS = 20;

export type Ticket =
  | { kind: 'session'; session: Secret; baseUrl: string; role: string; email?: string }
  | { kind: 'challenge'; challenge: Challenge; baseUrl: string; email: string };

export class SignInTickets {
  readonly #tickets = new Map<string, { ticket: Ticket; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  issue(ticket: Ticket): string {
    this.#forgetOld();
    const id = randomBytes(24).toString('base64url');
    this.#tickets.set(id, { ticket, until: this.#now() + TICKET_LIFETIME_MS });
    return id;
  }

  find(id: string): Ticket | undefined {
    this.#forgetOld();
    return this.#tickets.get(id)?.ticket;
  }

  forget(id: string): void {
    this.#tickets.delete(id);
  }

  #forgetOld(): void {
    for (const [id, { until }] of this.#tickets) {
      if (until > this.#now() && this.#tickets.size <= MAX_TICKETS) break;
      this.#tickets.delete(id);
    }
  }
}
