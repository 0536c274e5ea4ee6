/** `npx guichet …` in a process of its own, as an operator types it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { COMPILE_CACHE } from './compile-cache.ts';

const CLI = path.resolve(import.meta.dirname, '../cli.ts');

/** @returns the exit code, and everything written to either output */
export function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { PATH: process.env.PATH ?? '', GUICHET_LOCALE: 'en', ...COMPILE_CACHE, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
  child.stdin.end(input);
  return new Promise((resolve) => {
    // Not `exit`: what was written last may still be on its way.
    child.once('close', (code) => resolve({ code, output }));
  });
}
