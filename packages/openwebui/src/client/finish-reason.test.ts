import { describe, expect, it } from 'vitest';
import { type FinishMeaning, finishIn, finishWord, meaningOfFinish } from './finish-reason.ts';

/** What makers write, in lower case with a space between words; where from is beside. */
const SAID: Readonly<Record<FinishMeaning, readonly string[]>> = {
  stop: [
    // OpenAI, Anthropic, Gemini, Cohere, Bedrock, Ollama, llama.cpp, TGI, vLLM
    ...['stop', 'end turn', 'stop sequence', 'complete', 'stop sequences', 'eos token', 'eos', 'stop token'],
    ...['stop str', 'stop string', 'stop word', 'finish', 'finished', 'completed', 'success', 'succeeded', 'done'],
    ...['normal', 'end', 'end of sequence', 'end of text', 'end of turn', 'im end', 'eot id', 'eot', 'hit stop'],
  ],
  length: [
    ...['length', 'max tokens', 'max output tokens', 'max completion tokens', 'max new tokens', 'max length'],
    ...['model length', 'token limit', 'error limit', 'stop limit', 'hit limit', 'out of tokens', 'truncated'],
    ...['context window exceeded', 'model context window exceeded', 'context length exceeded', 'incomplete'],
    ...['max tokens reached', 'context overflow', 'tokens', 'limit', 'length limit', 'max'],
  ],
  filtered: [
    ...['content filter', 'content filtered', 'safety', 'recitation', 'blocklist', 'prohibited content', 'spii'],
    ...['image safety', 'image prohibited content', 'image recitation', 'guardrail intervened', 'refusal', 'refused'],
    ...['error toxic', 'sensitive', 'moderation', 'policy violation', 'unsafe', 'blocked', 'model armor', 'censored'],
  ],
  tools: [
    ...['tool calls', 'tool call', 'tool use', 'function call', 'pause turn', 'requires action', 'action required'],
    ...['unexpected tool call', 'too many tool calls', 'tool approval required'],
  ],
  failed: [
    ...['error', 'abort', 'aborted', 'cancel', 'cancelled', 'canceled', 'failed', 'failure', 'timeout'],
    ...['network error', 'insufficient system resource', 'malformed function call', 'malformed response', 'load'],
    ...['unload', 'engine overloaded', 'server shutdown', 'client disconnect', 'oom', 'preempted', 'quota'],
    ...['interrupted', 'user abort', 'service unavailable', 'unexpected error', 'killed', 'error user abort'],
  ],
  unknown: ['other', 'language', 'repetition', 'not finished', 'no image', 'compaction', 'unfinished', 'paused'],
};

const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
const words = (text: string) => text.split(' ');

/** How programming languages, enumerations and their printed forms spell the same. */
const SPELLINGS: readonly [string, (text: string) => string][] = [
  ['snake_case', (text) => words(text).join('_')],
  ['SCREAMING_SNAKE', (text) => words(text).join('_').toUpperCase()],
  ['kebab-case', (text) => words(text).join('-')],
  [
    'camelCase',
    (text) =>
      words(text)
        .map((word, place) => (place === 0 ? word : capital(word)))
        .join(''),
  ],
  ['PascalCase', (text) => words(text).map(capital).join('')],
  ['words', (text) => text],
  ['Words', (text) => words(text).map(capital).join(' ')],
  ['nothing between', (text) => words(text).join('')],
  ['dots', (text) => words(text).join('.')],
  ['FINISH_REASON_', (text) => `FINISH_REASON_${words(text).join('_').toUpperCase()}`],
  ['FinishReason.', (text) => `FinishReason.${words(text).join('_').toUpperCase()}`],
  ['finish_reason: ', (text) => `finish_reason: ${words(text).join('_')}`],
  ['in signs', (text) => `<|${words(text).join('_')}|>`],
  ['with space around', (text) => ` ${words(text).join('_')}\n`],
];

describe('a word for the end of an answer means the same in any spelling', () => {
  const rows = Object.entries(SAID).flatMap(([meaning, said]) => said.map((text) => [text, meaning] as const));

  it.each(rows)('%s: %s', (text, meaning) => {
    for (const [name, spell] of SPELLINGS) expect(meaningOfFinish(spell(text)), name).toBe(meaning);
  });

  it('is told by everything that says something, and by no word twice', () => {
    const said = rows.map(([text]) => text);
    expect(new Set(said).size).toBe(said.length);
    expect(said.length).toBeGreaterThan(110);
  });
});

describe('what says nothing leaves the answer open', () => {
  it.each([undefined, null, '', 'null', 'None', 'UNSPECIFIED', 'FINISH_REASON_UNSPECIFIED', 'undefined', ' '])(
    '%j',
    (given) => {
      expect(meaningOfFinish(given)).toBeUndefined();
    },
  );
});

describe('what is no word is not taken for a whole answer', () => {
  it.each([0, 1, true, false, {}, [], [1], { type: 3 }, { code: 'stop' }])('%j', (given) => {
    expect(meaningOfFinish(given)).toBe('unknown');
  });

  it('a word that is wrapped is read', () => {
    expect(meaningOfFinish(['length'])).toBe('length');
    expect(meaningOfFinish({ type: 'stop' })).toBe('stop');
    expect(meaningOfFinish({ type: 'incomplete', reason: 'content_filter' })).toBe('filtered');
  });
});

describe('where it is written', () => {
  it.each([
    ['finish_reason', 'length', 'length'],
    ['finishReason', 'SAFETY', 'filtered'],
    ['stop_reason', 'tool_use', 'tools'],
    ['stopReason', 'guardrail_intervened', 'filtered'],
    ['done_reason', 'load', 'failed'],
  ])('%s', (name, word, meaning) => {
    expect(finishIn([{}, { [name]: word }])).toEqual({ meaning, word });
  });

  it('the text that vLLM stopped at is no word for an end', () => {
    expect(finishIn([{ stop_reason: 'Observation' }])).toBeUndefined();
    expect(finishIn([{ finish_reason: 'stop', stop_reason: 'Observation' }])).toEqual({
      meaning: 'stop',
      word: 'stop',
    });
  });

  it('a gateway’s "stop" is less than the provider’s own word beside it', () => {
    for (const [native, meaning] of [
      ['MAX_TOKENS', 'length'],
      ['refusal', 'filtered'],
      ['error', 'failed'],
    ]) {
      expect(finishIn([{ finish_reason: 'stop', native_finish_reason: native }])).toEqual({ meaning, word: native });
    }
    for (const native of ['end_turn', 'STOP', 'tool_use', 'something']) {
      const said = finishIn([{ finish_reason: 'stop', native_finish_reason: native }]);
      expect(said, native).toEqual({ meaning: 'stop', word: 'stop' });
    }
  });

  it('is quoted in short', () => {
    expect(finishWord('x'.repeat(10_000))).toHaveLength(60);
    expect(finishWord(7)).toBe('number');
  });
});
