import { afterEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { startPractice } from '../practice/start-practice.ts';
import { breakAfter } from '../testing/breaking-proxy.ts';
import { type ExchangeWishes, exchangeKey } from './exchange-key.ts';

const VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function started(version: string) {
  const practice = await startPractice({ version });
  const desk = createDesk({ baseUrl: practice.url });
  open.push(
    () => desk.close(),
    () => practice.close(),
  );
  const account = practice.state.addAccount({ email: 'owner@example.com', role: 'user' });
  const token = practice.state.makeSessionToken(account);
  const exchange = (create: ExchangeWishes['create'], given = token) =>
    exchangeKey(desk, new Secret(given), { create, locale: 'fr' });
  return { practice, account, token, exchange };
}

describe.each(VERSIONS)('exchanging a session for a key on %s', (version) => {
  it('creates a key where there is none, and reads it from then on', async () => {
    const { practice, exchange } = await started(version);
    expect(await exchange('never')).toMatchObject({ kind: 'no-key', owner: { email: 'owner@example.com' } });
    const created = await exchange('if-none');
    expect(created).toMatchObject({ kind: 'created-key', replacedOld: false, owner: { role: 'user' } });
    const read = await exchange('if-none');
    if (created.kind !== 'created-key' || read.kind !== 'existing-key') throw new Error('no key');
    expect(read.key.reveal()).toBe(created.key.reveal());
    expect(read.trouble).toBeUndefined();
    expect(JSON.stringify([created, read])).not.toMatch(/sk-|eyJ/);
    const posts = practice.state.received.filter((call) => call.method === 'POST');
    expect(posts).toHaveLength(1);
  });

  it('replaces the old key only when told to', async () => {
    const { practice, account, exchange } = await started(version);
    const old = practice.state.makeKey(account);
    expect(await exchange('if-none')).toMatchObject({ kind: 'existing-key' });
    const replaced = await exchange('replace');
    expect(replaced).toMatchObject({ kind: 'created-key', replacedOld: true });
    if (replaced.kind === 'created-key') expect(replaced.key.reveal()).not.toBe(old);
  });

  it('names the switch and its place where keys are off, an old key or not', async () => {
    const { practice, account, exchange } = await started(version);
    practice.state.set('ENABLE_API_KEYS', false);
    const off = await exchange('if-none');
    expect(off).toMatchObject({ kind: 'keys-off', cause: 'api-keys-disabled', renewal: 'possible' });
    if (off.kind !== 'keys-off') return;
    expect(off.places[0]).toMatchObject({ what: 'switch-keys-on', who: 'administrator', path: { locale: 'fr' } });
    expect(off.places).toHaveLength(1);
    practice.state.makeKey(account);
    expect((await exchange('if-none')).kind).toBe('keys-off');
  });

  it('names the permission where that is missing, and both where both are', async () => {
    const { practice, exchange } = await started(version);
    practice.state.permit('features', 'api_keys', false);
    const off = await exchange('if-none');
    expect(off).toMatchObject({ kind: 'keys-off', cause: 'api-keys-not-permitted' });
    if (off.kind === 'keys-off') expect(off.places.map((place) => place.what)).toEqual(['default-permission']);
    practice.state.set('ENABLE_API_KEYS', false);
    const both = await exchange('if-none');
    if (both.kind !== 'keys-off') throw new Error(both.kind);
    expect(both.places.map((place) => place.what)).toEqual(['switch-keys-on', 'default-permission']);
  });

  it('tells an expired, a foreign and a deleted account’s session apart, and a pending account', async () => {
    const { practice, account, exchange } = await started(version);
    const expired = practice.state.forgeSessionToken({ id: account.id, exp: 1 });
    expect(await exchange('if-none', expired)).toMatchObject({ kind: 'refused', cause: 'session-token-expired' });
    const foreign = practice.state.forgeSessionToken({ id: account.id, exp: 9_999_999_999 }, 'another secret');
    expect(await exchange('if-none', foreign)).toMatchObject({ kind: 'refused', cause: 'session-token-rejected' });
    const gone = practice.state.addAccount();
    const goneToken = practice.state.makeSessionToken(gone);
    practice.state.deleteAccount(gone);
    expect(await exchange('if-none', goneToken)).toMatchObject({ kind: 'refused', cause: 'account-gone' });
    const pending = practice.state.makeSessionToken(practice.state.addAccount({ role: 'pending' }));
    expect(await exchange('if-none', pending)).toMatchObject({ kind: 'refused', cause: 'account-pending' });
    expect(await exchange('if-none', `sk-${'a'.repeat(32)}`)).toEqual({ kind: 'already-key' });
  });
});

it('says that a key may have been replaced when the answer to creating it is lost', async () => {
  const { practice, token } = await started('0.12.4');
  const proxy = await breakAfter(practice.url, (call) => call.method === 'POST');
  const desk = createDesk({ baseUrl: proxy.url });
  open.push(
    () => desk.close(),
    () => proxy.close(),
  );
  const lost = await exchangeKey(desk, new Secret(token), { create: 'if-none' });
  expect(lost).toMatchObject({ kind: 'lost' });
  const again = await exchangeKey(desk, new Secret(token), { create: 'if-none' });
  expect(again.kind).toBe('existing-key');
});
