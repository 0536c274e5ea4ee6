import type { ChatEvent } from '@guichet/contract/chat-event';
import { type EventId, parseEventId } from '@guichet/contract/event-id';
import type { SseMessage } from '@guichet/contract/sse';

/** @returns undefined for what cannot be an event of a run: it is skipped, and the hole it leaves is read again. */
export function chatEventFrom(message: SseMessage): { id: EventId; event: ChatEvent } | undefined {
  const id = parseEventId(message.id);
  if (!id) return undefined;
  try {
    const data: unknown = JSON.parse(message.data);
    if (typeof data !== 'object' || data === null) return undefined;
    // The server is ours and its events are checked there; an unknown type is let through and shows nothing.
    return { id, event: { type: message.event, data } as ChatEvent };
  } catch {
    return undefined;
  }
}
