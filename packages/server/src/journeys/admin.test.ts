import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CredentialView, ExchangeView, OpenWebUiSignInView, ReachView } from '@guichet/contract/admin-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LINK_LIFETIME_MS } from '../admin/admin-sessions.ts';
import { newLink, Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
beforeEach(async () => {
  test = await startTestGuichet();
});
afterEach(() => test.close());

const signedIn = () => Operator.signIn(test.guichet.url, test.dataDir);

async function answer(): Promise<string> {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const run = await visitor.ask(await visitor.newConversation(), 'hi');
  return run.end.event === 'done' ? run.text : String(run.end.data.code);
}

describe('the way in', () => {
  it('is a link that works once, also when a hundred try at the same moment', async () => {
    const link = await newLink(test.dataDir);
    const many = Array.from({ length: 9 }, () => new Operator(test.guichet.url).request('POST', '/session', { link }));
    const statuses = (await Promise.all(many)).map((response) => response.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
  });

  it('is refused when the link is too old, unknown, or tried too often', async () => {
    const old = await newLink(test.dataDir, () => Date.now() - LINK_LIFETIME_MS - 1);
    const operator = new Operator(test.guichet.url);
    expect(await operator.ask('POST', '/session', { link: old })).toMatchObject({ code: 'link-invalid' });
    expect(await operator.ask('POST', '/session', { link: 'x' })).toMatchObject({ code: 'link-invalid' });
    for (let count = 0; count < 10; count++) await operator.request('POST', '/session', { link: 'x' });
    expect(await operator.ask('POST', '/session', { link: 'x' })).toMatchObject({ code: 'too-many-sign-ins' });
  });

  it('leads nowhere without a session, for another site’s page, and after signing out', async () => {
    const stranger = new Operator(test.guichet.url);
    for (const [method, place] of [
      ['GET', '/credential'],
      ['PUT', '/credential'],
      ['GET', '/audit'],
      ['POST', '/openwebui/exchange'],
    ] as const) {
      expect((await stranger.request(method, place, method === 'GET' ? undefined : {})).status).toBe(401);
    }
    const operator = await signedIn();
    const foreign = await operator.request('PUT', '/credential', { text: 'x' }, { Origin: 'https://evil.example' });
    expect(await foreign.json()).toMatchObject({ code: 'origin-not-allowed' });
    await operator.request('DELETE', '/session');
    expect((await operator.request('GET', '/credential')).status).toBe(401);
  });

  it('keeps only hashes in the database, and the cookie from scripts and other sites', async () => {
    const link = await newLink(test.dataDir);
    const response = await new Operator(test.guichet.url).request('POST', '/session', { link });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const stored = Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
    expect(stored.includes(link)).toBe(false);
    expect(stored.includes(cookie.split(/[=;]/)[1] ?? '?')).toBe(false);
  });
});

describe('the credential in the console', () => {
  it('is shown without being shown, and says what it overrides', async () => {
    const operator = await signedIn();
    const view = await operator.ask<CredentialView>('GET', '/credential');
    expect(view).toMatchObject({
      held: { origin: 'environment', kind: 'open-webui-api-key', lastTwo: test.credential.slice(-2) },
      practice: false,
    });
    expect(JSON.stringify(view)).not.toContain(test.credential.slice(3, 12));
  });

  it('is recognised before anything is sent anywhere', async () => {
    const operator = await signedIn();
    expect(
      await operator.ask('POST', '/credential/inspect', { text: `sk-proj-${'a1B2c3D4'.repeat(8)}` }),
    ).toMatchObject({ usable: false, kind: 'openai-project' });
    expect(JSON.stringify(test.practice.state.received)).not.toContain('a1B2c3D4');
  });

  it('is replaced at once, kept sealed, counts before the environment, and gives way when it is taken back', async () => {
    const operator = await signedIn();
    const next = test.practice.state.makeKey(test.practice.state.addAccount());
    const view = await operator.ask<CredentialView>('PUT', '/credential', { text: ` "${next}" ` });
    expect(view).toMatchObject({
      held: { origin: 'console' },
      state: { kind: 'accepted' },
      overrides: [{ origin: 'environment', same: false }],
    });
    expect(await answer()).toBe('You said: hi');
    const stored = Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
    expect(stored.includes(next)).toBe(false);
    await test.restart();
    const again = await signedIn();
    expect(await again.ask('GET', '/credential')).toMatchObject({
      held: { origin: 'console', lastTwo: next.slice(-2) },
    });
    expect(await again.ask('DELETE', '/credential')).toMatchObject({ held: { origin: 'environment' }, overrides: [] });
    const { entries } = await again.ask<{ entries: { action: string }[] }>('GET', '/audit');
    expect(entries.map((entry) => entry.action)).toEqual([
      'credential-removed',
      'signed-in',
      'credential-replaced',
      'signed-in',
    ]);
  });

  it('is not replaced by what Open WebUI refuses or by what is none', async () => {
    const operator = await signedIn();
    expect(
      await operator.ask('PUT', '/credential', { text: `sk-${crypto.randomUUID().replaceAll('-', '')}` }),
    ).toMatchObject({
      code: 'credential-refused',
      cause: 'key-unknown',
      causeText: 'Open WebUI does not know this key.',
    });
    expect(await operator.ask('PUT', '/credential', { text: 'changeme' })).toMatchObject({
      code: 'credential-unusable',
      cause: 'key-placeholder',
    });
    expect(await answer()).toBe('You said: hi');
  });
});

describe('exchange', () => {
  const account = () => test.practice.state.addAccount({ email: 'svc@example.com', password: 'svc-password-1' });

  async function ticketFor(operator: Operator, password = 'svc-password-1'): Promise<OpenWebUiSignInView> {
    return operator.ask('POST', '/openwebui/sign-in', { email: 'svc@example.com', password });
  }

  it('makes a sign-in into a key that does not expire, and keeps neither address nor password', async () => {
    account();
    const operator = await signedIn();
    const signIn = await ticketFor(operator);
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const view = await operator.ask<ExchangeView>('POST', '/openwebui/exchange', { ticket: signIn.ticket });
    expect(view).toMatchObject({
      kind: 'done',
      created: true,
      credential: { held: { origin: 'console', kind: 'open-webui-api-key' } },
    });
    expect(await answer()).toBe('You said: hi');
    const again = await operator.ask('POST', '/openwebui/exchange', { ticket: signIn.ticket });
    expect(again).toMatchObject({ code: 'ticket-expired' });
    const stored = Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
    for (const secret of ['svc-password-1', test.credential]) {
      expect(stored.includes(secret)).toBe(false);
      expect(test.log.join('')).not.toContain(secret);
    }
  });

  it('reads the key an account has, and makes none', async () => {
    const key = test.practice.state.makeKey(account());
    const operator = await signedIn();
    const signIn = await ticketFor(operator);
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    expect(await operator.ask('POST', '/openwebui/exchange', { ticket: signIn.ticket })).toMatchObject({
      kind: 'done',
      created: false,
      credential: { held: { lastTwo: key.slice(-2) } },
    });
  });

  it('takes a pasted session token instead of a sign-in', async () => {
    const token = test.practice.state.makeSessionToken(account());
    const operator = await signedIn();
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      sessionToken: `Bearer ${token}`,
    });
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    expect(await operator.ask('POST', '/openwebui/exchange', { ticket: signIn.ticket })).toMatchObject({
      kind: 'done',
    });
  });

  it('says at once whose a pasted session token is, and refuses a dead one with its cause', async () => {
    const { administrator } = test.practice.state;
    const token = test.practice.state.makeSessionToken(administrator);
    const operator = await signedIn();
    const ask = (sessionToken: string) => operator.ask('POST', '/openwebui/sign-in', { sessionToken });
    expect(await ask(token)).toMatchObject({ kind: 'session', role: 'admin', email: 'admin@example.com' });
    test.practice.state.revokeSessions(administrator);
    expect(await ask(token)).toMatchObject({ kind: 'refused', cause: 'session-token-revoked' });
    expect(await ask('not a token')).toMatchObject({ kind: 'refused', cause: 'key-malformed' });
  });

  it('names the switch, its place and who can flip it where keys are off', async () => {
    account();
    test.practice.state.set('ENABLE_API_KEYS', false);
    const operator = await signedIn();
    const signIn = await ticketFor(operator);
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const view = await operator.ask<ExchangeView>('POST', '/openwebui/exchange', { ticket: signIn.ticket });
    expect(view).toMatchObject({
      kind: 'keys-off',
      steps: [{ who: 'administrator', path: expect.arrayContaining(['API Keys']) }],
    });
  });

  it('says a wrong password is wrong, and carries a second factor through', async () => {
    account();
    const operator = await signedIn();
    expect(await ticketFor(operator, 'wrong-password')).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('Wrong email or password'),
    });
    test.practice.state.set('ENABLE_MFA', true);
    expect(await ticketFor(operator)).toMatchObject({ kind: 'second-factor', step: 'enroll' });
  });
});

describe('renewal by a service account, where API keys stay off', () => {
  it('is proved when it is chosen, kept sealed, and signs in again by itself when the session was ended', async () => {
    test.practice.state.set('ENABLE_API_KEYS', false);
    test.practice.state.addAccount({ email: 'svc@example.com', password: 'svc-password-1' });
    const operator = await signedIn();
    expect(
      await operator.ask('PUT', '/openwebui/renewal', { email: 'svc@example.com', password: 'wrong' }),
    ).toMatchObject({ kind: 'refused' });
    expect(await operator.ask('GET', '/openwebui/renewal')).toEqual({ on: false });
    const account = { email: 'svc@example.com', password: 'svc-password-1' };
    expect(await operator.ask('PUT', '/openwebui/renewal', account)).toEqual({ on: true, email: 'svc@example.com' });
    expect(await operator.ask('GET', '/credential')).toMatchObject({ held: { kind: 'open-webui-session-token' } });
    expect(await answer()).toBe('You said: hi');
    const stored = Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
    expect(stored.includes('svc-password-1')).toBe(false);
    // Every session token dies at once; the next question finds out, the one after it is answered.
    test.practice.state.changeSecret();
    expect(await answer()).toBe('assistant-misconfigured');
    await expect.poll(answer, { timeout: 10_000 }).toBe('You said: hi');
    expect(test.log.join('')).toContain('session-renewed');
    expect((await operator.request('DELETE', '/openwebui/renewal')).status).toBe(204);
    expect(await operator.ask('GET', '/openwebui/renewal')).toEqual({ on: false });
  });
});

describe('what the key can reach', () => {
  it('is said with its proof, closed by a choice of its own, and opened again', async () => {
    const operator = await signedIn();
    const before = await operator.ask<ReachView>('GET', '/openwebui/reach');
    expect(before.findings.find((finding) => finding.id === 'other-accounts')).toMatchObject({
      reach: 'open',
      needed: false,
    });
    expect(before.findings.find((finding) => finding.id === 'provider-keys')).toMatchObject({ reach: 'closed' });
    expect(before.remedy).toMatchObject({ binds: true, path: expect.arrayContaining(['Allowed Endpoints']) });
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      email: 'admin@example.com',
      password: 'admin-password',
    });
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const { ticket } = signIn;
    expect(await operator.ask('POST', '/openwebui/allow-list', { ticket })).toMatchObject({
      state: 'to-do',
      canUndo: false,
    });
    await operator.request('POST', '/openwebui/allow-list/apply', { ticket });
    const after = await operator.ask<ReachView>('GET', '/openwebui/reach');
    expect(after).toMatchObject({ restricted: true });
    expect(after.findings.filter((finding) => finding.reach === 'open' && !finding.needed)).toEqual([]);
    expect(await answer()).toBe('You said: hi');
    expect(await operator.ask('POST', '/openwebui/allow-list/undo', { ticket })).toMatchObject({ ok: true });
    expect(await operator.ask('GET', '/openwebui/reach')).toMatchObject({ restricted: false });
    expect(JSON.stringify(after)).not.toContain('admin@example.com');
  });
});
