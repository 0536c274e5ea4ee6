/**
 * What the visitor sees of a conversation, as one pure function: (state, action) -> state.
 *
 * Text shown = the text of all deltas of the highest epoch, each once, in order. Everything that can go wrong on the way
 * (a repeated event, a hole, an answer that starts over, a snapshot) is decided here and nowhere else.
 */
import type { ChatEvent, ChatEventData, ShownActivity } from '@guichet/contract/chat-event';
import type { EventId } from '@guichet/contract/event-id';
import { partsAfter } from '@guichet/contract/message-part';
import type { Conversation } from '@guichet/contract/visitor-api';
import { type ConversationState, type Failure, NO_CONVERSATION, type ShownMessage } from './conversation-state.ts';
import { judgeEvent } from './judge-event.ts';
import { shownHistory } from './shown-history.ts';

export type ConversationAction =
  /** The visitor sent a question; the answer's place is drawn at once. */
  | { type: 'asked'; text: string; key: string; at: string; files?: ShownMessage['files'] }
  /** The server gave this conversation its id. */
  | { type: 'opened'; id: string }
  /** The whole conversation, as the server keeps it. */
  | { type: 'loaded'; conversation: Conversation }
  | { type: 'received'; id: EventId; event: ChatEvent }
  /** The place in the run is lost: its events come again from the first. */
  | { type: 'read-again' }
  | { type: 'failed'; failure: Failure }
  | { type: 'stop-asked' }
  | { type: 'stop-refused' }
  /** The last question and its answer go, because the same question is asked again. */
  | { type: 'last-pair-dropped' }
  | { type: 'cleared' };

export function conversation(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case 'asked':
      return asked(state, action);
    case 'opened':
      return { ...state, id: action.id };
    case 'loaded':
      return loaded(state, action.conversation);
    case 'received':
      return received(state, action.id, action.event);
    case 'read-again':
      return state.run
        ? withAnswer({ ...state, run: { ...state.run, position: undefined } }, () => NOTHING_WRITTEN)
        : state;
    case 'failed':
      return failed(state, action.failure);
    case 'stop-asked':
      return state.run ? { ...state, run: { ...state.run, stopping: true } } : state;
    case 'stop-refused':
      return state.run ? { ...state, run: { ...state.run, stopping: false } } : state;
    case 'last-pair-dropped':
      return { ...state, messages: withoutLastPair(state.messages), run: undefined };
    case 'cleared':
      return NO_CONVERSATION;
    default:
      return action satisfies never;
  }
}

const NOTHING_WRITTEN = { text: '', reasoning: '', sources: [], activities: [], attachments: [], parts: [] } as const;

function asked(state: ConversationState, { text, key, at, files }: Extract<ConversationAction, { type: 'asked' }>) {
  const common = { id: undefined, createdAt: at, failure: undefined, reference: undefined, ...NOTHING_WRITTEN };
  const question: ShownMessage = { ...common, key: `${key}-question`, role: 'user', text, files, status: 'complete' };
  const answer: ShownMessage = { ...common, key: `${key}-answer`, role: 'assistant', status: 'streaming' };
  return {
    ...state,
    messages: [...state.messages, question, answer],
    run: { runId: undefined, position: undefined, stopping: false },
  };
}

function loaded(state: ConversationState, from: Conversation): ConversationState {
  const messages = shownHistory(from.messages, state.messages);
  const runId = from.messages.at(-1)?.status === 'streaming' ? from.messages.at(-1)?.runId : undefined;
  if (runId === undefined) return { id: from.id, messages, run: undefined };
  if (state.run?.runId === runId) {
    // This very answer is being read already: what is shown of it is newer than what was loaded.
    const answer = state.messages.at(-1);
    return { id: from.id, messages: answer ? [...messages.slice(0, -1), answer] : messages, run: state.run };
  }
  const reading = { id: from.id, messages, run: { runId, position: undefined, stopping: false } };
  return withAnswer(reading, () => NOTHING_WRITTEN);
}

function received(state: ConversationState, id: EventId, event: ChatEvent): ConversationState {
  const { run } = state;
  if (!run || judgeEvent(run.position, id, event.type) !== 'next') return state;
  const startsOver = run.position !== undefined && id.epoch > run.position.epoch;
  const fresh = startsOver ? withAnswer(state, () => NOTHING_WRITTEN) : state;
  const seq = event.type === 'snapshot' ? Math.max(id.seq, event.data.upTo) : id.seq;
  const read = { ...fresh, run: { ...run, position: { epoch: id.epoch, seq } } };
  return applied(
    withAnswer(read, ({ parts }) => ({ parts: partsAfter(parts, event) })),
    event,
  );
}

function applied(state: ConversationState, event: ChatEvent): ConversationState {
  switch (event.type) {
    case 'run':
      return bound(state, event.data);
    case 'delta':
      return withAnswer(state, (answer) => ({ text: answer.text + event.data.text }));
    case 'reasoning':
      return withAnswer(state, (answer) => ({ reasoning: answer.reasoning + event.data.text }));
    case 'sources':
      return withAnswer(state, () => ({ sources: event.data.sources }));
    case 'status':
      return withAnswer(state, ({ activities }) => ({ activities: withActivity(activities, event.data) }));
    case 'attachment':
      return withAnswer(state, ({ attachments }) => ({ attachments: [...attachments, event.data.attachment] }));
    case 'snapshot': {
      const { text, reasoning, sources, activities, attachments } = event.data;
      return withAnswer(state, (answer) => ({
        text,
        reasoning,
        sources: sources ?? answer.sources,
        activities: activities ?? answer.activities,
        attachments: attachments ?? answer.attachments,
      }));
    }
    case 'done':
      return ended(state, { status: event.data.reason, reference: event.data.ref });
    case 'error': {
      const { code, detail, ref, retryable, retryAfter } = event.data;
      return failed(state, { code, detail, ref, retryable, retryAfter });
    }
    default:
      // A newer server may know events this widget does not: they hold their place and show nothing.
      // One that this widget's own contract has needs a case above.
      event satisfies never;
      return state;
  }
}

function bound(
  state: ConversationState,
  ids: { runId: string; conversationId: string; userMessageId: string; messageId: string },
): ConversationState {
  const questionAt = state.messages.length - 2;
  const messages = state.messages.map((message, at) =>
    at === questionAt && message.role === 'user' ? { ...message, id: ids.userMessageId } : message,
  );
  const run = { position: undefined, stopping: false, ...state.run, runId: ids.runId };
  return withAnswer({ id: ids.conversationId, messages, run }, () => ({ id: ids.messageId }));
}

function failed(state: ConversationState, failure: Failure): ConversationState {
  return ended(state, { status: 'failed', failure });
}

function ended(state: ConversationState, change: Partial<ShownMessage>): ConversationState {
  return { ...withAnswer(state, () => change), run: undefined };
}

/** A status is told again under its id when it ends. One without an id (of an older server) replaces the one before. */
function withActivity(
  activities: readonly ShownActivity[],
  { id = '', kind, label, done, failed }: ChatEventData['status'],
): readonly ShownActivity[] {
  // Waiting in line is over when it is: nothing of it belongs to the answer.
  if (kind === 'queue' && done) return activities.filter((one) => one.id !== id);
  const activity = { id, kind: kind as ShownActivity['kind'], label, done, ...(failed && { failed }) };
  const known = activities.some((one) => one.id === id);
  return known ? activities.map((one) => (one.id === id ? activity : one)) : [...activities, activity];
}

/** Changes the answer being written; without one, nothing. */
function withAnswer(
  state: ConversationState,
  change: (answer: ShownMessage) => Partial<ShownMessage>,
): ConversationState {
  const answer = state.messages.at(-1);
  if (answer?.role !== 'assistant') return state;
  return { ...state, messages: [...state.messages.slice(0, -1), { ...answer, ...change(answer) }] };
}

function withoutLastPair(messages: readonly ShownMessage[]): readonly ShownMessage[] {
  const question = messages.findLastIndex((message) => message.role === 'user');
  return question === -1 ? messages : messages.slice(0, question);
}
