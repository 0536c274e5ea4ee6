import type { ChatEventType } from '@guichet/contract/chat-event';
import { compareEventIds, type EventId } from '@guichet/contract/event-id';

/** `next`: show it. `old`: it was shown already. `gap`: something before it is missing; read again from the last one. */
export type Verdict = 'next' | 'old' | 'gap';

/**
 * Whether an event is the one that has to follow. Never twice, never with a hole: this is what keeps an answer whole
 * over lost connections. A snapshot replaces everything before it, so it may jump forward.
 */
export function judgeEvent(last: EventId | undefined, id: EventId, type: ChatEventType): Verdict {
  if (last && compareEventIds(id, last) <= 0) return 'old';
  if (type === 'snapshot') return 'next';
  const expectedSeq = last?.epoch === id.epoch ? last.seq + 1 : 1;
  return id.seq === expectedSeq ? 'next' : 'gap';
}
