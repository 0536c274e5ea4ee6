import { speaking } from '@guichet/openwebui/practice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
let visitor: VisitorClient;
const whole = Array.from({ length: 40 }, (_, place) => `token${place + 1} `).join('');

beforeAll(async () => {
  test = await startTestGuichet({ model: 'paced-20-40' });
  visitor = await VisitorClient.arrive(test.guichet.url);
});
afterAll(() => test.close());

/** Asks, reads some events and goes away. */
async function askAndLeave(events: number) {
  const conversation = await visitor.newConversation();
  let seen = 0;
  const begun = await readRun(await visitor.post(conversation, 'hi'), () => ++seen >= events);
  return { conversation, begun, lastId: begun.messages.at(-1)?.id ?? '' };
}

describe('a lost connection', () => {
  it('does not stop the answer: the rest is read on without gap or repetition', async () => {
    const { begun, lastId } = await askAndLeave(5);
    const rest = await readRun(await visitor.resume(begun.runId, lastId));
    expect(begun.text + rest.text).toBe(whole);
    expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    expect(rest.messages[0]?.id).toBe(`1-${Number(lastId.split('-')[1]) + 1}`);
  });

  it('lets any number of readers come and go at any place', async () => {
    const { begun } = await askAndLeave(2);
    const readers = Array.from({ length: 8 }, async (_, number) => {
      let text = '';
      let last: string | undefined;
      for (;;) {
        let left = number + 2;
        const part = await readRun(await visitor.resume(begun.runId, last), () => --left <= 0);
        text += part.text;
        last = part.messages.at(-1)?.id ?? last;
        if (part.end.event === 'done') return text;
      }
    });
    expect(await Promise.all(readers)).toEqual(Array.from({ length: 8 }, () => whole));
  });

  it('gives an ended run again from the beginning, and nothing to whoever has all of it', async () => {
    const conversation = await visitor.newConversation();
    const run = await visitor.ask(conversation, 'hi');
    const again = await readRun(await visitor.resume(run.runId));
    expect(again.messages).toEqual(run.messages);
    expect((await visitor.resume(run.runId, run.messages.at(-1)?.id)).status).toBe(204);
  });

  it.each(['nonsense', '1-99999', '7-1', '1-', '-1', '1-2-3'])('refuses the unknown place %s', async (place) => {
    const { begun } = await askAndLeave(2);
    const response = await visitor.resume(begun.runId, place);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'last-event-id-unknown' });
    await visitor.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' });
  });
});

describe('a long answer', () => {
  it('of more than a reader may leave unsent is replayed whole, while it runs and afterwards', {
    timeout: 60_000,
  }, async () => {
    const words = 9_000;
    const own = await startTestGuichet({ model: 'long-answer' });
    own.practice.state.provider.script(
      'long-answer',
      speaking({ tokenMs: 0, say: () => 'fifty characters and a few more to fill the place. '.repeat(words / 9) }),
    );
    const reader = await VisitorClient.arrive(own.guichet.url);
    const conversation = await reader.newConversation();
    const begun = await readRun(await reader.post(conversation, 'hi'), () => true);
    await expect
      .poll(async () => (await reader.resume(begun.runId)).headers.get('content-type'), { timeout: 5_000 })
      .toContain('event-stream');
    const whole = await readRun(await reader.resume(begun.runId));
    expect(whole.end.event).toBe('done');
    const frames = whole.messages.reduce((sum, message) => sum + message.data.length, 0);
    const again = await readRun(await reader.resume(begun.runId));
    expect(again.text).toBe(whole.text);
    expect(whole.text).toHaveLength((words / 9) * 51);
    expect(frames).toBeGreaterThan(0);
    expect(own.guichet.openStreams()).toBe(0);
    await own.close();
  });
});

describe('a deleted conversation', () => {
  it('takes its answers with it, from memory too, running or ended', async () => {
    const conversation = await visitor.newConversation();
    const ended = await visitor.ask(conversation, 'hi');
    let seen = 0;
    const running = await readRun(await visitor.post(conversation, 'hi again'), () => ++seen >= 3);
    expect((await visitor.request(`/v1/conversations/${conversation}`, { method: 'DELETE' })).status).toBe(204);
    for (const { runId } of [ended, running]) {
      expect((await visitor.resume(runId)).status).toBe(404);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await visitor.resume(runId)).status).toBe(404);
    }
    await expect.poll(() => test.practice.state.provider.calls.at(-1)?.cutOff).toBe(true);
  });
});

describe('stopping', () => {
  it('keeps what there is, closes Open WebUI’s connection, and can be repeated', async () => {
    const { conversation, begun, lastId } = await askAndLeave(6);
    expect((await visitor.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' })).status).toBe(202);
    expect((await visitor.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' })).status).toBe(202);
    const rest = await readRun(await visitor.resume(begun.runId, lastId));
    expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'stopped' } });
    const text = begun.text + rest.text;
    expect(whole.startsWith(text)).toBe(true);
    expect(text.length).toBeLessThan(whole.length);
    const { messages } = await visitor.json<{ messages: object[] }>(`/v1/conversations/${conversation}`);
    expect(messages[1]).toMatchObject({ text, status: 'stopped' });
    await expect.poll(() => test.practice.state.provider.calls.at(-1)?.cutOff).toBe(true);
  });

  it('works before the first text', async () => {
    const own = await startTestGuichet({ model: 'stall-0' });
    const early = await VisitorClient.arrive(own.guichet.url);
    const begun = await readRun(await early.post(await early.newConversation(), 'hi'), () => true);
    await early.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' });
    const rest = await readRun(await early.resume(begun.runId));
    expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'stopped' } });
    await own.close();
  });
});

describe('a repeated Idempotency-Key', () => {
  it('is the same run for the same text, while it runs and afterwards, and refused for another', async () => {
    const conversation = await visitor.newConversation();
    const key = crypto.randomUUID();
    const [first, second] = await Promise.all([
      visitor.ask(conversation, 'hi', key),
      visitor.ask(conversation, 'hi', key),
    ]);
    const third = await visitor.ask(conversation, 'hi', key);
    expect(new Set([first.runId, second.runId, third.runId]).size).toBe(1);
    for (const run of [first, second, third]) expect(run.text).toBe(whole);
    const other = await visitor.post(conversation, 'something else', key);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' });
    const { messages } = await visitor.json<{ messages: object[] }>(`/v1/conversations/${conversation}`);
    expect(messages).toHaveLength(2);
  });

  it('asks Open WebUI once, however many requests come at once', async () => {
    const conversation = await visitor.newConversation();
    test.practice.state.provider.calls.length = 0;
    const key = crypto.randomUUID();
    const runs = await Promise.all(Array.from({ length: 50 }, () => visitor.ask(conversation, 'hi', key)));
    expect(new Set(runs.map((run) => run.runId)).size).toBe(1);
    expect(runs.every((run) => run.text === whole)).toBe(true);
    expect(test.practice.state.provider.calls).toHaveLength(1);
  });
});
