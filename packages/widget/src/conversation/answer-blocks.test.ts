import type { MessagePart } from '@guichet/contract/message-part';
import { expect, it } from 'vitest';
import { blocksOf } from './answer-blocks.ts';
import type { ShownMessage } from './conversation-state.ts';

const text = (id: string, words: string): MessagePart => ({ id, type: 'text', text: words });
const tool = (id: string, done: boolean): MessagePart => ({ id, type: 'tool', kind: 'tool', label: id, done });

function message(parts: MessagePart[], status: ShownMessage['status'] = 'complete'): ShownMessage {
  const words = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return {
    ...{ key: 'k', id: 'msg', role: 'assistant', text: words, status, createdAt: '', reasoning: '', sources: [] },
    ...{ activities: [], attachments: [], parts, failure: undefined, reference: undefined },
  };
}

const drawn = (from: ShownMessage) =>
  blocksOf(from).map((block) => {
    if (block.type === 'activities') return block.activities.map(({ id }) => id);
    return block.type === 'text' ? `${block.text}${block.grows ? '|' : ''}` : block.id;
  });

it('draws text, tools, text in that order, with tools that follow each other together', () => {
  const parts = [text('p1', 'Let me look.'), tool('a', true), tool('b', true), text('p2', '\n\nSunny.')];
  expect(drawn(message(parts))).toEqual(['Let me look.', ['a', 'b'], 'Sunny.']);
});

it('draws what is over while the answer goes on, and the caret behind the last text', () => {
  const parts = [text('p1', 'Let me look.'), tool('a', true), text('p2', 'Sun'), tool('b', false)];
  expect(drawn(message(parts, 'streaming'))).toEqual(['Let me look.', ['a'], 'Sun|']);
});

it('leaves what is done before the first word to the line that says so', () => {
  expect(drawn(message([tool('a', true)], 'streaming'))).toEqual([]);
  expect(drawn(message([tool('a', true)], 'stopped'))).toEqual([['a']]);
});

it('draws a picture where it came, and neither reasoning nor sources', () => {
  const attachment = { id: 'fil_1', kind: 'image' as const, contentType: 'image/png', alt: '', url: '/v1/files/fil_1' };
  const parts: MessagePart[] = [
    { id: 'p1', type: 'reasoning', text: 'Hm.' },
    { id: 'p2', type: 'sources', sources: [] },
    text('p3', 'Here.'),
    { id: 'p4', type: 'attachment', attachment },
  ];
  expect(drawn(message(parts))).toEqual(['Here.', 'p4']);
});
