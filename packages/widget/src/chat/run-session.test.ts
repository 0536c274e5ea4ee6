import { encodeSseEvent } from '@guichet/contract/sse';
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../connection/refusal.ts';
import { type ConversationAction, conversation } from '../conversation/conversation.ts';
import { type ConversationState, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import { runSession } from './run-session.ts';

const IDS = { runId: 'run_1', conversationId: 'con_1', userMessageId: 'msg_1', messageId: 'msg_2' };
type Frame = [event: string, data: object];
const BEGUN: Frame = ['run', IDS];
const DONE: Frame = ['done', { reason: 'complete', messageId: 'msg_2' }];

const stream = (from: number, ...frames: Frame[]) =>
  new Response(
    frames.map(([event, data], at) => encodeSseEvent(event, JSON.stringify(data), `1-${from + at}`)).join(''),
    {
      headers: { 'Content-Type': 'text/event-stream' },
    },
  );

interface Answers {
  sent?: () => Promise<Response>;
  events?: (lastEventId: string | undefined) => Promise<Response>;
  stop?: () => Promise<void>;
}

function scene({ sent, events, stop }: Answers) {
  const state = signal<ConversationState>(NO_CONVERSATION);
  const change = (action: ConversationAction) => {
    state.value = conversation(state.value, action);
  };
  const happened: string[] = [];
  const session = runSession({
    client: {
      events: (_, lastEventId) => events?.(lastEventId) ?? Promise.resolve(new Response(null, { status: 204 })),
      async stop(runId) {
        happened.push(`stop ${runId}`);
        await stop?.();
      },
    },
    outbox: {
      send: () => sent?.() ?? Promise.reject(new TypeError('network')),
      taken: () => void happened.push('taken'),
    },
    state,
    change,
    onBegun: (runId, askedHere) => void happened.push(`begun ${runId}${askedHere ? ' here' : ''}`),
    onEnded: () => void happened.push('ended'),
    onGone: async () => void happened.push('gone'),
  });
  const ask = () => {
    change({ type: 'asked', text: 'Why?', key: 'k', at: '2026-01-01T00:00:00Z' });
    return session.follow({ text: 'Why?', key: 'k' });
  };
  return { state, change, session, ask, happened };
}

describe('the session of a run', () => {
  it('sends the question, shows its answer, and says when it begins and ends', async () => {
    const { state, ask, happened } = scene({
      sent: async () => stream(1, BEGUN, ['delta', { text: 'Because' }], DONE),
    });
    await ask();
    expect(state.value.messages.at(-1)).toMatchObject({ text: 'Because', status: 'complete' });
    expect(happened).toEqual(['taken', 'begun run_1 here', 'ended']);
  });

  it('reads on after a cut, and says so meanwhile', async () => {
    const asked: (string | undefined)[] = [];
    const { state, session, ask } = scene({
      sent: async () => stream(1, BEGUN, ['delta', { text: 'Be' }]),
      async events(lastEventId) {
        asked.push(lastEventId);
        expect(session.connection.value).toBe('reconnecting');
        return stream(3, ['delta', { text: 'cause' }], DONE);
      },
    });
    await ask();
    expect(asked).toEqual(['1-2']);
    expect(state.value.messages.at(-1)?.text).toBe('Because');
    expect(session.connection.value).toBe('fine');
  });

  it('shows why a question was refused', async () => {
    const failure = { code: 'too-many-messages', retryable: false };
    const { state, ask, happened } = scene({ sent: () => Promise.reject(new Refusal(429, failure)) });
    await ask();
    expect(state.value.messages.at(-1)).toMatchObject({ status: 'failed', failure });
    expect(happened).toEqual(['ended']);
  });

  it('asks for the conversation when there is nothing left to read', async () => {
    const { ask, happened } = scene({ sent: async () => stream(1, BEGUN) });
    await ask();
    expect(happened).toEqual(['taken', 'begun run_1 here', 'gone']);
  });

  it('stops a run that has no name yet once it has one, and takes a stop back that did not arrive', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { state, session, ask, happened } = scene({
      sent: async () => {
        await held;
        return stream(1, BEGUN, DONE);
      },
      stop: () => Promise.reject(new TypeError('network')),
    });
    const reading = ask();
    session.stop();
    session.stop();
    expect(happened).toEqual([]);
    release();
    await reading;
    expect(happened.filter((one) => one.startsWith('stop'))).toEqual(['stop run_1']);
    await vi.waitFor(() => expect(state.value.run?.stopping ?? false).toBe(false));
  });

  it('follows another run than the one it reads, and none where there is none', async () => {
    const { session, change, happened } = scene({ events: async () => stream(1, BEGUN, DONE) });
    expect(session.followOther(undefined)).toBe(false);
    change({ type: 'asked', text: 'Why?', key: 'k', at: '2026-01-01T00:00:00Z' });
    change({ type: 'received', id: { epoch: 0, seq: 1 }, event: { type: 'run', data: IDS } });
    expect(session.followOther(undefined)).toBe(true);
    await vi.waitFor(() => expect(happened).toContain('ended'));
  });

  it('hears nothing more after it was left', async () => {
    let come = (_: Response) => {};
    const { state, session, ask, happened } = scene({ sent: () => new Promise((resolve) => (come = resolve)) });
    const reading = ask();
    session.leave();
    come(stream(1, BEGUN, ['delta', { text: 'late' }], DONE));
    await reading;
    expect(state.value.messages.at(-1)?.text).toBe('');
    expect(happened).toEqual([]);
  });
});
