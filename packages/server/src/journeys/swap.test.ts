import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '../settings/read-settings.ts';
import { Operator } from '../testing/operator.ts';
import { readLines } from '../testing/read-lines.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

const ANSWERS = 100;
const TOKENS = 30;
const WHOLE = Array.from({ length: TOKENS }, (_, place) => `token${place + 1} `).join('');

function settingsWith(own: TestGuichet, more: Record<string, string>): Settings {
  return readSettings({
    environment: {
      OPENWEBUI_URL: own.practice.url,
      OPENWEBUI_API_KEY: own.credential,
      OPENWEBUI_MODEL: 'echo',
      GUICHET_ALLOWED_ORIGINS: ORIGIN,
      GUICHET_DATA_DIR: own.dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      ...more,
    },
  });
}

describe('a new credential while answers are being written', () => {
  it(`lets ${ANSWERS} of them finish on the old one, none failed`, { timeout: 60_000 }, async () => {
    const own = await startTestGuichet({ model: `paced-30-${TOKENS}` });
    test = own;
    const account = own.practice.state.addAccount();
    const next = own.practice.state.makeKey(account);
    const asking = Array.from({ length: ANSWERS }, async () => {
      const visitor = await VisitorClient.arrive(own.guichet.url);
      return visitor.ask(await visitor.newConversation(), 'hi');
    });
    await expect.poll(() => own.practice.state.provider.calls.length, { timeout: 20_000 }).toBeGreaterThan(ANSWERS / 2);
    await own.guichet.reload(settingsWith(own, { OPENWEBUI_API_KEY: next, OPENWEBUI_MODEL: `paced-30-${TOKENS}` }));
    const runs = await Promise.all(asking);
    expect(runs.filter((run) => run.end.event !== 'done' || run.text !== WHOLE)).toEqual([]);
    expect(own.log.some((line) => line.includes('credential-swapped'))).toBe(true);
    // From now on the old one is not needed any more.
    own.practice.state.deleteAccount(own.account);
    const visitor = await VisitorClient.arrive(own.guichet.url);
    expect((await visitor.ask(await visitor.newConversation(), 'hi')).end.event).toBe('done');
  });

  it('is refused with its cause when Open WebUI refuses it, and the old one goes on', async () => {
    const own = await startTestGuichet();
    test = own;
    const wrong = `sk-${crypto.randomUUID().replaceAll('-', '')}`;
    await own.guichet.reload(settingsWith(own, { OPENWEBUI_API_KEY: wrong }));
    const visitor = await VisitorClient.arrive(own.guichet.url);
    expect((await visitor.ask(await visitor.newConversation(), 'hi')).text).toBe('You said: hi');
    const line = own.log.find((entry) => entry.includes('credential-swap-refused'));
    expect(line).toContain('Open WebUI does not know this key.');
    expect(own.log.join('')).not.toContain(wrong);
  });

  it('is refused, and the diagnosis says so of the new one and that visitors still get answers', async () => {
    const own = await startTestGuichet();
    test = own;
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const impactOf = async () => {
      const lines = await readLines<DiagnosisLineView>(
        await operator.request('POST', '/diagnosis', { only: 'key/known' }),
      );
      const told = lines.find((line) => line.kind === 'check' && line.check.id === 'key/known');
      return told?.kind === 'check' ? [told.check.status, told.check.impact] : told;
    };
    expect(await impactOf()).toEqual(['ok', undefined]);
    const wrong = `sk-${crypto.randomUUID().replaceAll('-', '')}`;
    await own.guichet.reload(settingsWith(own, { OPENWEBUI_API_KEY: wrong }));
    expect(await impactOf()).toEqual(['fail', expect.stringContaining('still get answers')]);
    // The former one dies as well.
    own.practice.state.deleteAccount(own.account);
    const visitor = await VisitorClient.arrive(own.guichet.url);
    expect((await visitor.ask(await visitor.newConversation(), 'hi')).end.event).toBe('error');
    // The refusal is confirmed by another question before it is believed.
    await expect.poll(impactOf, { timeout: 10_000 }).toEqual(['fail', 'Visitors get no answer.']);
  });

  it('comes with another model, and says what needs a restart', async () => {
    const own = await startTestGuichet({ model: 'reason' });
    test = own;
    await own.guichet.reload(settingsWith(own, { GUICHET_PROOF: 'off' }));
    const visitor = await VisitorClient.arrive(own.guichet.url);
    expect((await visitor.ask(await visitor.newConversation(), 'hi')).reasoning).toBe('');
    expect(own.log.join('')).toMatch(/Restart Guichet to apply these changes: GUICHET_PROOF\./);
  });
});

describe('a credential that is none', () => {
  it('is not sent anywhere, and the visitor hears that the owner has something to do', async () => {
    const own = await startTestGuichet({ environment: { OPENWEBUI_API_KEY: `sk-proj-${'a1B2c3D4'.repeat(8)}` } });
    test = own;
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const run = await visitor.ask(await visitor.newConversation(), 'hi');
    expect(run.end).toMatchObject({ event: 'error', data: { code: 'not-configured' } });
    expect(own.practice.state.received.filter((call) => call.path !== '/health')).toEqual([]);
    expect(own.guichet.credentialLack).toMatchObject({
      kind: 'key-unusable',
      recognition: { cause: 'key-is-provider-key' },
    });
    const ready = await (await fetch(`${own.guichet.url}/readyz`)).json();
    expect(ready).toMatchObject({
      reasons: [{ code: 'not-configured', detail: expect.stringContaining('belongs to a provider') }],
    });
  });
});

describe('from the practice server to an Open WebUI of one’s own', () => {
  it('needs no restart: first the address, then the key', async () => {
    const own = await startTestGuichet({
      environment: { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '', OPENWEBUI_MODEL: '' },
    });
    test = own;
    const site = async () =>
      (await (await fetch(`${own.guichet.url}/v1/sites/default`)).json()) as { practice: boolean; name: string };
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const conversation = await visitor.newConversation();
    expect(await site()).toMatchObject({ practice: true, name: 'Guichet guide' });
    expect((await visitor.ask(conversation, 'What is Guichet?')).text).toContain('Practice server');
    await own.guichet.reload(settingsWith(own, { OPENWEBUI_API_KEY: '' }));
    expect((await visitor.ask(conversation, 'hi')).end).toMatchObject({ data: { code: 'not-configured' } });
    await own.guichet.reload(settingsWith(own, {}));
    expect(await site()).toMatchObject({ practice: false, name: 'echo' });
    expect((await visitor.ask(conversation, 'hi')).text).toBe('You said: hi');
  });
});

describe('a key that dies while it is in use', () => {
  it('is noticed with the first question, told by metrics, readiness and webhook, and mended by a swap', async () => {
    const receiver = await startWebhookReceiver();
    const { notices, url: webhook } = receiver;
    const own = await startTestGuichet({ environment: { GUICHET_WEBHOOK_URL: webhook } });
    test = own;
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const conversation = await visitor.newConversation();
    own.practice.state.revokeKey(own.account);
    expect((await visitor.ask(conversation, 'hi')).end).toMatchObject({ data: { code: 'assistant-misconfigured' } });
    await expect
      .poll(() => notices)
      .toMatchObject([{ source: 'guichet', event: 'credential-refused', severity: 'error' }]);
    const metrics = await (await fetch(`${own.guichet.url}/metrics`)).text();
    expect(metrics).toMatch(/^guichet_credential_refused 1$/m);
    expect(metrics).toMatch(/^guichet_credential_expires_seconds \+Inf$/m);
    await expect
      .poll(async () => (await (await fetch(`${own.guichet.url}/readyz`)).json()) as object, { timeout: 8_000 })
      .toMatchObject({ reasons: [{ code: 'credential-refused' }] });
    const next = own.practice.state.makeKey(own.practice.state.addAccount());
    await own.guichet.reload(settingsWith(own, { OPENWEBUI_API_KEY: next }));
    expect((await visitor.ask(conversation, 'hi')).end.event).toBe('done');
    expect(JSON.stringify(notices)).not.toContain(own.credential);
    await receiver.close();
  });
});
