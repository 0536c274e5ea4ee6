/** What of a conversation goes to the model with the next question. */
import type { ChatPicture, ChatTurn } from '@guichet/openwebui/client';
import type { StoredTurn } from '../storage/storage.ts';

/** How many earlier messages go along. More rarely help an assistant on a website, and they always cost. */
export const MAX_CONTEXT_TURNS = 40;

/** Characters of context besides the question, about 6,000 tokens; the oldest messages go first. */
export const MAX_CONTEXT_CHARS = 24_000;

/**
 * @param earlier oldest first
 * @param pictures attached to the question
 */
export function conversationTurns(
  earlier: readonly StoredTurn[],
  question: string,
  pictures: readonly ChatPicture[] = [],
): ChatTurn[] {
  let room = MAX_CONTEXT_CHARS;
  const kept: ChatTurn[] = [];
  for (const turn of earlier.toReversed()) {
    room -= turn.text.length;
    if (room < 0) break;
    kept.unshift(turn);
  }
  // A context that begins with an answer has lost its question and only confuses.
  while (kept[0]?.role === 'assistant') kept.shift();
  return [...kept, { role: 'user', text: question, ...(pictures.length > 0 && { pictures }) }];
}
