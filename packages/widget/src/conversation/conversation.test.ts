import type { ChatEvent } from '@guichet/contract/chat-event';
import type { EventId } from '@guichet/contract/event-id';
import type { Conversation, Message } from '@guichet/contract/visitor-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversationAction, conversation } from './conversation.ts';
import { type ConversationState, NO_CONVERSATION, runningActivity } from './conversation-state.ts';

type Numbered = { id: EventId; event: ChatEvent };

const RUN: ChatEvent = {
  type: 'run',
  data: { runId: 'run_1', conversationId: 'con_1', userMessageId: 'msg_q', messageId: 'msg_a' },
};
const delta = (text: string): ChatEvent => ({ type: 'delta', data: { text } });
const done: ChatEvent = { type: 'done', data: { reason: 'complete', messageId: 'msg_a' } };

const ASKED: ConversationAction = { type: 'asked', text: 'Why?', key: 'k', at: '2026-01-01T00:00:00Z' };
const asked = conversation(NO_CONVERSATION, ASKED);

function numbered(events: readonly ChatEvent[], epoch = 1): Numbered[] {
  return events.map((event, at) => ({ id: { epoch, seq: at + 1 }, event }));
}

function after(state: ConversationState, events: readonly Numbered[]): ConversationState {
  return events.reduce((so, { id, event }) => conversation(so, { type: 'received', id, event }), state);
}

const answerOf = (state: ConversationState) => state.messages.at(-1);

const stored = (messages: Partial<Message>[]): Conversation => ({
  id: 'con_1',
  title: '',
  createdAt: '',
  updatedAt: '',
  messages: messages.map((message, at) => ({
    id: `msg_${at}`,
    role: at % 2 === 0 ? 'user' : 'assistant',
    text: '',
    status: 'complete',
    createdAt: '',
    ...message,
  })),
});

describe('asking and reading an answer', () => {
  it('draws the question and the place of the answer at once', () => {
    expect(asked.messages.map(({ role, text, status }) => [role, text, status])).toEqual([
      ['user', 'Why?', 'complete'],
      ['assistant', '', 'streaming'],
    ]);
  });

  it('joins the deltas, takes over the ids, and ends', () => {
    const state = after(asked, numbered([RUN, delta('Be'), delta('cause.'), done]));
    expect(answerOf(state)).toMatchObject({ id: 'msg_a', text: 'Because.', status: 'complete' });
    expect(state.messages[0]).toMatchObject({ id: 'msg_q', key: 'k-question' });
    expect(state).toMatchObject({ id: 'con_1', run: undefined });
  });

  it('keeps what there is when it was stopped or cut', () => {
    for (const reason of ['stopped', 'interrupted', 'length'] as const) {
      const end: ChatEvent = { type: 'done', data: { reason, messageId: 'msg_a' } };
      expect(answerOf(after(asked, numbered([RUN, delta('Be'), end])))).toMatchObject({ text: 'Be', status: reason });
    }
  });

  it('keeps the reference of what went wrong', () => {
    const problem = { type: '', title: '', status: 502, code: 'assistant-unavailable', detail: 'Gone.', ref: 'A-1' };
    const error: ChatEvent = { type: 'error', data: { ...problem, retryable: true } };
    const answer = answerOf(after(asked, numbered([RUN, error])));
    expect(answer).toMatchObject({ status: 'failed', failure: { ref: 'A-1', detail: 'Gone.', retryable: true } });
  });

  it('keeps the reference of an answer that was cut', () => {
    const end: ChatEvent = { type: 'done', data: { reason: 'interrupted', messageId: 'msg_a', ref: 'A-2' } };
    const answer = answerOf(after(asked, numbered([RUN, delta('Be'), end])));
    expect(answer).toMatchObject({ status: 'interrupted', reference: 'A-2', failure: undefined });
  });

  it('holds the place of events it does not know', () => {
    const unknown = { type: 'weather', data: {} } as unknown as ChatEvent;
    expect(answerOf(after(asked, numbered([RUN, unknown, delta('Still here')])))?.text).toBe('Still here');
  });

  const begun = after(asked, numbered([RUN]));

  it('shows what is being done until it has ended, and keeps what was done', () => {
    const status = (label: string, done: boolean): ChatEvent => ({
      type: 'status',
      data: { id: 'call_1', kind: 'web-search', label, done },
    });
    const searching = after(begun, [{ id: { epoch: 1, seq: 2 }, event: status('Searching', false) }]);
    const shownNow = (state: ConversationState) => {
      const answer = answerOf(state);
      return answer && runningActivity(answer);
    };
    expect(shownNow(searching)).toBe('Searching');
    const found = after(searching, [{ id: { epoch: 1, seq: 3 }, event: status('Searched', true) }]);
    expect(shownNow(found)).toBeUndefined();
    expect(answerOf(found)?.activities).toEqual([{ id: 'call_1', kind: 'web-search', label: 'Searched', done: true }]);
  });

  it('takes what is being done, pictures and text from a snapshot', () => {
    const attachments = [{ id: 'f', kind: 'image' as const, contentType: 'image/png', alt: 'A', url: '/v1/files/f' }];
    const activities = [{ id: 'a', kind: 'tool' as const, label: 'Weather', done: true }];
    const data = { text: 'ab', reasoning: '', upTo: 9, activities, attachments };
    const shown = after(begun, [{ id: { epoch: 1, seq: 9 }, event: { type: 'snapshot', data } }]);
    expect(answerOf(shown)).toMatchObject({ text: 'ab', activities, attachments });
    const picture: ChatEvent = { type: 'attachment', data: { attachment: { ...attachments[0], id: 'g' } } as never };
    expect(answerOf(after(shown, [{ id: { epoch: 1, seq: 10 }, event: picture }]))?.attachments).toHaveLength(2);
  });
});

describe('an answer over a bad connection', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

  it('is whole and single, whatever is repeated, however it is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(30), { maxLength: 12 }), (pieces, cuts) => {
        const events = numbered([RUN, ...pieces.map(delta), done]);
        // Each connection sends from some earlier place on and is cut at some later one; the last one arrives whole.
        const connections = cuts.map((cut) => events.slice(Math.max(0, cut - 3), cut));
        const state = after(asked, [...connections.flat(), ...events]);
        expect(answerOf(state)).toMatchObject({ text: pieces.join(''), status: 'complete' });
      }),
    );
  });

  it('never shows text with a hole in it', () => {
    fc.assert(
      fc.property(texts, fc.func(fc.boolean()), (pieces, isLost) => {
        const events = numbered([RUN, ...pieces.map(delta), done]);
        const state = after(
          asked,
          events.filter(({ id }) => !isLost(id.seq)),
        );
        expect(pieces.join('').startsWith(answerOf(state)?.text ?? 'x')).toBe(true);
      }),
    );
  });

  it('never splices two epochs: the text is that of the highest one', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(14), (first, second, cut) => {
        const before = numbered([RUN, ...first.map(delta)], 1).slice(0, cut);
        const again = numbered([RUN, ...second.map(delta), done], 2);
        const late = numbered([RUN, ...first.map(delta)], 1);
        const state = after(asked, [...before, ...again.slice(0, 2), ...late, ...again]);
        expect(answerOf(state)?.text).toBe(second.join(''));
      }),
    );
  });

  it('goes on after a snapshot, which replaces everything before it', () => {
    const snapshot: ChatEvent = { type: 'snapshot', data: { text: 'All of it', reasoning: '', upTo: 40 } };
    const state = after(asked, [
      ...numbered([RUN, delta('All')]),
      { id: { epoch: 1, seq: 40 }, event: snapshot },
      { id: { epoch: 1, seq: 40 }, event: delta(' twice') },
      { id: { epoch: 1, seq: 41 }, event: delta(' and more') },
    ]);
    expect(answerOf(state)?.text).toBe('All of it and more');
  });

  it('takes back what was shown when a snapshot says that it was thought, once', () => {
    const thought: ChatEvent = { type: 'snapshot', data: { text: '', reasoning: 'Hm. So be it.', upTo: 4 } };
    const events = numbered([RUN, delta('Hm.'), delta(' So be it.'), thought, delta('Hello'), delta(' there')]);
    const state = after(asked, [...events, ...events]);
    expect(answerOf(state)).toMatchObject({ text: 'Hello there', reasoning: 'Hm. So be it.', status: 'streaming' });
  });

  it('can be read again from the beginning', () => {
    const lost = conversation(after(asked, numbered([RUN, delta('Half')])), { type: 'read-again' });
    expect(answerOf(lost)?.text).toBe('');
    expect(answerOf(after(lost, numbered([RUN, delta('Half'), delta(' and half')])))?.text).toBe('Half and half');
  });
});

describe('loading a conversation', () => {
  it('clears an answer being written, to read it from its first event', () => {
    const from = stored([{ text: 'Why?' }, { text: 'Becau', status: 'streaming', runId: 'run_9' }]);
    const state = conversation(NO_CONVERSATION, { type: 'loaded', conversation: from });
    expect(answerOf(state)).toMatchObject({ text: '', status: 'streaming' });
    expect(state.run).toEqual({ runId: 'run_9', position: undefined, stopping: false });
  });

  it('leaves an answer alone that is being read already', () => {
    const reading = after(asked, numbered([RUN, delta('Because')]));
    const from = stored([
      { id: 'msg_q', text: 'Why?' },
      { id: 'msg_a', text: 'Be', status: 'streaming', runId: 'run_1' },
    ]);
    const state = conversation(reading, { type: 'loaded', conversation: from });
    expect(answerOf(state)?.text).toBe('Because');
    expect(state.run?.position).toEqual({ epoch: 1, seq: 2 });
  });

  it('keeps the keys of messages that are shown already', () => {
    const ended = after(asked, numbered([RUN, delta('So'), done]));
    const from = stored([
      { id: 'msg_q', text: 'Why?' },
      { id: 'msg_a', text: 'So' },
    ]);
    const keys = conversation(ended, { type: 'loaded', conversation: from }).messages.map(({ key }) => key);
    expect(keys).toEqual(['k-question', 'k-answer']);
  });

  it('shows a question that was asked again once', () => {
    const from = stored([{ text: 'Why?' }, { status: 'failed' }, { text: 'Why?' }, { text: 'So' }]);
    const { messages } = conversation(NO_CONVERSATION, { type: 'loaded', conversation: from });
    expect(messages.map(({ id }) => id)).toEqual(['msg_2', 'msg_3']);
  });

  it('shows the same question twice when both were answered', () => {
    const from = stored([{ text: 'Why?' }, { text: 'So' }, { text: 'Why?' }, { text: 'So' }]);
    expect(conversation(NO_CONVERSATION, { type: 'loaded', conversation: from }).messages).toHaveLength(4);
  });

  it('lets a question without any answer be asked again', () => {
    const state = conversation(NO_CONVERSATION, { type: 'loaded', conversation: stored([{ text: 'Why?' }]) });
    expect(answerOf(state)).toMatchObject({ role: 'assistant', status: 'interrupted' });
  });
});

describe('trying again', () => {
  it('drops the failed pair and nothing else', () => {
    const from = stored([{ text: 'One' }, { text: 'First' }, { text: 'Two' }, { status: 'failed' }]);
    const state = conversation(NO_CONVERSATION, { type: 'loaded', conversation: from });
    expect(conversation(state, { type: 'last-pair-dropped' }).messages.map(({ id }) => id)).toEqual(['msg_0', 'msg_1']);
  });
});

describe('the parts of an answer', () => {
  const call = { id: 'c', kind: 'tool', label: 'Weather', part: 'p2' } as const;
  const PARTED: ChatEvent[] = [
    RUN,
    { type: 'delta', data: { text: 'Let me look.', part: 'p1' } },
    { type: 'status', data: { ...call, done: false } },
    { type: 'status', data: { ...call, done: true } },
    { type: 'delta', data: { text: '\n\nSunny.', part: 'p3' } },
    done,
  ];
  const PARTS = [
    { id: 'p1', type: 'text', text: 'Let me look.' },
    { id: 'p2', type: 'tool', kind: 'tool', label: 'Weather', done: true },
    { id: 'p3', type: 'text', text: '\n\nSunny.' },
  ];

  it('stand in the order in which they came, each event once, and begin anew with a higher epoch', () => {
    const once = numbered(PARTED);
    const state = after(asked, [...once.slice(0, 3), ...once.slice(1, 3), ...once.slice(3)]);
    expect(answerOf(state)?.parts).toEqual(PARTS);
    const again = after(after(asked, once.slice(0, 5)), numbered(PARTED, 2));
    expect(answerOf(again)?.parts).toEqual(PARTS);
  });

  it('are those of the server after a reload, and made of the rest where an older one gives none', () => {
    const parts = PARTS as Message['parts'] & object;
    const load = (message: Partial<Message>) =>
      answerOf(conversation(NO_CONVERSATION, { type: 'loaded', conversation: stored([{ text: 'Q' }, message]) }));
    expect(load({ text: 'Let me look.\n\nSunny.', parts })?.parts).toEqual(PARTS);
    expect(load({ text: 'Sunny.' })?.parts).toEqual([{ id: 'text', type: 'text', text: 'Sunny.' }]);
  });
});
