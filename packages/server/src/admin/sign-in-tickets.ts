/**
 * Somebody's session at Open WebUI, lent to get a key with it. The browser holds a ticket instead, which opens nothing
 * but this.
 */
import type { Challenge, Secret } from '@guichet/openwebui/key-exchange';
import { TicketBook } from './ticket-book.ts';

export type Ticket =
  | { kind: 'session'; session: Secret; baseUrl: string; role: string; email?: string }
  | { kind: 'challenge'; challenge: Challenge; baseUrl: string; email: string };

export class SignInTickets extends TicketBook<Ticket> {}
