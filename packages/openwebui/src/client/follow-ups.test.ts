import { describe, expect, it } from 'vitest';
import { followUpsIn } from './follow-ups.ts';

describe('proposed questions', () => {
  it.each([
    ['{"follow_ups": ["And tomorrow?", "In Lyon?"]}', ['And tomorrow?', 'In Lyon?']],
    ['```json\n{"follow_ups": ["And\\n tomorrow?"]}\n```', ['And tomorrow?']],
    ['Sure! {"follow_ups": ["A?", "A?", "B?", "C?", "D?"]} Enjoy.', ['A?', 'B?', 'C?']],
    [`{"follow_ups": ["${'x'.repeat(201)}", "B?", "", 3, null, {}]}`, ['B?']],
    ['{"follow_ups": "A?"}', []],
    ['{"queries": ["A?"]}', []],
    ['{"follow_ups": ["A?"', []],
    ['} {', []],
    ['', []],
  ])('%s', (text, questions) => expect(followUpsIn(text)).toEqual(questions));
});
