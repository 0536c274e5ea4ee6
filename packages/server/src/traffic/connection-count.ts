/** How many connections this process can hold: as many as memory allows, and never more than files it may open. */
import { readFileSync } from 'node:fs';

/** Some 30 KB each at most, so 120 MB. Beyond: the one that has been idle longest makes room; where none is, one of the address that has most. */
export const MAX_CONNECTIONS = 4_000;

/** Open files that are not visitors': the database, the log, and connections to Open WebUI. */
const OWN_FILES = 100;

/** Even a very small limit leaves this part to visitors. */
const LEAST_PART = 1 / 2;

/** @param limits the text of `/proc/self/limits`; undefined where there is none, as outside of Linux */
export function connectionCount(limits: string | undefined = readLimits()): number {
  const files = Number(/^Max open files\s+(\d+)/m.exec(limits ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(files)) return MAX_CONNECTIONS;
  return Math.min(MAX_CONNECTIONS, Math.max(files - OWN_FILES, Math.floor(files * LEAST_PART)));
}

function readLimits(): string | undefined {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return undefined;
  }
}
