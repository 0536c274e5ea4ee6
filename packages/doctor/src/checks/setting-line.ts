/** A line of settings to copy with a value that others wrote: it ends up in a `.env` file or in a shell. */

/** Nothing in these means anything to a shell. */
const PLAIN = /^[\w.:/@+[\]-]+$/;

/** Within single quotes everything is itself, but these. */
const QUOTABLE = /^[^'\p{Cc}\u2028\u2029]+$/u;

/** @returns no line for a value that no quotes would tame; it is shown nevertheless, in words */
export function settingLine(name: string, value: string): readonly string[] {
  if (PLAIN.test(value)) return [`${name}=${value}`];
  return QUOTABLE.test(value) ? [`${name}='${value}'`] : [];
}
