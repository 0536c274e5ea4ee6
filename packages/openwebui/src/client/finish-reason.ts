/**
 * What a provider means by its `finish_reason`. Open WebUI passes on whatever the provider says, in its spelling: OpenAI's
 * and Azure's words, Anthropic's `stop_reason`, Gemini's enumeration, Mistral, Cohere, Bedrock, Ollama's `done_reason`.
 */

export type FinishMeaning =
  /** The model had said all it wanted to say. */
  | 'stop'
  /** A limit of tokens or context ended it. */
  | 'length'
  /** Somebody's rules ended it. */
  | 'filtered'
  /** It waits for a tool that nobody calls. */
  | 'tools'
  /** Something broke. */
  | 'failed'
  /** A word nobody has told us: it is not taken for the end of a whole answer. */
  | 'unknown';

/** Some providers write these on every chunk instead of leaving the field out. */
const NOTHING_SAID = new Set(['', 'null', 'none', 'unspecified', 'undefined']);

const STOP = new Set([
  ...['stop', 'stopped', 'stopsequence', 'stopsequences', 'stoptoken', 'stopstring', 'stopword'],
  ...['endturn', 'endofturn', 'eos', 'eostoken', 'endofsequence', 'endoftext', 'end', 'finish', 'finished'],
  ...['complete', 'completed', 'success', 'succeeded', 'done', 'normal'],
]);

/** In this order: "MALFORMED_FUNCTION_CALL" failed, "ERROR_LIMIT" is one of length. Words are without case and signs. */
const PATTERNS: readonly [FinishMeaning, RegExp][] = [
  ['length', /length|maxtoken|maxoutput|tokenlimit|tokenslimit|contextwindow|errorlimit|truncat|^incomplete$|^limit/],
  [
    'filtered',
    /filter|safety|recitation|blocklist|blocked|prohibited|spii|refus|guardrail|toxic|sensitive|moderat|policy/,
  ],
  ['failed', /error|malformed|abort|cancel|fail|timeout|network|insufficient|unavailable|interrupt|unload|^load$/],
  ['tools', /tool|functioncall|pauseturn|actionrequired/],
];

/** @returns undefined when it says nothing: the answer goes on */
export function meaningOfFinish(value: unknown): FinishMeaning | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return 'unknown';
  const word = squeezed(value);
  if (NOTHING_SAID.has(word)) return undefined;
  if (STOP.has(word)) return 'stop';
  return PATTERNS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}

/** The longest word seen has 33 characters; what is longer is nobody's word and need not be looked at whole. */
const LONGEST_WORD_CHARS = 60;

/** As the log quotes it. */
export function finishWord(value: unknown): string {
  return (typeof value === 'string' ? value : typeof value).slice(0, LONGEST_WORD_CHARS);
}

function squeezed(value: string): string {
  return value
    .slice(0, LONGEST_WORD_CHARS)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^finishreason/, '');
}
