import { HEARTBEAT_MS } from '@guichet/contract/limits';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Heartbeat } from '../answer/heartbeat.ts';
import { startTestGuichet, type TestGuichet, type TestGuichetOptions } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

async function start(options: TestGuichetOptions) {
  test = await startTestGuichet(options);
  const visitor = await VisitorClient.arrive(test.guichet.url);
  return { own: test, visitor, conversation: await visitor.newConversation() };
}

describe('a stream', () => {
  it('is kept alive by a comment line often enough, by one timer for all, and by none when nobody reads', () => {
    vi.useFakeTimers();
    const heartbeat = new Heartbeat();
    const beats = [0, 0];
    const streams = beats.map((_, index) => ({
      beat() {
        beats[index] = (beats[index] ?? 0) + 1;
      },
    }));
    for (const stream of streams) heartbeat.add(stream);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(beats).toEqual([1, 1]);
    for (const stream of streams) heartbeat.remove(stream);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('brings the first word at once and joins what arrives together', async () => {
    const { visitor, conversation } = await start({ model: 'paced-2-200', practice: { provider: { tokenMs: 2 } } });
    const run = await visitor.ask(conversation, 'hi');
    const deltas = run.messages
      .filter((message) => message.event === 'delta')
      .map((message) => JSON.parse(message.data).text as string);
    expect(deltas[0]).toBe('token1 ');
    expect(deltas.length).toBeLessThan(120);
    expect(run.text.trimEnd().split(' ')).toHaveLength(200);
  });

  it('carries sources before the text, without what is nobody’s business', async () => {
    const { visitor, conversation } = await start({ model: 'cite' });
    const run = await visitor.ask(conversation, 'hi');
    const sources = run.messages.find((message) => message.event === 'sources');
    const list = JSON.parse(sources?.data ?? '{}').sources as Record<string, unknown>[];
    expect(list.length).toBeGreaterThan(0);
    for (const source of list)
      expect(Object.keys(source).every((key) => ['id', 'title', 'url', 'snippet'].includes(key))).toBe(true);
    const { messages } = await visitor.json<{ messages: { sources?: unknown }[] }>(`/v1/conversations/${conversation}`);
    expect(messages[1]?.sources).toEqual(list);
  });
});

describe('closing', () => {
  it('ends what is under way as interrupted when the time is up, and tells its readers', async () => {
    const { own, visitor, conversation } = await start({ model: 'stall-2' });
    const response = await visitor.post(conversation, 'hi');
    const reading = readRun(response);
    await expect
      .poll(
        async () =>
          (await visitor.json<{ messages: { text: string }[] }>(`/v1/conversations/${conversation}`)).messages[1]?.text,
      )
      .toBe('token1 token2 ');
    await own.guichet.close(100);
    expect(await reading).toMatchObject({
      text: 'token1 token2 ',
      end: { event: 'done', data: { reason: 'interrupted' } },
    });
  });
});

describe('Open WebUI away and back', () => {
  it('is unavailable to the visitor, not ready to the panel, and well again by itself', async () => {
    const { own, visitor, conversation } = await start({});
    const { options } = own.practice.state.provider;
    expect((await visitor.ask(conversation, 'before')).end.event).toBe('done');
    options.reachable = false;
    expect((await visitor.ask(conversation, 'hi')).end).toMatchObject({
      event: 'error',
      data: { code: 'assistant-unavailable', retryable: true },
    });
    options.reachable = true;
    expect((await visitor.ask(conversation, 'hi again')).end.event).toBe('done');
    await own.practice.close();
    expect((await visitor.ask(conversation, 'hi')).end).toMatchObject({
      event: 'error',
      data: { code: 'assistant-unavailable' },
    });
    const ready = await fetch(`${own.guichet.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, reasons: [{ code: 'open-webui-unreachable' }] });
    expect((await fetch(`${own.guichet.url}/healthz`)).status).toBe(200);
  });
});
