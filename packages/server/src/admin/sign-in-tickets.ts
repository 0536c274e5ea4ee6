/**
 * Somebody's session at Open WebUI, lent to get a key with it. The browser holds a ticket instead, which opens nothing
 * but this.
 */
import { type Challenge, Secret } from '@guichet/openwebui/key-exchange';
import { type SharedTickets, TicketBook } from './ticket-book.ts';

export type Ticket =
  | { kind: 'session'; session: Secret; baseUrl: string; role: string; email?: string }
  | { kind: 'challenge'; challenge: Challenge; baseUrl: string; email: string };

/** The same with its secret readable; only for the sealed text. */
type WrittenTicket =
  | { kind: 'session'; session: string; baseUrl: string; role: string; email?: string }
  | { kind: 'challenge'; challenge: Omit<Challenge, 'token'> & { token: string }; baseUrl: string; email: string };

export class SignInTickets extends TicketBook<Ticket> {
  constructor(now?: () => number, shared?: SharedTickets) {
    super({ name: 'sign-in', now, shared, encode, decode });
  }
}

function encode(ticket: Ticket): string {
  const written: WrittenTicket =
    ticket.kind === 'session'
      ? { ...ticket, session: ticket.session.reveal() }
      : { ...ticket, challenge: { ...ticket.challenge, token: ticket.challenge.token.reveal() } };
  return JSON.stringify(written);
}

function decode(text: string): Ticket {
  const written = JSON.parse(text) as WrittenTicket;
  return written.kind === 'session'
    ? { ...written, session: new Secret(written.session) }
    : { ...written, challenge: { ...written.challenge, token: new Secret(written.challenge.token) } };
}
