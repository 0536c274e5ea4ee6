import { expect, it } from 'vitest';
import type { ChatEvent } from './chat-event.ts';
import { type MessagePart, partsAfter, partsOf } from './message-part.ts';

const add = (events: ChatEvent[], from: readonly MessagePart[] = []) => events.reduce(partsAfter, from);
const call = { id: 'call_1', kind: 'tool', label: 'Weather' } as const;

it('keeps text, tool, text apart and in order, and a tool in one place while its state changes', () => {
  const parts = add([
    { type: 'delta', data: { text: 'Let me ', part: 'p1' } },
    { type: 'delta', data: { text: 'look.', part: 'p1' } },
    { type: 'status', data: { ...call, done: false, part: 'p2' } },
    { type: 'delta', data: { text: 'It is ', part: 'p3' } },
    { type: 'status', data: { ...call, done: true, failed: true, part: 'p2' } },
    { type: 'delta', data: { text: 'sunny.', part: 'p3' } },
    { type: 'status', data: { id: 'n', kind: 'other', label: 'Checked', done: true, part: 'p4' } },
  ]);
  expect(parts).toEqual([
    { id: 'p1', type: 'text', text: 'Let me look.' },
    { id: 'p2', type: 'tool', kind: 'tool', label: 'Weather', done: true, failed: true },
    { id: 'p3', type: 'text', text: 'It is sunny.' },
    { id: 'p4', type: 'notice', kind: 'other', label: 'Checked', done: true },
  ]);
});

it('leaves what is news of the moment out, and what ends the answer', () => {
  const parts = add([
    { type: 'status', data: { kind: 'queue', label: 'Two before you', done: false } },
    { type: 'delta', data: { text: 'Hi', part: 'p1' } },
    { type: 'done', data: { reason: 'complete', messageId: 'msg' } },
  ]);
  expect(parts).toEqual([{ id: 'p1', type: 'text', text: 'Hi' }]);
});

it('takes the parts of a snapshot instead of its own, and goes on in them', () => {
  const snapshot: MessagePart[] = [
    { id: 'p1', type: 'reasoning', text: 'Hm.' },
    { id: 'p2', type: 'text', text: 'Ye' },
  ];
  const parts = add([
    { type: 'delta', data: { text: 'Hm.', part: 'p1' } },
    { type: 'snapshot', data: { text: 'Ye', reasoning: 'Hm.', upTo: 2, parts: snapshot } },
    { type: 'delta', data: { text: 's', part: 'p2' } },
  ]);
  expect(parts).toEqual([snapshot[0], { id: 'p2', type: 'text', text: 'Yes' }]);
});

it('reads an older server, which names no parts: one text, one reasoning, and everything else by its own id', () => {
  const attachment = { id: 'fil_1', kind: 'image' as const, contentType: 'image/png', alt: '', url: '/v1/files/fil_1' };
  const sources = [{ id: 's1', title: 'Hours' }];
  const told: ChatEvent[] = [
    { type: 'status', data: { ...call, done: true } },
    { type: 'sources', data: { sources } },
    { type: 'reasoning', data: { text: 'Hm.' } },
    { type: 'delta', data: { text: 'Let me look.' } },
    { type: 'delta', data: { text: ' Sunny.' } },
    { type: 'attachment', data: { attachment } },
  ];
  const whole = { text: 'Let me look. Sunny.', reasoning: 'Hm.', sources, attachments: [attachment] };
  expect(add(told)).toEqual(partsOf({ ...whole, activities: [{ ...call, done: true }] }));
  const again = add([{ type: 'snapshot', data: { text: 'Rain.', reasoning: '', upTo: 7 } }], add(told));
  expect(again.map(({ type }) => type)).toEqual(['tool', 'sources', 'attachment', 'text']);
  expect(again.at(-1)).toEqual({ id: 'text', type: 'text', text: 'Rain.' });
});
