import type { ChatEvent } from '@guichet/contract/chat-event';
import { encodeSseEvent } from '@guichet/contract/sse';
import { describe, expect, it } from 'vitest';
import { conversation } from '../conversation/conversation.ts';
import { NO_CONVERSATION } from '../conversation/conversation-state.ts';
import { type FollowRunEnd, followRun } from './follow-run.ts';
import { Refusal } from './refusal.ts';

const RUN = { runId: 'run_1', conversationId: 'con_1', userMessageId: 'msg_q', messageId: 'msg_a' };

/** A server that has the whole answer and sends it as each connection's script says. */
const EVENTS: ChatEvent[] = [
  { type: 'run', data: RUN },
  ...['The ', 'answer ', 'is ', 'ü', ' whole', '.'].map((text): ChatEvent => ({ type: 'delta', data: { text } })),
  { type: 'done', data: { reason: 'complete', messageId: 'msg_a' } },
];
const frames = EVENTS.map(({ type, data }, at) => encodeSseEvent(type, JSON.stringify(data), `1-${at + 1}`));

type Connection = (after: number) => { bytes: Uint8Array; end: 'close' | 'break' | 'hang' } | Error;

const all: Connection = (after) => ({ bytes: encode(frames.slice(after).join('')), end: 'close' });
const encode = (text: string) => new TextEncoder().encode(text);

async function follow(connections: Connection[], silenceMs = 1_000) {
  let state = conversation(NO_CONVERSATION, { type: 'asked', text: '?', key: 'k', at: '' });
  const asked: (string | undefined)[] = [];
  const connected: boolean[] = [];
  const result = await followRun({
    signal: new AbortController().signal,
    silenceMs,
    wait: () => Promise.resolve(),
    isTaken: () => state.run?.runId !== undefined,
    position: () => state.run?.position,
    onEvent: (id, event) => {
      state = conversation(state, { type: 'received', id, event });
    },
    onReadAgain: () => {
      state = conversation(state, { type: 'read-again' });
    },
    onConnection: (is) => connected.push(is),
    connect: async (lastEventId) => {
      asked.push(lastEventId);
      const script = (connections.shift() ?? all)(lastEventId ? Number(lastEventId.split('-')[1]) : 0);
      if (script instanceof Error) throw script;
      return new Response(streamOf(script.bytes, script.end), { headers: { 'Content-Type': 'text/event-stream' } });
    },
  });
  return { result, asked, connected, answer: state.messages.at(-1) };
}

function streamOf(bytes: Uint8Array, end: 'close' | 'break' | 'hang'): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      if (end === 'close') controller.close();
    },
    pull(controller) {
      if (end === 'break') controller.error(new TypeError('network error'));
    },
  });
}

const TERMINAL: FollowRunEnd = { end: 'terminal' };
const WHOLE = { text: 'The answer is ü whole.', status: 'complete' };

describe('followRun', () => {
  it('reads an answer over one connection', async () => {
    const { result, asked, answer } = await follow([all]);
    expect(result).toEqual(TERMINAL);
    expect(asked).toEqual([undefined]);
    expect(answer).toMatchObject(WHOLE);
  });

  it('reads on after the last event shown, wherever the first connection was cut', async () => {
    const whole = encode(frames.join(''));
    for (let cut = 0; cut < whole.length; cut++) {
      const { answer } = await follow([() => ({ bytes: whole.slice(0, cut), end: cut % 2 ? 'close' : 'break' })]);
      expect(answer, `cut at byte ${cut}`).toMatchObject(WHOLE);
    }
  });

  it('names the last event it showed', async () => {
    const three: Connection = () => ({ bytes: encode(frames.slice(0, 3).join('')), end: 'break' });
    expect((await follow([three])).asked).toEqual([undefined, '1-3']);
  });

  it('leaves a connection on which nothing comes any more', async () => {
    const { answer, connected } = await follow([() => ({ bytes: encode(frames[0] ?? ''), end: 'hang' })], 30);
    expect(answer).toMatchObject(WHOLE);
    expect(connected).toEqual([true, false, true]);
  });

  it('comes back for what is missing when events were left out', async () => {
    const holed: Connection = () => ({ bytes: encode([frames[0], frames[1], frames[3]].join('')), end: 'hang' });
    const { answer, asked } = await follow([holed]);
    expect(asked).toEqual([undefined, '1-2']);
    expect(answer).toMatchObject(WHOLE);
  });

  it('reads from the beginning when its place is no longer known', async () => {
    const half: Connection = () => ({ bytes: encode(frames.slice(0, 4).join('')), end: 'break' });
    const unknown: Connection = () => new Refusal(400, { code: 'last-event-id-unknown', retryable: false });
    const { answer, asked } = await follow([half, unknown]);
    expect(asked).toEqual([undefined, '1-4', undefined]);
    expect(answer).toMatchObject(WHOLE);
  });

  it('waits for a server that is away in the middle of an answer, however long', async () => {
    const half: Connection = () => ({ bytes: encode(frames.slice(0, 4).join('')), end: 'break' });
    const away = Array.from({ length: 40 }, (): Connection => () => new TypeError('Failed to fetch'));
    expect((await follow([half, ...away])).answer).toMatchObject(WHOLE);
  });

  it('gives up handing a question over after some attempts, and says it can be tried again', async () => {
    const away = Array.from({ length: 9 }, (): Connection => () => new TypeError('Failed to fetch'));
    const { result, asked } = await follow(away);
    expect(result).toEqual({ end: 'failed', failure: { code: 'unreachable', retryable: true } });
    expect(asked).toHaveLength(5);
  });

  it('does not repeat a question the server refused', async () => {
    const failure = { code: 'too-many-messages', retryable: true, retryAfter: 9 };
    const { result, asked } = await follow([() => new Refusal(429, failure)]);
    expect(result).toEqual({ end: 'failed', failure });
    expect(asked).toHaveLength(1);
  });

  it('says so when the run is not there any more', async () => {
    const half: Connection = () => ({ bytes: encode(frames.slice(0, 2).join('')), end: 'break' });
    const gone: Connection = () => new Refusal(404, { code: 'not-found', retryable: false });
    expect((await follow([half, gone])).result).toEqual({ end: 'gone' });
  });
});
