import type { MessageAttachment } from '@guichet/contract/chat-event';
import type { ActivityPart } from '@guichet/contract/message-part';
import type { ShownMessage } from './conversation-state.ts';

/** What is drawn of an answer, one below the other, in the order in which it came. */
export type AnswerBlock =
  /** `grows`: the text that is being written. */
  | { type: 'text'; id: string; text: string; grows: boolean }
  | { type: 'attachment'; id: string; attachment: MessageAttachment }
  /** What was done between two texts, as far as it is over. */
  | { type: 'activities'; id: string; activities: ActivityPart[] };

/** Reasoning is not shown, and sources stand below the whole answer. What is still running is said where the text goes on. */
export function blocksOf({ parts, status, text }: ShownMessage): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    switch (part.type) {
      case 'text':
        // The empty lines that keep two texts apart in one are the space between the blocks here.
        blocks.push({ type: 'text', id: part.id, text: part.text.replace(/^\n+/, ''), grows: false });
        break;
      case 'attachment':
        blocks.push(part);
        break;
      case 'tool':
      case 'notice':
        // Before the first word it is said beside the caret.
        if (!part.done || (text === '' && status === 'streaming')) break;
        if (last?.type === 'activities') last.activities.push(part);
        else blocks.push({ type: 'activities', id: part.id, activities: [part] });
    }
  }
  const growing = blocks.findLast((block) => block.type === 'text');
  if (growing?.type === 'text') growing.grows = status === 'streaming';
  return blocks;
}
