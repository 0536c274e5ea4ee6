import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import { describe, expect, it } from 'vitest';
import { toProblem } from '../http/problem-response.ts';
import type { StoredRun } from '../storage/storage.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { encodeEvents } from './run-log.ts';
import { replayEpoch, replayStoredRun } from './stored-run-replay.ts';

const run: StoredRun = {
  id: 'run_1',
  conversationId: 'con_1',
  visitorId: 'vis_1',
  site: 'default',
  userMessageId: 'msg_q',
  messageId: 'msg_a',
  status: 'complete',
  text: 'Nine to five.',
  reasoning: '',
  sources: [],
  activities: [],
  attachments: [],
  outline: [],
  epoch: 1,
  startedAt: 1,
};

function messages(stored: StoredRun): SseMessage[] {
  const list: SseMessage[] = [];
  createSseParser({ onMessage: (message) => list.push(message) }).feed(
    encodeEvents(
      replayStoredRun(stored, {
        problem: (code, ref) => toProblem(code, 'en', { ref }),
        showActivity: (activity) => toShownActivity(activity, 'en'),
        showAttachment: (attachment) => toShownAttachment(attachment, 'en'),
        excerpts: false,
      }),
      replayEpoch(stored),
    ),
  );
  return list;
}

describe('replayStoredRun', () => {
  it('tells the whole answer in an epoch of its own, the same each time', () => {
    expect(messages(run).map(({ event, id }) => [event, id])).toEqual([
      ['run', '2-1'],
      ['delta', '2-2'],
      ['done', '2-3'],
    ]);
    expect(messages(run)).toEqual(messages(run));
  });

  it('tells what was done for it and the pictures it brought', () => {
    const told = messages({
      ...run,
      activities: [{ id: 'c1', kind: 'tool', title: 'get_weather', state: 'done', round: 1, ms: 5 }],
      attachments: [{ id: 'fil_1', contentType: 'image/png' }],
    });
    expect(told.map(({ event }) => event)).toEqual(['run', 'status', 'delta', 'attachment', 'done']);
    expect(JSON.parse(told[1]?.data ?? '')).toEqual({
      ...{ id: 'c1', kind: 'tool', label: 'Get weather', done: true, part: 'c1' },
    });
    expect(JSON.parse(told[3]?.data ?? '').attachment).toMatchObject({ id: 'fil_1', url: '/v1/files/fil_1' });
  });

  it('tells the reference of an answer that was cut, as its live end did', () => {
    const error = { code: 'assistant-unavailable', ref: 'AAAA-BBBB' };
    const last = messages({ ...run, status: 'interrupted', error }).at(-1);
    expect(JSON.parse(last?.data ?? '')).toEqual({ reason: 'interrupted', messageId: 'msg_a', ref: 'AAAA-BBBB' });
  });

  it('tells an interrupted answer as interrupted, also when nothing of it was kept', () => {
    const last = messages({ ...run, status: 'interrupted', text: '' }).at(-1);
    expect(JSON.parse(last?.data ?? '')).toEqual({ reason: 'interrupted', messageId: 'msg_a' });
  });

  it('tells a failed one with its code and the reference the visitor was given', () => {
    const failed: StoredRun = {
      ...run,
      status: 'failed',
      text: '',
      error: { code: 'assistant-timeout', ref: 'AB-CD' },
    };
    const last = messages(failed).at(-1);
    expect(last?.event).toBe('error');
    expect(JSON.parse(last?.data ?? '')).toMatchObject({ code: 'assistant-timeout', ref: 'AB-CD', retryable: true });
  });
});
