import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { SessionView } from '@guichet/contract/set-up-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LINK_LIFETIME_MS } from '../admin/admin-sessions.ts';
import { newLink, Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';

const PASSWORD = 'otter lamp violin rain';

let test: TestGuichet;
beforeEach(async () => {
  test = await startTestGuichet();
});
afterEach(() => test.close());

const tokenOf = (own: TestGuichet) => own.guichet.claimLink?.address.split('#link=')[1] ?? '';
const redeem = (link: string) => new Operator(test.guichet.url).request('POST', '/session', { link });
const statusesOf = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);
const session = () => new Operator(test.guichet.url).ask<SessionView>('GET', '/session');

async function claimed(): Promise<Operator> {
  const operator = new Operator(test.guichet.url);
  await operator.request('POST', '/session', { link: tokenOf(test) });
  return operator;
}

async function withPassword(): Promise<Operator> {
  const operator = await claimed();
  expect(await operator.ask('PUT', '/password', { password: PASSWORD })).toMatchObject({ hasPassword: true });
  return operator;
}

const signIn = (password: string, operator = new Operator(test.guichet.url)) =>
  operator.request('POST', '/session', { password });

/**
 * A change of the password of which only the end is missing, so that many can come at one moment.
 *
 * @returns what sends the end, and waits for the answer
 */
async function heldBack(operator: Operator, body: string): Promise<() => Promise<{ status: number; text: string }>> {
  const asked = request(`${test.guichet.url}/admin/api/password`, {
    method: 'PUT',
    agent: false,
    headers: {
      Origin: test.guichet.url,
      Cookie: operator.cookie,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Expect: '100-continue',
    },
  });
  asked.flushHeaders();
  await once(asked, 'continue');
  return async () => {
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, text: await text(answer) };
  };
}

describe('the link of an instance that nobody has come into', () => {
  it('lets exactly one of a hundred in who try it at the same moment', async () => {
    const statuses = await statusesOf(Array.from({ length: 100 }, () => redeem(tokenOf(test))));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 401, 429].includes(status))).toBe(true);
    expect(await session()).toEqual({ signedIn: false, hasPassword: false, claimed: true });
  });

  it('is not found by a hundred who guess at the same moment, who are slowed down and keep nobody out', async () => {
    const guess = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    const statuses = await statusesOf(Array.from({ length: 100 }, () => redeem(guess())));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(90);
    expect(await session()).toMatchObject({ claimed: false });
    expect((await redeem(tokenOf(test))).status).toBe(200);
  });

  it('is another one at each start until somebody comes in, and none afterwards', async () => {
    const first = tokenOf(test);
    await test.restart();
    expect(tokenOf(test)).not.toBe(first);
    expect((await redeem(first)).status).toBe(401);
    await claimed();
    await test.restart();
    expect(test.guichet.claimLink).toBeUndefined();
  });

  it('dies when somebody comes in by another way', async () => {
    await redeem(await newLink(test.dataDir));
    expect((await redeem(tokenOf(test))).status).toBe(401);
  });

  it('is in no log and in no file', async () => {
    const token = tokenOf(test);
    await claimed();
    expect(test.log.join('')).not.toContain(token);
    expect(storedBytes().includes(token)).toBe(false);
  });
});

describe('a set-up token of one’s own', () => {
  const TOKEN = 'correct-horse-battery';
  beforeEach(async () => {
    await test.close();
    test = await startTestGuichet({ environment: { GUICHET_SETUP_TOKEN: TOKEN } });
  });

  it('is not printed, works once, and is dead for ever, across restarts too', async () => {
    expect(test.guichet.claimLink).toMatchObject({ byOwnToken: true, address: expect.stringMatching(/#link=$/) });
    await test.restart();
    const statuses = await statusesOf(Array.from({ length: 9 }, () => redeem(TOKEN)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    await test.restart();
    expect(test.guichet.claimLink).toBeUndefined();
    expect((await redeem(TOKEN)).status).toBe(401);
  });

  it('is not found by trying: ten a minute', async () => {
    const statuses = await statusesOf(Array.from({ length: 100 }, (_, index) => redeem(`guess-number-${index}`)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect((await redeem(TOKEN)).status).toBe(429);
  });
});

describe('the password', () => {
  it('lets in afterwards, whichever way its letters were typed', async () => {
    const operator = await claimed();
    await operator.request('PUT', '/password', { password: 'élan vital à Noël' });
    expect((await signIn('élan vital à Noël'.normalize('NFD'))).status).toBe(200);
    expect(await (await signIn('elan vital a Noel')).json()).toMatchObject({ code: 'password-wrong' });
  });

  it.each([
    ['kurz', 'password-too-short'],
    ['x'.repeat(257), 'password-too-long'],
    ['somebody@example.com', 'password-is-address'],
    ['https://shop.example/', 'password-is-address'],
    ['shop.example 2026', 'password-is-site-name'],
    ['aaaaaaaaaaaaa', 'password-too-common'],
    ['Password1234!', 'password-too-common'],
    ['motdepasse2026', 'password-too-common'],
    ['azertyuiopqs', 'password-too-common'],
  ])('"%s" is refused with a sentence that says why', async (password, code) => {
    const operator = await claimed();
    expect(await operator.ask('PUT', '/password', { password })).toMatchObject({ code, status: 422 });
    expect(await session()).toMatchObject({ hasPassword: false });
  });

  it('is changed only by somebody who knows it or has just come by a link', async () => {
    const operator = await withPassword();
    const next = 'another four word phrase';
    expect(await operator.ask('PUT', '/password', { password: next })).toMatchObject({
      code: 'current-password-wanted',
    });
    expect(await operator.ask('PUT', '/password', { password: next, current: 'x' })).toMatchObject({
      code: 'current-password-wrong',
    });
    expect((await operator.request('PUT', '/password', { password: next, current: PASSWORD })).status).toBe(200);
    expect((await signIn(PASSWORD)).status).toBe(401);
    const byLink = await Operator.signIn(test.guichet.url, test.dataDir);
    expect((await byLink.request('PUT', '/password', { password: PASSWORD })).status).toBe(200);
    expect((await signIn(PASSWORD)).status).toBe(200);
  });

  it('is wanted again when the sign-in by link is a while ago', async () => {
    let ahead = 0;
    await test.close();
    test = await startTestGuichet({ now: () => Date.now() + ahead });
    await withPassword();
    const byLink = await Operator.signIn(test.guichet.url, test.dataDir);
    ahead = LINK_LIFETIME_MS + 1;
    expect(await byLink.ask('PUT', '/password', { password: 'another four word phrase' })).toMatchObject({
      code: 'current-password-wanted',
    });
  });

  it('ends every other session and every link when it is changed, and asks for a session', async () => {
    const first = await withPassword();
    const second = new Operator(test.guichet.url);
    await signIn(PASSWORD, second);
    const link = await newLink(test.dataDir);
    await first.request('PUT', '/password', { password: 'another four word phrase', current: PASSWORD });
    expect((await first.request('GET', '/credential')).status).toBe(200);
    expect((await second.request('GET', '/credential')).status).toBe(401);
    expect((await redeem(link)).status).toBe(401);
    expect((await new Operator(test.guichet.url).request('PUT', '/password', { password: PASSWORD })).status).toBe(401);
  });

  it('is asked for as slowly whether there is one or not, and no more than ten times a minute from one place', async () => {
    expect((await signIn(PASSWORD)).status).toBe(401);
    const statuses = await statusesOf(Array.from({ length: 30 }, () => signIn('not the password')));
    expect(statuses.filter((status) => status === 401)).toHaveLength(9);
    expect(statuses.filter((status) => status === 429)).toHaveLength(21);
    // Whoever is on the server still comes in.
    expect((await redeem(await newLink(test.dataDir))).status).toBe(200);
  });

  it('of a browser that somebody has come in from is not kept out by others who guess, not even from the same place', async () => {
    const operator = await withPassword();
    await operator.request('DELETE', '/session');
    const guesses = await statusesOf(Array.from({ length: 30 }, () => signIn('not the password')));
    expect(guesses).toContain(429);
    expect((await signIn(PASSWORD)).status).toBe(429);
    const forged = new Operator(test.guichet.url);
    forged.browser = operator.browser.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    forged.browser = forged.browser.replace(/\.[\w-]{22}\./, `.${'A'.repeat(22)}.`);
    expect((await signIn(PASSWORD, forged)).status).toBe(429);
    expect((await signIn(PASSWORD, operator)).status).toBe(200);
    // It opens nothing, and its own attempts are counted too.
    const known = new Operator(test.guichet.url);
    known.browser = operator.browser;
    expect((await known.request('GET', '/credential')).status).toBe(401);
    expect(await statusesOf(Array.from({ length: 30 }, () => signIn('not the password', known)))).toContain(429);
  });

  it('takes no more memory than two at a time, however many come at once: the rest is told to come back', async () => {
    const operator = await claimed();
    const body = JSON.stringify({ password: PASSWORD });
    const held = await Promise.all(Array.from({ length: 100 }, () => heldBack(operator, body)));
    const all = await Promise.all(held.map((letGo) => letGo()));
    const busy = all.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThanOrEqual(10);
    expect(JSON.parse(busy[0]?.text ?? '')).toMatchObject({ code: 'sign-in-busy', retryAfter: 5 });
    expect(all.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect((await signIn(PASSWORD)).status).toBe(200);
  });

  it('is kept as a hash that says how it was made, and is seen nowhere else', async () => {
    await withPassword();
    await signIn(PASSWORD);
    await signIn('violin rain otter lamp');
    const stored = storedBytes();
    expect(stored.includes('$argon2id$v=19$m=47104,t=2,p=1$')).toBe(true);
    for (const secret of [PASSWORD, 'violin rain otter lamp']) {
      expect(stored.includes(secret)).toBe(false);
      expect(test.log.join('')).not.toContain(secret);
    }
  });
});

describe('a session', () => {
  it('is in a cookie that only an encrypted page of this very name can set, where there is encryption', async () => {
    await test.close();
    test = await startTestGuichet({ environment: { GUICHET_PUBLIC_URL: 'https://guichet.example.com' } });
    const operator = await claimed();
    expect(operator.cookie).toMatch(/^__Host-guichet_session=[\w-]{43}$/);
    expect((await operator.request('GET', '/credential')).status).toBe(200);
    // One that a neighbouring name has planted stands behind it.
    const both = new Operator(test.guichet.url);
    both.cookie = `guichet_session=${'A'.repeat(43)}; ${operator.cookie}`;
    expect((await both.request('GET', '/credential')).status).toBe(200);
    await operator.request('DELETE', '/session');
    expect((await both.request('GET', '/credential')).status).toBe(401);
  });

  it('is another one after each sign-in, and the one before is over', async () => {
    const operator = await withPassword();
    const before = operator.cookie;
    await signIn(PASSWORD, operator);
    expect(operator.cookie).not.toBe(before);
    const old = new Operator(test.guichet.url);
    old.cookie = before;
    expect((await old.request('GET', '/credential')).status).toBe(401);
  });

  it('that somebody planted is not taken over', async () => {
    await withPassword();
    const operator = new Operator(test.guichet.url);
    operator.cookie = `guichet_session=${'A'.repeat(43)}`;
    await signIn(PASSWORD, operator);
    expect(operator.cookie).not.toContain('A'.repeat(43));
    expect((await operator.request('GET', '/credential')).status).toBe(200);
  });

  it('does not fill the audit log with wrong passwords, and counts them', async () => {
    let ahead = 0;
    await test.close();
    test = await startTestGuichet({ now: () => Date.now() + ahead });
    const operator = await withPassword();
    for (let time = 0; time < 4; time++) await signIn('not the password');
    ahead = 10 * 60_000;
    await signIn('not the password');
    const { entries } = await operator.ask<{ entries: { action: string; detail: object }[] }>('GET', '/audit');
    expect(entries.filter(({ action }) => action === 'sign-in-refused').map(({ detail }) => detail)).toEqual([
      { by: 'password', before: 3 },
      { by: 'password' },
    ]);
  });

  it('is in the audit log: who came in by what, who tried, who left', async () => {
    const operator = await withPassword();
    await signIn('not the password');
    await operator.request('DELETE', '/session');
    await signIn(PASSWORD, operator);
    const { entries } = await operator.ask<{ entries: { action: string; detail: object }[] }>('GET', '/audit');
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['signed-in', { by: 'password' }],
      ['signed-out', {}],
      ['sign-in-refused', { by: 'password' }],
      ['password-set', {}],
      ['signed-in', { by: 'link' }],
    ]);
  });
});

function storedBytes(): Buffer {
  return Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
}
