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
  // The model's own sign, which some servers hand on in place of a word: "<|im_end|>", "<|eot_id|>", "</s>".
  ...['imend', 'eot', 'eotid', 'endtoken', 's', 'stopstr', 'hitstop'],
  ...['complete', 'completed', 'success', 'succeeded', 'done', 'normal'],
]);

/** In this order: "MALFORMED_FUNCTION_CALL" failed, "ERROR_LIMIT" is one of length. Words are without case and signs. */
const PATTERNS: readonly [FinishMeaning, RegExp][] = [
  [
    'length',
    /length|max(completion|new|gen)?token|maxoutput|tokenlimit|tokenslimit|contextwindow|errorlimit|truncat|^incomplete$|^limit|(stop|stopped|hit)limit$|outoftokens|^tokens?$|^max$|overflow/,
  ],
  [
    'filtered',
    /filter|safety|recitation|blocklist|blocked|prohibited|spii|refus|guardrail|toxic|sensitive|moderat|policy|unsafe|harm|violat|censor|modelarmor/,
  ],
  [
    'failed',
    /error|malformed|abort|cancel|fail|timeout|network|insufficient|unavailable|interrupt|unload|^load$|overload|shutdown|disconnect|killed|preempt|^oom$|outofmemory|quota/,
  ],
  ['tools', /tool|functioncall|pauseturn|actionrequired|requiresaction|approvalrequest/],
];

/** @returns undefined when it says nothing: the answer goes on */
export function meaningOfFinish(given: unknown): FinishMeaning | undefined {
  const value = unwrapped(given);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return 'unknown';
  const word = squeezed(value);
  if (NOTHING_SAID.has(word)) return undefined;
  if (STOP.has(word)) return 'stop';
  return PATTERNS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}

export interface FinishSaid {
  meaning: FinishMeaning;
  word: string;
}

/** Where providers and gateways write it, in the order in which it is believed. */
const NAMES = ['finish_reason', 'finishReason', 'stop_reason', 'stopReason', 'done_reason'];

/**
 * What a frame says of the end, wherever in it.
 * @param records the choice, its delta, the frame: the first that says something decides
 */
export function finishIn(records: readonly Readonly<Record<string, unknown>>[]): FinishSaid | undefined {
  for (const record of records) {
    for (const name of NAMES) {
      const meaning = meaningOfFinish(record[name]);
      // Beside a proper name, `stop_reason` is vLLM's: the text or the number it stopped at, which is no word for an end.
      if (meaning === undefined || (meaning === 'unknown' && name !== 'finish_reason')) continue;
      return lessWhole({ meaning, word: finishWord(record[name]) }, record.native_finish_reason);
    }
  }
  return undefined;
}

/** A gateway that translates a provider's word for a limit or a rule into `stop` keeps the word itself beside it. */
function lessWhole(said: FinishSaid, native: unknown): FinishSaid {
  const meaning = said.meaning === 'stop' ? meaningOfFinish(native) : undefined;
  const isLess = meaning === 'length' || meaning === 'filtered' || meaning === 'failed';
  return isLess ? { meaning, word: finishWord(native) } : said;
}

/** The longest word seen has 33 characters; what is longer is nobody's word and need not be looked at whole. */
const LONGEST_WORD_CHARS = 60;

/** As the log quotes it. */
export function finishWord(given: unknown): string {
  const value = unwrapped(given);
  return (typeof value === 'string' ? value : typeof value).slice(0, LONGEST_WORD_CHARS);
}

/** A list of one, `{"type": "stop"}`, `{"reason": "max_output_tokens"}`. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : value;
  const { reason, type } = value as Record<string, unknown>;
  return [reason, type].find((part) => typeof part === 'string') ?? value;
}

function squeezed(value: string): string {
  return value
    .slice(0, LONGEST_WORD_CHARS)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^finishreason/, '');
}
