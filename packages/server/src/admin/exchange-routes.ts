/**
 * `/admin/api/openwebui/…`: one sign-in at Open WebUI, used at once and kept nowhere, and what it is good for: a key
 * that does not expire.
 */

import {
  type ExchangeView,
  ExchangeWishSchema,
  type MenuStepView,
  type OpenWebUiSignInView,
  OpenWebUiSignInWishSchema,
} from '@guichet/contract/admin-api';
import type { Cause } from '@guichet/contract/cause';
import type { Locale } from '@guichet/contract/locale';
import { cleanCredential } from '@guichet/keys';
import { createOpenWebUiClient } from '@guichet/openwebui/client';
import {
  answerSecondFactor,
  type CodeOutcome,
  createDesk,
  type Desk,
  exchangeKey,
  type KeyExchange,
  type KeyPlace,
  Secret,
  type SignInOutcome,
  signIn,
} from '@guichet/openwebui/key-exchange';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { writeConsoleCredential } from '../credential/console-credential.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';
import type { AuditLog } from './audit-log.ts';
import { credentialView } from './credential-view.ts';
import { refusalText, type SignInTexts } from './refusal-text.ts';
import type { SignInTickets, Ticket } from './sign-in-tickets.ts';
import { TICKET_LIFETIME_MS } from './ticket-book.ts';

export interface ExchangeRouteParts {
  desk: CredentialDesk;
  secrets: SecretStore;
  tickets: SignInTickets;
  audit: AuditLog;
  texts: Readonly<Record<Locale, SignInTexts>>;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function exchangeRoutes(app: OpenAPIHono<AppEnvironment>, parts: ExchangeRouteParts): void {
  const { desk, tickets, audit } = parts;

  app.post('/admin/api/openwebui/sign-in', async (context) => {
    const body = await readJsonBody(context, OpenWebUiSignInWishSchema);
    const baseUrl = addressOf(desk);
    const texts = parts.texts[context.get('locale')];
    const view = await withDesk(baseUrl, async (openWebUi): Promise<OpenWebUiSignInView> => {
      if ('sessionToken' in body) return acceptToken(body.sessionToken, baseUrl, tickets, texts);
      if ('code' in body) {
        const ticket = await tickets.find(body.ticket);
        if (ticket?.kind !== 'challenge') throw new ProblemError('ticket-expired');
        const factor = body.recovery ? { recoveryCode: new Secret(body.code) } : { code: new Secret(body.code) };
        const outcome = await answerSecondFactor(openWebUi, ticket.challenge, factor);
        if (outcome.kind === 'session') await tickets.take(body.ticket);
        return signInView(outcome, ticket.email, baseUrl, tickets, texts);
      }
      const outcome = await signIn(openWebUi, { email: body.email, password: new Secret(body.password) });
      return signInView(outcome, body.email, baseUrl, tickets, texts);
    });
    await audit.add('console', 'signed-in-at-open-webui', {
      outcome: view.kind,
      ...('cause' in view && { cause: view.cause }),
    });
    return context.json(view, 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/exchange', async (context) => {
    const { ticket, create } = await readJsonBody(context, ExchangeWishSchema);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const locale = context.get('locale');
    const outcome = await withDesk(baseUrl, (openWebUi) => exchangeKey(openWebUi, session, { create, locale }));
    const view = await exchangeView(outcome, baseUrl, parts, locale);
    if (view.kind === 'done') await tickets.take(ticket);
    await audit.add('console', 'key-exchanged', {
      outcome: view.kind,
      ...(view.kind === 'done' && { created: view.created, replacedOld: view.replacedOld }),
    });
    return context.json(view, 200, NO_STORE);
  });
}

function addressOf(desk: CredentialDesk): string {
  if (desk.baseUrl === undefined) throw new ProblemError('address-missing');
  return desk.baseUrl;
}

/** A lent session, if it is for the address that is in force now. */
export async function sessionTicket(
  tickets: SignInTickets,
  id: string,
  desk: CredentialDesk,
): Promise<Extract<Ticket, { kind: 'session' }>> {
  const ticket = await tickets.find(id);
  if (ticket?.kind !== 'session' || ticket.baseUrl !== desk.baseUrl) throw new ProblemError('ticket-expired');
  return ticket;
}

export async function withDesk<Value>(baseUrl: string, use: (openWebUi: Desk) => Promise<Value>): Promise<Value> {
  const openWebUi = createDesk({ baseUrl, lookup: checkedLookup });
  try {
    return await use(openWebUi);
  } finally {
    await openWebUi.close();
  }
}

/** A pasted session token, once Open WebUI has said whose it is. */
async function acceptToken(
  text: string,
  baseUrl: string,
  tickets: SignInTickets,
  { causes }: SignInTexts,
): Promise<OpenWebUiSignInView> {
  const refused = (cause: Cause | 'unknown'): OpenWebUiSignInView => ({ kind: 'refused', cause, text: causes[cause] });
  const token = cleanCredential(text);
  if (token === undefined || !token.startsWith('eyJ')) return refused('key-malformed');
  const client = createOpenWebUiClient({ target: () => ({ baseUrl, credential: token }), lookup: checkedLookup });
  const identity = await client.identity().finally(() => client.close());
  if (!identity.ok) return refused(identity.failure.cause);
  const { role, email } = identity.value;
  if (role === 'pending') return refused('account-pending');
  const lent = { kind: 'session', session: new Secret(token), baseUrl, role, ...(email && { email }) } as const;
  const expiresInSeconds = TICKET_LIFETIME_MS / 1000;
  return { kind: 'session', ticket: await tickets.issue(lent), role, ...(email && { email }), expiresInSeconds };
}

async function signInView(
  outcome: SignInOutcome | CodeOutcome,
  email: string,
  baseUrl: string,
  tickets: SignInTickets,
  texts: SignInTexts,
): Promise<OpenWebUiSignInView> {
  switch (outcome.kind) {
    case 'session': {
      const { token, role } = outcome.session;
      const ticket = await tickets.issue({ kind: 'session', session: token, baseUrl, role, email });
      return { kind: 'session', ticket, role, email, expiresInSeconds: TICKET_LIFETIME_MS / 1000 };
    }
    case 'second-factor': {
      const { challenge, step } = outcome;
      const ticket = await tickets.issue({ kind: 'challenge', challenge, baseUrl, email });
      return { kind: 'second-factor', ticket, step, text: texts.server.signIn.secondFactor[step] };
    }
    default:
      return { kind: 'refused', ...refusalText(outcome, texts) };
  }
}

async function exchangeView(
  outcome: KeyExchange,
  baseUrl: string,
  parts: ExchangeRouteParts,
  locale: Locale,
): Promise<ExchangeView> {
  const { causes } = parts.texts[locale];
  const failed = (cause: Cause | 'unknown'): ExchangeView => ({ kind: 'failed', cause, text: causes[cause] });
  switch (outcome.kind) {
    case 'existing-key':
    case 'created-key': {
      const credential = outcome.key.reveal();
      const swap = await parts.desk.replace({ baseUrl, credential }, () =>
        writeConsoleCredential(parts.secrets, { baseUrl, credential }, 'console'),
      );
      if (swap.kind === 'refused') return failed(swap.failure.cause);
      return {
        kind: 'done',
        created: outcome.kind === 'created-key',
        replacedOld: outcome.kind === 'created-key' && outcome.replacedOld,
        credential: credentialView(parts.desk, causes, locale),
      };
    }
    case 'no-key':
    case 'would-replace':
      return { kind: outcome.kind };
    case 'keys-off':
      return { kind: 'keys-off', text: causes[outcome.cause], steps: outcome.places.map(menuStep) };
    case 'already-key':
      return failed('key-malformed');
    case 'refused':
      return failed(outcome.cause);
    case 'lost':
      return failed(outcome.failure.cause);
    default:
      return outcome satisfies never;
  }
}

function menuStep({ path, who }: KeyPlace): MenuStepView {
  return { path: path ? [...path.steps] : [], who, ...(path && !path.checked && { seenIn: path.seenIn }) };
}
