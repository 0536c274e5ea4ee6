/**
 * A session token for a key that does not expire: reads the account's existing key, and creates one only where there
 * is none. The session is used and not kept; it goes on living in the browser it came from.
 */
import { isRecord } from '../client/error-body.ts';
import type { Desk } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import type { MenuLocale } from '../menus/menu-path.ts';
import { findKeyPlaces } from './find-key-places.ts';
import type { CreateWish, KeyExchange, KeyOwner } from './key-exchange-types.ts';
import { createOwnKey, readOwnKey } from './own-key.ts';

export interface ExchangeWishes {
  create: CreateWish;
  /** Language of the menu paths. Default en. */
  locale?: MenuLocale;
}

export async function exchangeKey(
  desk: Desk,
  session: Secret,
  { create, locale = 'en' }: ExchangeWishes,
): Promise<KeyExchange> {
  if (session.reveal().startsWith('sk-')) return { kind: 'already-key' };
  const owner = await readOwner(desk, session);
  if ('failure' in owner) return { kind: 'refused', cause: owner.failure.cause, failure: owner.failure };
  if (owner.role === 'pending') return pending();

  const existing = await readOwnKey(desk, session);
  if (existing.kind === 'not-allowed') return keysOff(desk, session, owner, locale);
  if (existing.kind === 'failed' && create !== 'replace') {
    return create === 'never'
      ? { kind: 'refused', cause: existing.failure.cause, failure: existing.failure }
      : { kind: 'would-replace', owner, failure: existing.failure };
  }
  if (existing.kind === 'key' && create !== 'replace') return tryExisting(desk, session, existing.key, owner, locale);
  if (create === 'never') return { kind: 'no-key', owner };

  const created = await createOwnKey(desk, session);
  if (created.kind === 'key') {
    return { kind: 'created-key', key: created.key, owner, replacedOld: existing.kind === 'key' };
  }
  if (created.kind === 'not-allowed') return keysOff(desk, session, owner, locale);
  if (created.kind === 'none') return keysOff(desk, session, owner, locale);
  const { failure } = created;
  const lost = failure.status === undefined && failure.phase !== 'connect';
  return lost ? { kind: 'lost', failure } : { kind: 'refused', cause: failure.cause, failure };
}

/** Up to 0.9 a key can be read that nobody may use. */
async function tryExisting(
  desk: Desk,
  session: Secret,
  key: Secret,
  owner: KeyOwner,
  locale: MenuLocale,
): Promise<KeyExchange> {
  const reply = await desk.ask({ path: '/api/models', as: key });
  if (reply.status === 200) return { kind: 'existing-key', key, owner };
  const trouble = reply.failure();
  if (trouble.cause === 'api-keys-disabled') return keysOff(desk, session, owner, locale);
  return { kind: 'existing-key', key, owner, trouble };
}

async function keysOff(desk: Desk, session: Secret, owner: KeyOwner, locale: MenuLocale): Promise<KeyExchange> {
  const places = await findKeyPlaces(desk, session, owner.role, locale);
  const cause = places[0]?.what === 'switch-keys-on' ? 'api-keys-disabled' : 'api-keys-not-permitted';
  return { kind: 'keys-off', cause, owner, places, renewal: 'possible' };
}

function pending(): KeyExchange {
  const cause = 'account-pending';
  const failure: DeskFailure = { cause, confidence: 'certain', phase: 'response' };
  return { kind: 'refused', cause, failure };
}

/** Whose session it is. The answer repeats the token; four fields are copied and the rest is dropped. */
async function readOwner(desk: Desk, session: Secret): Promise<KeyOwner | { failure: DeskFailure }> {
  const reply = await desk.ask({ path: '/api/v1/auths/', as: session });
  const { json } = reply;
  if (reply.status !== 200 || !isRecord(json) || typeof json.role !== 'string') return { failure: reply.failure() };
  const { role, id, name, email } = json;
  return {
    role: role === 'admin' || role === 'user' || role === 'pending' ? role : 'unknown',
    ...(typeof id === 'string' && { accountId: id }),
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
  };
}
