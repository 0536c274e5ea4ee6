import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import { describe, expect, it } from 'vitest';
import type { RunEnd, StoredAttachment, StoredRun } from '../storage/storage.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { AnswerRun, type AnswerRunParts } from './answer-run.ts';

const STORED: StoredRun = {
  id: 'run_1',
  conversationId: 'con_1',
  visitorId: 'vis_1',
  site: 'default',
  userMessageId: 'msg_q',
  messageId: 'msg_a',
  status: 'streaming',
  text: '',
  reasoning: '',
  sources: [],
  activities: [],
  attachments: [],
  outline: [],
  epoch: 1,
  startedAt: 1,
};

const PICTURE = { id: 'p', contentType: 'image/png', bytes: Uint8Array.of(1) };

function scene(more: Partial<AnswerRunParts> = {}) {
  const ends: RunEnd[] = [];
  const nothing = () => undefined;
  const parts = {
    clock: { schedule: nothing, forget: nothing },
    checkpointer: { changed: nothing, forget: nothing },
    async storeEnd(end: RunEnd) {
      ends.push(end);
      return { kind: 'ended' };
    },
    newReference: () => 'REF',
    showActivity: (activity: Parameters<typeof toShownActivity>[0]) => toShownActivity(activity, 'en'),
    showAttachment: (attachment: StoredAttachment) => toShownAttachment(attachment, 'en'),
    storeFile: async () => ({ id: 'fil_1', contentType: 'image/png' }),
    onFirstText: nothing,
    excerpts: () => false,
    onFailure: nothing,
    onEnded: nothing,
    now: () => 0,
    ...more,
  } as unknown as AnswerRunParts;
  const run = new AnswerRun(STORED, parts);
  const told = () => {
    const list: SseMessage[] = [];
    createSseParser({ onMessage: (message) => list.push(message) }).feed(run.log.readAfter(0));
    return list.map(({ event, data }) => [event, JSON.parse(data)] as const);
  };
  return { run, ends, told, events: () => told().map(([event]) => event) };
}

const call = { id: 'c', kind: 'tool', title: 'get_weather', round: 1 } as const;

describe('an answer that is rewritten', () => {
  it('tells all of it anew under the next number, without what was still waiting, and goes on from there', async () => {
    const { run, ends, told, events } = scene();
    run.onText('Hm. ');
    await Promise.resolve();
    run.onText('So I greet.');
    run.onRewrite({ text: '', reasoning: 'Hm. So I greet.' });
    run.onText('Hello.');
    expect(run.checkpoint()).toMatchObject({ text: 'Hello.', reasoning: 'Hm. So I greet.' });
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await run.ended;
    expect(events()).toEqual(['run', 'delta', 'snapshot', 'delta', 'done']);
    const parts = [{ id: 'p2', type: 'reasoning', text: 'Hm. So I greet.' }];
    expect(told()[2]?.[1]).toEqual({ text: '', reasoning: 'Hm. So I greet.', upTo: 3, parts });
    expect(ends[0]).toMatchObject({ status: 'complete', text: 'Hello.', reasoning: 'Hm. So I greet.' });
  });

  it('is not rewritten after its end', async () => {
    const { run, ends } = scene();
    run.onText('Hello.');
    run.stop();
    run.onRewrite({ text: '', reasoning: 'Hello.' });
    await run.ended;
    expect(ends[0]).toMatchObject({ status: 'stopped', text: 'Hello.', reasoning: '' });
  });
});

describe('an answer that is cut', () => {
  const failure = {
    code: 'assistant-unavailable',
    cause: 'provider-unreachable',
    confidence: 'certain',
    phase: 'stream',
  } as const;
  const problem = (code: string, ref: string) => ({ code, ref, type: '', title: '', status: 502, detail: 'Gone.' });

  it('by something that went wrong carries the reference it is logged and stored under', async () => {
    const { run, ends, told } = scene({ problem: problem as never });
    run.onText('As far as');
    run.onEnd({ kind: 'interrupted', failure });
    await run.ended;
    expect(told().at(-1)).toEqual(['done', { reason: 'interrupted', messageId: 'msg_a', ref: 'REF' }]);
    expect(ends[0]).toMatchObject({ status: 'interrupted', error: { code: 'assistant-unavailable', ref: 'REF' } });
  });

  it('by the visitor or by a stop of the server has none', async () => {
    for (const cut of ['stop', 'interrupt'] as const) {
      const { run, ends, told } = scene({ problem: problem as never });
      run.onText('As far as');
      run[cut]();
      await run.ended;
      expect(told().at(-1)?.[1]).not.toHaveProperty('ref');
      expect(ends[0]).not.toHaveProperty('error');
    }
  });
});

describe('an answer with tools', () => {
  it('tells what runs behind the text that came before it, and stores it with its end', async () => {
    const { run, ends, told, events } = scene();
    run.onText('Let me look. ');
    run.onActivity({ ...call, state: 'running', arguments: '{"city":"Paris"}' });
    run.onActivity({ ...call, state: 'done' });
    run.onText('Sunny.');
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await run.ended;
    expect(events()).toEqual(['run', 'delta', 'status', 'status', 'delta', 'done']);
    expect(told()[2]?.[1]).toEqual({ id: 'c', kind: 'tool', label: 'Get weather…', done: false, part: 'p2' });
    expect(ends[0]?.activities).toEqual([{ ...call, state: 'done', ms: 0 }]);
    expect(ends[0]?.outline).toEqual([
      { id: 'p1', type: 'text', chars: 13 },
      { id: 'p2', type: 'tool', of: 'c' },
      { id: 'p3', type: 'text', chars: 6 },
    ]);
    expect(JSON.stringify([told(), ends])).not.toContain('Paris');
  });

  it('stores how many tokens it took, and tells no visitor', async () => {
    const { run, ends, told } = scene();
    run.onText('Hi');
    run.onUsage({ inputTokens: 1, outputTokens: 1, from: 'provider' });
    run.onUsage({ inputTokens: 301, outputTokens: 22, from: 'provider' });
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await run.ended;
    expect(ends[0]?.usage).toEqual({ inputTokens: 301, outputTokens: 22, from: 'provider' });
    expect(JSON.stringify(told())).not.toMatch(/okens|301/);
  });

  it('tells that what was running is over when the answer ends first', async () => {
    const { run, ends, told } = scene();
    run.onActivity({ ...call, state: 'running' });
    run.stop();
    await run.ended;
    expect(told().at(-2)?.[1]).toMatchObject({ id: 'c', done: true, failed: true });
    expect(ends[0]).toMatchObject({ status: 'stopped', activities: [{ id: 'c', state: 'failed' }] });
  });

  it('waits for a picture that is still being stored before it ends', async () => {
    const stored = Promise.withResolvers<StoredAttachment>();
    const { run, ends, events } = scene({ storeFile: () => stored.promise });
    run.onFile(PICTURE);
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(events()).toEqual(['run']);
    stored.resolve({ id: 'fil_1', contentType: 'image/png', description: 'A lighthouse' });
    await run.ended;
    expect(events()).toEqual(['run', 'attachment', 'done']);
    expect(ends[0]?.attachments).toEqual([{ id: 'fil_1', contentType: 'image/png', description: 'A lighthouse' }]);
  });

  it('goes on without a picture that could not be stored', async () => {
    const { run, ends, events } = scene({ storeFile: async () => undefined });
    run.onFile(PICTURE);
    run.onText('Here.');
    run.onEnd({ kind: 'complete', finish: 'stop' });
    await run.ended;
    expect(events()).toEqual(['run', 'delta', 'done']);
    expect(ends[0]).toMatchObject({ status: 'complete', attachments: [] });
  });
});
