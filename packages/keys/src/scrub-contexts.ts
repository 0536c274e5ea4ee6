/**
 * Places where a log names a secret whatever its shape: `Authorization: Basic …`, `"password":"…"`, `?api_key=…`.
 * The value behind the name goes, the name stays.
 */
const NAMED_VALUE =
  /\b(?:authorization|proxy-authorization|x-api-key|api[-_]?key|apikey|access[-_]?token|refresh[-_]?token|session[-_]?token|client[-_]?secret|secret[-_]?key|password|passwd|passphrase|cookie|set-cookie)\b\\?["']?[ ]{0,4}[:=]{1,2}[ ]{0,4}\\?["']?(?:(?:bearer|basic|token|digest)[ ]{1,4})?/gi;

/** The longest value that is hidden behind a name; a cookie header stays below it. */
const MAX_NAMED_VALUE_LENGTH = 4096;
/** Shorter values (`password: no`) say nothing worth hiding. */
const MIN_NAMED_VALUE_LENGTH = 4;
const ENDS_VALUE = new Set([' ', '\n', '\r', '\t', '"', "'", '\\', ',', '&', '}', ']', ')', '<', '>']);
/** A cookie header is one value with spaces and commas in it. */
const ENDS_COOKIE = new Set(['\n', '\r', '"', '\\']);

export interface NamedValue {
  readonly start: number;
  readonly end: number;
}

/** Values that stand behind the name of a secret. */
export function findNamedValues(text: string): NamedValue[] {
  const found: NamedValue[] = [];
  NAMED_VALUE.lastIndex = 0;
  for (let match = NAMED_VALUE.exec(text); match !== null; match = NAMED_VALUE.exec(text)) {
    const start = NAMED_VALUE.lastIndex;
    const end = endOfValue(text, start, match[0].toLowerCase().includes('cookie') ? ENDS_COOKIE : ENDS_VALUE);
    if (end - start >= MIN_NAMED_VALUE_LENGTH) found.push({ start, end });
    NAMED_VALUE.lastIndex = Math.max(end, NAMED_VALUE.lastIndex);
  }
  return found;
}

function endOfValue(text: string, start: number, ends: ReadonlySet<string>): number {
  const limit = Math.min(text.length, start + MAX_NAMED_VALUE_LENGTH);
  let end = start;
  while (end < limit && !ends.has(text[end] ?? '')) end += 1;
  return end;
}
