/**
 * What others wrote (a page's title, a model's name, a version) stands in reports, terminals, logs and lines to copy:
 * there it must be one line of letters, and not steer whatever shows it.
 */

/** Control characters, line breaks of any kind, and marks that turn the direction of what follows. */
const STEERING = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

export function plainLine(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

/** The same for every text within. */
export function plainLines<Value>(value: Value): Value {
  if (typeof value === 'string') return plainLine(value) as Value;
  if (Array.isArray(value)) return value.map(plainLines) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, plainLines(inside)])) as Value;
}
