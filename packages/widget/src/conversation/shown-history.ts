import { partsOf } from '@guichet/contract/message-part';
import type { Message } from '@guichet/contract/visitor-api';
import type { ShownMessage } from './conversation-state.ts';

/**
 * A stored conversation as it is shown. Messages that stand there already keep their key, so that nothing jumps when
 * the conversation is loaded again.
 */
export function shownHistory(stored: readonly Message[], shown: readonly ShownMessage[]): ShownMessage[] {
  const keys = new Map(shown.map((message) => [message.id, message.key]));
  const history = withoutAskedAgain(stored).map((message) => shownFrom(message, keys.get(message.id) ?? message.id));
  const last = history.at(-1);
  // A question that never got its answer's place (the server went down in between) can be asked again.
  if (last?.role === 'user') history.push({ ...last, ...UNANSWERED, key: `${last.key}-unanswered` });
  return history;
}

const UNANSWERED = { id: undefined, role: 'assistant', text: '', parts: [], status: 'interrupted' } as const;

/** Asking the same again replaces the failed attempt on the screen; the server keeps both. */
function withoutAskedAgain(stored: readonly Message[]): readonly Message[] {
  const kept: Message[] = [];
  for (const message of stored) {
    const [question, answer] = kept.slice(-2);
    const again = message.role === 'user' && question?.role === 'user' && question.text === message.text;
    if (again && (answer?.status === 'failed' || answer?.status === 'interrupted')) kept.splice(-2);
    kept.push(message);
  }
  return kept;
}

function shownFrom(message: Message, key: string): ShownMessage {
  const { id, role, text, status, createdAt, error } = message;
  return {
    key,
    id,
    role,
    text,
    status,
    createdAt,
    reasoning: message.reasoning ?? '',
    sources: message.sources ?? [],
    activities: message.activities ?? [],
    attachments: message.attachments ?? [],
    parts: message.parts ?? partsOf(message),
    failure: error && { retryable: true, ...error },
    files: message.files,
    rating: message.feedback?.rating,
    reference: message.ref,
  };
}
