import type { CredentialView, OpenWebUiSignInView, SetUpPlanView } from '@guichet/contract/admin-api';
import type { LastDiagnosisView } from '@guichet/contract/diagnosis-api';
import type { SessionView, SettingsView } from '@guichet/contract/set-up-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacksRedis } from '../redis/testing/test-redis.ts';
import { hasPostgres } from '../storage/testing/test-databases.ts';
import type { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestReplicas, type TestReplicas } from '../testing/start-test-replicas.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

const SOON = { timeout: 15_000 };
const lacks = (!hasPostgres && process.env.CI !== 'true') || lacksRedis;

describe.skipIf(lacks)('two servers on one PostgreSQL and one Redis', { timeout: 60_000 }, () => {
  let replicas: TestReplicas;
  let webhook: WebhookReceiver;
  /** The operator's browser, once at each server. */
  let [atOne, atOther]: [Operator, Operator] = [] as never;
  let account: TestReplicas['one']['account'];
  const urls = () => [replicas.one.guichet.url, replicas.other.guichet.url] as const;

  beforeAll(async () => {
    webhook = await startWebhookReceiver();
    replicas = await startTestReplicas({
      environment: { GUICHET_WEBHOOK_URL: webhook.url },
      limits: { visitorMessagesPerMinute: 6, visitorRunsAtATime: 3 },
    });
    atOne = replicas.operator;
    atOther = atOne.movedTo(replicas.other.guichet.url);
  }, 60_000);
  afterAll(async () => {
    await replicas.close();
    await webhook.close();
  });

  const readyOf = async (url: string) => (await (await fetch(`${url}/readyz`)).json()) as object;

  it('count a visitor’s messages together', async () => {
    const [one, other] = urls();
    const visitor = await VisitorClient.arrive(one);
    const conversation = await visitor.newConversation();
    const statuses: number[] = [];
    for (let at = 0; at < 8; at++) {
      const response = await visitor.movedTo(at % 2 === 0 ? one : other).post(conversation, `question ${at}`);
      statuses.push(response.status);
      await response.text();
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  });

  it('count a visitor’s answers at a time together', async () => {
    const [one, other] = urls();
    const operator = atOne;
    await operator.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: 'hang' } });
    await expect.poll(() => modelAt(atOther), SOON).toBe('hang');
    const visitor = await VisitorClient.arrive(one);
    const conversation = await visitor.newConversation();
    const codes: (string | undefined)[] = [];
    const open: Response[] = [];
    for (let at = 0; at < 5; at++) {
      const response = await visitor.movedTo(at % 2 === 0 ? one : other).post(conversation, `question ${at}`);
      if (response.status === 200) open.push(response);
      codes.push(response.status === 200 ? undefined : ((await response.json()) as { code: string }).code);
    }
    expect(codes).toEqual([undefined, undefined, undefined, 'too-many-runs', 'too-many-runs']);
    await operator.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: null } });
    await Promise.all(open.map((response) => response.body?.cancel()));
  });

  it('a sign-in and a sign-out at one count at the other', async () => {
    expect(await atOther.ask<SessionView>('GET', '/session')).toMatchObject({ signedIn: true, claimed: true });
    const password = 'four small green lanterns';
    expect((await atOther.request('PUT', '/password', { password })).status).toBe(200);
    // All others are out, and so is this browser's old session at the first server.
    expect((await atOne.request('GET', '/audit')).status).toBe(401);
    expect((await atOne.request('POST', '/session', { password })).status).toBe(200);
    atOther = atOne.movedTo(replicas.other.guichet.url);
    expect((await atOther.request('GET', '/audit')).status).toBe(200);
    const audit = await (await atOther.request('GET', '/audit')).text();
    expect(audit).toContain('password-set');
  });

  it('guesses at a password are counted together, from the same network', async () => {
    const [one, other] = urls();
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      const url = at % 2 === 0 ? one : other;
      const response = await fetch(`${url}/admin/api/session`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': 'application/json' },
        body: JSON.stringify({ password: 'a wrong password' }),
      });
      statuses.push(response.status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
    expect(statuses.slice(0, 5)).not.toContain(429);
  });

  it('a setting changed at one is in force at the other within a second', async () => {
    const began = performance.now();
    await atOne.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: 'slow' } });
    await expect.poll(() => modelAt(atOther), { ...SOON, interval: 20 }).toBe('slow');
    report('setting', began);
    await atOther.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: null } });
    await expect.poll(() => modelAt(atOne), SOON).toBe('echo');
  });

  it('a site paused by a command beside one is paused at both', async () => {
    const { databaseUrl, one } = replicas;
    const command = (...words: string[]) =>
      runCommand(['site', ...words], {
        DATABASE_URL: databaseUrl,
        GUICHET_DATA_DIR: one.dataDir,
        GUICHET_MASTER_KEYS: `main:${Buffer.alloc(32, 7).toString('base64')}`,
      });
    const statuses = () =>
      Promise.all(
        urls().map(async (url) => (await fetch(`${url}/v1/sites/default`, { headers: { Origin: ORIGIN } })).status),
      );
    expect(await statuses()).toEqual([200, 200]);
    expect((await command('pause', '--site', 'default')).code).toBe(0);
    await expect.poll(statuses, { ...SOON, interval: 20 }).toEqual([403, 403]);
    expect((await command('resume', '--site', 'default')).code).toBe(0);
    await expect.poll(statuses, SOON).toEqual([200, 200]);
  });

  it('a key changed at one is used by the other within a second, and told once', async () => {
    const { practice } = replicas.one;
    account = practice.state.addAccount();
    const next = practice.state.makeKey(account);
    const began = performance.now();
    const changed = await atOne.request('PUT', '/credential', { text: next });
    expect(changed.status).toBe(200);
    const { held } = (await changed.json()) as CredentialView;
    await expect
      .poll(async () => (await atOther.ask<CredentialView>('GET', '/credential')).held?.fingerprint, {
        ...SOON,
        interval: 20,
      })
      .toBe(held?.fingerprint);
    report('key', began);
    await expect.poll(() => webhook.notices.filter(({ event }) => event === 'credential-swapped')).toHaveLength(1);
  });

  it('a key that Open WebUI rejects is noticed by both and told once', async () => {
    const [one] = urls();
    const { practice } = replicas.one;
    practice.state.revokeKey(account);
    const visitor = await VisitorClient.arrive(one);
    await visitor.ask(await visitor.newConversation(), 'hi');
    for (const url of urls()) {
      await expect.poll(() => readyOf(url), SOON).toMatchObject({ reasons: [{ code: 'credential-refused' }] });
    }
    expect(webhook.notices.filter(({ event }) => event === 'credential-refused')).toHaveLength(1);
  });

  it('a sign-in at Open WebUI at one is gone on with at the other', async () => {
    const signedIn = await atOne.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      email: 'admin@example.com',
      password: 'admin-password',
    });
    expect(signedIn.kind).toBe('session');
    const { ticket } = signedIn as { ticket: string };
    const plan = await atOther.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, model: 'echo' });
    expect(plan.steps.length).toBeGreaterThan(0);
    const run = await atOne.request('POST', '/openwebui/provision/run', { ticket, plan: plan.plan });
    expect(run.status).toBe(200);
    expect(await run.text()).toContain('"kind":"end","ok":true');
    // A plan is carried out once.
    const again = await atOther.request('POST', '/openwebui/provision/run', { ticket, plan: plan.plan });
    expect(again.status).not.toBe(200);
  });

  it('a diagnosis made at one is shown at the other, and so is an origin that one refused', async () => {
    const [one, other] = urls();
    const stranger = 'https://stranger.example';
    await fetch(`${other}/v1/sites/default/visitors`, { method: 'POST', headers: { Origin: stranger } });
    const told = async () => {
      await (await atOne.request('POST', '/diagnosis', {})).text();
      const { last } = await atOther.ask<LastDiagnosisView>('GET', '/diagnosis');
      return last && { by: last.by, text: JSON.stringify(last.report) };
    };
    await expect.poll(told, SOON).toMatchObject({ by: 'operator', text: expect.stringContaining(stranger) });
    expect((await fetch(`${one}/healthz`)).status).toBe(200);
  });

  it('one of them leads', async () => {
    const [one, other] = urls();
    await expect.poll(() => leads(one), SOON).toBe(true);
    expect(await leads(other)).toBe(false);
  });

  it('both serve while Redis is away, say so, and work together again afterwards', async () => {
    await replicas.redis.kill();
    for (const url of urls()) {
      await expect
        .poll(() => readyOf(url), SOON)
        .toMatchObject({ ready: true, reasons: [{ code: 'redis-unavailable' }] });
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const visitor = await VisitorClient.arrive(url);
      expect((await visitor.ask(await visitor.newConversation(), 'hi')).text).toContain('hi');
    }
    expect(replicas.one.log.join('')).toContain('does not answer');
    // Slower, but told all the same.
    await atOne.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: 'slow' } });
    await expect.poll(() => modelAt(atOther), SOON).toBe('slow');
    await atOne.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: null } });

    await replicas.redis.start();
    for (const url of urls()) await expect.poll(() => readyOf(url), SOON).toEqual({ ready: true, reasons: [] });
    expect(replicas.one.log.join('')).toContain('answers again');
  });

  it('when one stops, the other leads and serves what the first one began', async () => {
    const [one, other] = urls();
    const visitor = await VisitorClient.arrive(one);
    const conversation = await visitor.newConversation();
    const asked = await visitor.ask(conversation, 'hi');
    await replicas.one.guichet.close(0);
    await expect.poll(() => leads(other), { timeout: 30_000 }).toBe(true);
    const moved = visitor.movedTo(other);
    expect((await moved.ask(conversation, 'again')).end.event).toBe('done');
    const { messages } = await moved.json<{ messages: { text: string }[] }>(`/v1/conversations/${conversation}`);
    expect(messages.map(({ text }) => text)).toContain(asked.text);
  });

  const leads = async (url: string) => /^guichet_leads 1$/m.test(await (await fetch(`${url}/metrics`)).text());

  async function modelAt(operator: Operator): Promise<string | undefined> {
    const { settings } = await operator.ask<SettingsView>('GET', '/settings');
    return settings.find(({ name }) => name === 'OPENWEBUI_MODEL')?.value ?? undefined;
  }
});

/** For the curious: nothing is asserted of a time. */
function report(what: string, began: number): void {
  if (process.env.GUICHET_TEST_REPORT) console.info(`${what}: ${Math.round(performance.now() - began)} ms`);
}
