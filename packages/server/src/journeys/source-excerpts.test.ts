/** Excerpts of documents leave for visitors only where the owner switched that on, whichever way the sources go out. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ENDED_RUN_KEPT_MS } from '../answer/run-registry.ts';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
let now = Date.now();
afterEach(() => test.close());

const EXCERPT = 'Tickets cost seven euros.';
const ADDRESSED = '"title":"Prices","url":"https://www.example.com/prices"';

/** Everything a visitor can get hold of about one answer, as the bytes that went over the wire. */
async function start(environment: Record<string, string> = {}) {
  now = Date.now();
  test = await startTestGuichet({ model: 'cite', environment, now: () => now });
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const conversation = await visitor.newConversation();
  const read = async (path: string, options?: RequestInit) => (await visitor.request(path, options)).text();
  return { visitor, conversation, read };
}

async function switchExcerpts(to: 'on' | 'off'): Promise<void> {
  const operator = await Operator.signIn(test.guichet.url, test.dataDir);
  const answer = await operator.ask('PUT', '/settings', { changes: { GUICHET_SOURCE_EXCERPTS: to } });
  expect(answer).toMatchObject({ kind: 'changed' });
}

describe('excerpts of sources', () => {
  it('leave no way at all by default; title and address do', async () => {
    const { visitor, conversation, read } = await start();
    const question = await visitor.post(conversation, 'hi', 'key-1');
    const copy = question.clone();
    const { runId } = await readRun(question);
    const ways = [
      await copy.text(),
      // The same question again, and the run read again: both from memory.
      await (await visitor.post(conversation, 'hi', 'key-1')).text(),
      await read(`/v1/runs/${runId}/events`),
      await read(`/v1/conversations/${conversation}`),
      await read('/v1/visitors/me/export'),
    ];
    now += ENDED_RUN_KEPT_MS + 1;
    ways.push(
      await read(`/v1/runs/${runId}/events`),
      await read(`/v1/runs/${runId}/events`, { headers: { 'Last-Event-ID': '2-1' } }),
    );
    await test.restart();
    const moved = visitor.movedTo(test.guichet.url);
    for (const path of [`/v1/runs/${runId}/events`, `/v1/conversations/${conversation}`])
      ways.push(await (await moved.request(path)).text());
    for (const way of ways) {
      expect(way).toContain(ADDRESSED);
      expect(way).not.toContain('snippet');
      expect(way).not.toContain(EXCERPT);
    }
  });

  it('come where the owner switched them on, and stop at once where they are switched off again', async () => {
    const { visitor, conversation, read } = await start({ GUICHET_SOURCE_EXCERPTS: 'on' });
    const run = await visitor.ask(conversation, 'hi');
    const sources = run.messages.find(({ event }) => event === 'sources')?.data ?? '{}';
    expect((JSON.parse(sources).sources as AnswerSource[])[1]?.snippet).toBe(EXCERPT);
    const ways = [`/v1/runs/${run.runId}/events`, `/v1/conversations/${conversation}`, '/v1/visitors/me/export'];
    for (const way of ways) expect(await read(way)).toContain(EXCERPT);
    await switchExcerpts('off');
    for (const way of ways) {
      expect(await read(way)).toContain(ADDRESSED);
      expect(await read(way)).not.toContain(EXCERPT);
    }
    expect((await visitor.ask(conversation, 'again')).messages.map(({ data }) => data).join()).not.toContain(EXCERPT);
  });
});
