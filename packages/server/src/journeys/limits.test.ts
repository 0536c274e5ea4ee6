import {
  ADDRESS_MESSAGES_PER_DAY,
  ADDRESS_VISITORS_PER_MINUTE,
  VISITOR_MESSAGES_PER_DAY,
  VISITOR_MESSAGES_PER_MINUTE,
  VISITOR_RUNS_AT_A_TIME,
} from '@guichet/contract/limits';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits/visitor-limits.ts';
import { startTestGuichet, type TestGuichet, type TestGuichetOptions } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

function url(): string {
  if (!test) throw new Error('not started');
  return test.guichet.url;
}

async function start(options: TestGuichetOptions = {}): Promise<VisitorClient> {
  test = await startTestGuichet(options);
  return VisitorClient.arrive(url());
}

async function expectLimit(response: Response, code: string): Promise<void> {
  const body = (await response.json()) as { code: string; retryAfter: number; detail: string };
  expect({ status: response.status, code: body.code }).toEqual({ status: 429, code });
  expect(body.retryAfter).toBeGreaterThan(0);
  expect(response.headers.get('retry-after')).toBe(String(body.retryAfter));
  expect(body.detail).not.toMatch(/quota|rate/i);
}

describe('limits of a fresh instance', () => {
  it('are the promised ones', () => {
    expect(DEFAULT_LIMITS).toMatchObject({
      visitorMessagesPerMinute: 60,
      visitorMessagesPerDay: 500,
      visitorRunsAtATime: 3,
      addressVisitorsPerMinute: 20,
      addressMessagesPerDay: 3_000,
    });
    expect([
      VISITOR_MESSAGES_PER_MINUTE,
      VISITOR_MESSAGES_PER_DAY,
      VISITOR_RUNS_AT_A_TIME,
      ADDRESS_VISITORS_PER_MINUTE,
      ADDRESS_MESSAGES_PER_DAY,
    ]).toEqual([60, 500, 3, 20, 3_000]);
  });

  it('60 messages a minute, and another visitor asks on', async () => {
    const visitor = await start({ limits: { visitorMessagesPerMinute: VISITOR_MESSAGES_PER_MINUTE } });
    const conversation = await visitor.newConversation();
    for (let count = 0; count < VISITOR_MESSAGES_PER_MINUTE; count += 3) {
      await Promise.all([1, 2, 3].map(() => visitor.ask(conversation, 'hi')));
    }
    await expectLimit(await visitor.post(conversation, 'one too many'), 'too-many-messages');
    const other = await VisitorClient.arrive(url());
    expect((await other.ask(await other.newConversation(), 'hi')).end.event).toBe('done');
  });

  it('3 runs at a time, and a place is free again when one ends', async () => {
    const visitor = await start({ model: 'slow' });
    const conversation = await visitor.newConversation();
    const open = await Promise.all([1, 2, 3].map(() => visitor.post(conversation, 'one two three four five six')));
    await expectLimit(await visitor.post(conversation, 'hi'), 'too-many-runs');
    const other = await VisitorClient.arrive(url());
    const others = await other.post(await other.newConversation(), 'hi');
    expect(others.status).toBe(200);
    await others.body?.cancel();
    const [first] = open;
    if (!first) throw new Error('no run');
    const { runId } = await readRun(first, () => true);
    await visitor.request(`/v1/runs/${runId}/stop`, { method: 'POST' });
    await expect.poll(async () => (await visitor.post(conversation, 'hi')).status).toBe(200);
  });

  it('500 messages a day, counted across conversations', async () => {
    const visitor = await start({ limits: { visitorMessagesPerDay: 4 } });
    for (let count = 0; count < 4; count++) await visitor.ask(await visitor.newConversation(), 'hi');
    await expectLimit(await visitor.post(await visitor.newConversation(), 'hi'), 'daily-limit-reached');
    const other = await VisitorClient.arrive(url());
    expect((await other.ask(await other.newConversation(), 'hi')).end.event).toBe('done');
  });

  it('3,000 messages a day from one address block, whoever sends them', async () => {
    await start({ limits: { addressMessagesPerDay: 3 } });
    for (let count = 0; count < 3; count++) {
      const visitor = await VisitorClient.arrive(url());
      await visitor.ask(await visitor.newConversation(), 'hi');
    }
    const visitor = await VisitorClient.arrive(url());
    await expectLimit(await visitor.post(await visitor.newConversation(), 'hi'), 'address-limit-reached');
  });

  it('20 new visitors a minute from one address block; a block beyond a trusted proxy is another', async () => {
    test = await startTestGuichet({
      environment: { GUICHET_TRUSTED_PROXIES: '127.0.0.1,::1' },
      limits: { addressVisitorsPerMinute: ADDRESS_VISITORS_PER_MINUTE },
    });
    const arrive = (from: string) =>
      fetch(`${url()}/v1/sites/default/visitors`, {
        method: 'POST',
        headers: { Origin: ORIGIN, 'X-Forwarded-For': from },
      });
    for (let count = 0; count < ADDRESS_VISITORS_PER_MINUTE; count++)
      expect((await arrive('203.0.113.7')).status).toBe(201);
    await expectLimit(await arrive('203.0.113.7'), 'too-many-visitors');
    expect((await arrive('203.0.113.8')).status).toBe(201);
    for (let count = 0; count < ADDRESS_VISITORS_PER_MINUTE; count++) {
      expect((await arrive(`2001:db8::${count.toString(16)}`)).status).toBe(201);
    }
    await expectLimit(await arrive('2001:db8::ffff'), 'too-many-visitors');
  });

  it('a repeated request is not counted again', async () => {
    const visitor = await start({ limits: { visitorMessagesPerDay: 1, visitorMessagesPerMinute: 1 } });
    const conversation = await visitor.newConversation();
    const key = crypto.randomUUID();
    const first = await visitor.ask(conversation, 'hi', key);
    for (let count = 0; count < 3; count++) expect((await visitor.ask(conversation, 'hi', key)).text).toBe(first.text);
  });
});
