import { fromBytes } from './from-bytes.ts';

/** Shorter runs are words; the shortest key that anybody encodes has 27 characters of Base64. */
const MIN_RUN_LENGTH = 16;
/** Runs of one text that are decoded. A secret of Kubernetes with all settings of a server has about a hundred. */
const MAX_RUNS = 200;
/** Bytes of Base64 that decode to less than this hold no key. */
const MIN_DECODED_LENGTH = 16;

/**
 * The texts that stand in a text as Base64 (also the alphabet for addresses, without padding, over several lines) or in
 * hexadecimal. What does not decode to readable text is left alone.
 */
export function encodedTexts(text: string): string[] {
  const runs = base64Runs(text);
  const spacedHex = text.replace(BETWEEN_BYTES, '');
  const single = runs.map(({ start, end }) => text.slice(start, end));
  return [...new Set([...joinedRuns(text, runs), ...single, ...(ONLY_HEX.test(spacedHex) ? [spacedHex] : [])])].flatMap(
    (run) => decoded(run) ?? [],
  );
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function base64Runs(text: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  while (start < text.length && runs.length < MAX_RUNS) {
    let end = start;
    while (end < text.length && isBase64(text.charCodeAt(end))) end += 1;
    if (end > start) runs.push({ start, end });
    start = end + 1;
  }
  return runs;
}

/** Lines of Base64 as programs wrap it: nothing but white space and signs between them, and only the last one short. */
function joinedRuns(text: string, runs: readonly Run[]): string[] {
  const joined: string[] = [];
  let parts: string[] = [];
  let previous: Run | undefined;
  for (const run of runs) {
    const isLastLine = (parts.at(-1)?.length ?? 0) < (parts.at(-2)?.length ?? 0);
    const goesOn =
      previous &&
      !isLastLine &&
      previous.end - previous.start >= MIN_RUN_LENGTH &&
      isLineBreak(text, previous, run.start);
    if (!goesOn) {
      if (parts.length > 1) joined.push(parts.join(''));
      parts = [];
    }
    parts.push(text.slice(run.start, run.end));
    previous = run;
  }
  if (parts.length > 1) joined.push(parts.join(''));
  return joined;
}

function isLineBreak(text: string, previous: Run, end: number): boolean {
  // A terminal or a chat makes spaces of the line breaks; lines that short are words.
  let hasBreak = previous.end - previous.start >= MIN_LINE_LENGTH;
  for (let index = previous.end; index < end; index += 1) {
    const sign = text[index] ?? '';
    if (sign === '\n' || sign === '\r') hasBreak = true;
    else if (sign.trim() !== '' && !LINE_SIGNS.includes(sign)) return false;
  }
  return hasBreak;
}

/** The shortest line in which a program wraps Base64. */
const MIN_LINE_LENGTH = 60;
/** What stands at the ends of lines in a quoted mail, a comment or a program. */
const LINE_SIGNS = '>|#*"\'\\';

function decoded(run: string): string[] | undefined {
  if (run.length < MIN_RUN_LENGTH) return undefined;
  return [decodedBase64(run), decodedHex(run)].filter((text) => text !== undefined);
}

function decodedBase64(run: string): string | undefined {
  try {
    const bytes = atob(run.replaceAll('-', '+').replaceAll('_', '/'));
    return bytes.length < MIN_DECODED_LENGTH ? undefined : readable(bytes);
  } catch {
    return undefined;
  }
}

function decodedHex(withMark: string): string | undefined {
  // The `\x` of PostgreSQL, whose backslash belongs to no run, and the `0x` of MySQL.
  const run = withMark.replace(HEX_MARK, '');
  if (run.length % 2 !== 0 || !ONLY_HEX.test(run)) return undefined;
  let bytes = '';
  for (let index = 0; index < run.length; index += 2) {
    bytes += String.fromCharCode(Number.parseInt(run.slice(index, index + 2), 16));
  }
  return readable(bytes);
}

const HEX_MARK = /^0?x/;
/** `73 6b 2d`, `0x73, 0x6b`, `73:6b:2d`. */
const BETWEEN_BYTES = /0x|[\s,:]/g;
/** Longer than the longest key in hexadecimal. */
const ONLY_HEX = /^[0-9a-fA-F]{32,25000}$/;

/** Bytes that no text has are a picture or a hash. */
function readable(bytes: string): string | undefined {
  const text = fromBytes(bytes);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && !ALLOWED_CONTROLS.has(code)) return undefined;
  }
  return text;
}

/** The end of a setting in `env -0`, tab, the two line breaks, the beginning of an order to a terminal, and a hyphen of Word. */
const ALLOWED_CONTROLS = new Set([0, 9, 10, 13, 27, 30]);

function isBase64(code: number): boolean {
  const isLetterOrDigit = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetterOrDigit || code === 43 || code === 45 || code === 47 || code === 95;
}
