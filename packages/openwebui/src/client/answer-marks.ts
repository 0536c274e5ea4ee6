/**
 * The marks inside an answer's text that Open WebUI knows (`DEFAULT_REASONING_TAGS`, `DEFAULT_SOLUTION_TAGS`,
 * `DEFAULT_CODE_INTERPRETER_TAGS` of its middleware, and the `<details type="…">` in which it keeps such blocks), found at
 * one place of a text that may still be growing.
 */

export type Mark =
  /** A block of reasoning begins. `close`: what ends it, in lower case. `loud`: nobody writes it by accident. */
  | { kind: 'reasoning'; length: number; close: string; loud: boolean }
  /** A block of reasoning ends; whether one had begun is for the caller to know. */
  | { kind: 'reasoning-end'; length: number; close: string }
  /** A block with nothing in it, `<think/>`. */
  | { kind: 'empty'; length: number }
  /** A block that Open WebUI writes for its own interface begins; the rest of its tag follows. */
  | { kind: 'details'; length: number; type: string }
  /** A mark around what is the answer: it goes, the text stays. */
  | { kind: 'solution'; length: number };

/** Longest mark that is waited for; the attributes of a block that decide what it is come first. */
const LONGEST_MARK_CHARS = 400;

const NAMES = ['think', 'thinking', 'reason', 'reasoning', 'thought', 'code_interpreter'];
const OPENING = /<(think|thinking|reason|reasoning|thought|code_interpreter)(?:\s[^<>]{0,300})?>/iy;
const EMPTY = /<(?:think|thinking|reason|reasoning|thought)\s{0,8}\/>/iy;
const CLOSING = /<\/(think|thinking|reason|reasoning|thought)\s{0,8}>/iy;
const DETAILS = /<details\s[^<>]{0,300}?\btype\s{0,8}=\s{0,8}["']?([\w:.-]{1,60})["'\s>]/iy;

/** Half-written marks: what may still become one of the above. */
const OPENING_BEGUN = /^<(?:think|thinking|reason|reasoning|thought|code_interpreter|details)\s[^<>]*$/;
const EMPTY_BEGUN = /^<(?:think|thinking|reason|reasoning|thought)\/$/;
const CLOSING_BEGUN = /^<\/(?:think|thinking|reason|reasoning|thought)\s{0,8}$/;

const LITERALS: readonly (Mark & { text: string })[] = [
  token('<|begin_of_thought|>', { kind: 'reasoning', close: '<|end_of_thought|>', loud: true }),
  token('<|end_of_thought|>', { kind: 'reasoning-end', close: '<|end_of_thought|>' }),
  token('◁think▷', { kind: 'reasoning', close: '◁/think▷', loud: true }),
  token('◁/think▷', { kind: 'reasoning-end', close: '◁/think▷' }),
  // Not among those that Open WebUI knows: of Magistral, Seed, Command and gpt-oss, where nobody in between reads them.
  token('[think]', { kind: 'reasoning', close: '[/think]', loud: false }),
  token('[/think]', { kind: 'reasoning-end', close: '[/think]' }),
  token('<seed:think>', { kind: 'reasoning', close: '</seed:think>', loud: true }),
  token('</seed:think>', { kind: 'reasoning-end', close: '</seed:think>' }),
  token('<|start_thinking|>', { kind: 'reasoning', close: '<|end_thinking|>', loud: true }),
  token('<|end_thinking|>', { kind: 'reasoning-end', close: '<|end_thinking|>' }),
  token('<|start_response|>', { kind: 'solution' }),
  token('<|end_response|>', { kind: 'solution' }),
  token('<|channel|>analysis<|message|>', { kind: 'reasoning', close: '<|end|>', loud: true }),
  token('<|channel|>commentary<|message|>', { kind: 'reasoning', close: '<|end|>', loud: true }),
  token('<|start|>assistant', { kind: 'solution' }),
  token('<|channel|>final<|message|>', { kind: 'solution' }),
  token('<|begin_of_solution|>', { kind: 'solution' }),
  token('<|end_of_solution|>', { kind: 'solution' }),
];

const BEGINNINGS = [
  ...LITERALS.map(({ text }) => text),
  ...NAMES.flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<details ',
];

/** Tells most of what begins with `<` apart before anything longer is looked at. */
const QUICK = /<(?:$|\/(?:$|[trs])|[|trcds])|◁(?:$|[t/])|\[(?:$|\/?(?:$|t))/iy;

/** The characters a mark can begin with. */
export const MARK_START = /[<◁[]/g;

/** @returns `partial` when the text ends before it is known */
export function markAt(text: string, at: number): Mark | 'partial' | undefined {
  QUICK.lastIndex = at;
  if (!QUICK.test(text)) return undefined;
  const next = text.slice(at, at + LONGEST_MARK_CHARS);
  const lower = next.toLowerCase();
  const literal = LITERALS.find((mark) => lower.startsWith(mark.text));
  // In small letters and square brackets it is a word that somebody put there.
  if (literal) return next.startsWith('[') && /[a-z]/.test(next.slice(0, literal.length)) ? undefined : literal;
  const empty = matchAt(EMPTY, next);
  if (empty) return { kind: 'empty', length: empty[0].length };
  const opening = matchAt(OPENING, next);
  if (opening) return { kind: 'reasoning', length: opening[0].length, close: closeOf(opening[1]), loud: false };
  const closing = matchAt(CLOSING, next);
  if (closing) return { kind: 'reasoning-end', length: closing[0].length, close: closeOf(closing[1]) };
  const details = matchAt(DETAILS, next);
  // The character behind the type may be the tag's own end, which is looked for by the caller.
  if (details) return { kind: 'details', length: details[0].length - 1, type: details[1]?.toLowerCase() ?? '' };
  return next.length < LONGEST_MARK_CHARS && isBegun(lower) ? 'partial' : undefined;
}

function isBegun(lower: string): boolean {
  if (BEGINNINGS.some((mark) => mark.startsWith(lower))) return true;
  return OPENING_BEGUN.test(lower) || EMPTY_BEGUN.test(lower) || CLOSING_BEGUN.test(lower);
}

/** Without its last character, so that white space before it can be let through. */
function closeOf(name: string | undefined): string {
  return `</${name?.toLowerCase()}`;
}

function matchAt(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

type Unmeasured<Kind> = Kind extends Mark ? Omit<Kind, 'length'> : never;

function token(text: string, mark: Unmeasured<Mark>): Mark & { text: string } {
  return { ...mark, text, length: text.length } as Mark & { text: string };
}
