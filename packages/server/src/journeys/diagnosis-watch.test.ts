/** The doctor that runs all the time, in a running server. */
import type { LastDiagnosisView } from '@guichet/contract/diagnosis-api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

let own: TestGuichet;
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startReceiver(): Promise<WebhookReceiver> {
  const receiver = await startWebhookReceiver();
  closers.push(receiver.close);
  return receiver;
}

async function ask(): Promise<string> {
  const visitor = await VisitorClient.arrive(own.guichet.url);
  return (await visitor.ask(await visitor.newConversation(), 'hello')).end.event;
}

describe('the watch', { timeout: 60_000 }, () => {
  it('finds out by itself why a visitor’s answer failed, and tells log, webhook, figures and page', async () => {
    const receiver = await startReceiver();
    own = await startTestGuichet({
      model: 'no-such-model',
      environment: { GUICHET_WEBHOOK_URL: receiver.url, GUICHET_PUBLIC_URL: 'http://127.0.0.1:9' },
    });
    closers.push(own.close);
    expect(await ask()).toBe('error');

    await vi.waitFor(
      () => expect(receiver.notices).toContainEqual(expect.objectContaining({ event: 'diagnosis-failing' })),
      { timeout: 30_000 },
    );
    const notice = receiver.notices.find(({ event }) => event === 'diagnosis-failing');
    expect(notice).toMatchObject({ severity: 'error', text: expect.stringContaining('http://127.0.0.1:9/diagnostic') });
    expect(own.log.filter((line) => line.includes('diagnosis-failing'))).toHaveLength(1);

    const figures = await (await fetch(`${own.guichet.url}/metrics`)).text();
    expect(figures).toMatch(/^guichet_doctor_check_failing\{check="models\/chosen"\} 1$/m);
    expect(figures).toMatch(/^guichet_doctor_check_failing\{check="key\/accepted"\} 0$/m);
    expect(figures).toMatch(/^guichet_doctor_checks\{status="fail"\} [1-9]/m);

    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const { last } = await operator.ask<LastDiagnosisView>('GET', '/diagnosis');
    expect(last?.by).toBe('watch');
    expect(last?.report.checks.find(({ id }) => id === 'models/chosen')?.status).toBe('fail');
    expect(JSON.stringify([receiver.notices, own.log, figures])).not.toContain(own.credential);
  });

  it('lets the server close at once, whatever it is waiting for', async () => {
    own = await startTestGuichet({ model: 'hang' });
    closers.push(own.close);
    const operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const response = await operator.request('POST', '/diagnosis', {});
    const text = response.text();
    await own.guichet.close(0);
    // Ended by the close, not by the doctor's own time limit: no answer of the model is waited for.
    expect(await text).toContain('"kind":"end"');
  });
});
