/**
 * Reads a `.env` file the way Node does, and names the lines that Node would silently leave out: a key lost to a missing
 * equals sign is the kind of thing people search for an hour.
 */
import { parseEnv } from 'node:util';

export type EnvFile = { ok: true; values: Record<string, string> } | { ok: false; line: number };

/** A name and an equals sign, as shells and Node write it; the value begins behind. */
const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*/;

/** @returns the number of the first line that is neither a setting, a comment nor empty; the line itself may hold a secret */
export function readEnvText(text: string): EnvFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(OLD_END_OF_FILE, 1)
    .join('')
    .split(/\r\n|\n|\r/)
    .map(withPlainSpaces);
  let openQuote: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (openQuote !== undefined) {
      if (line.includes(openQuote)) openQuote = undefined;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const start = ASSIGNMENT.exec(line)?.[0];
    if (start === undefined) return { ok: false, line: index + 1 };
    openQuote = quoteLeftOpen(line.slice(start.length));
    // A quote that never closes would swallow the rest of the file.
    if (openQuote !== undefined && !lines.slice(index + 1).some((later) => later.includes(openQuote ?? ''))) {
      return { ok: false, line: index + 1 };
    }
  }
  // `parseEnv` knows no line that ends in a carriage return alone, as the old Mac wrote them.
  const values = parseEnv(lines.join('\n')) as Record<string, string>;
  return { ok: true, values };
}

/** With this sign old editors of Windows end a file. */
const OLD_END_OF_FILE = '\u001a';

/** Copied from a page or a document, the spaces around a name do not break; Node takes them for a part of it. */
function withPlainSpaces(line: string): string {
  return line.replace(/^([\s\u200b\ufeff]*(?:export\s+)?[\w.-]*\s*=\s*)/, (start) =>
    start.replace(/[\u200b\ufeff]/g, '').replace(/[^\S\t]/g, ' '),
  );
}

/** The quote a value begins with, unless it ends on the same line. */
function quoteLeftOpen(value: string): string | undefined {
  const quote = value[0];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  return value.indexOf(quote, 1) === -1 ? quote : undefined;
}
