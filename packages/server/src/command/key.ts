/** `npx guichet key inspect`: says what a pasted key is, offline. Never takes it as a word of the command line. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pickLocale } from '@guichet/contract/locale';
import { inspectKey } from '@guichet/keys/inspect-key';
import { type Command, UsageError } from './command.ts';

/** A pasted `.env` file fits; a pasted film does not. */
const MAX_INPUT_CHARS = 200_000;

export const key: Command = {
  usage: [
    'key inspect [--json] [--lang fr|en] [--env]   (reads the key from standard input, or from the environment with --env)',
  ],
  async run(words) {
    const [action, ...rest] = words;
    if (action !== 'inspect') throw new UsageError('The command "key" needs the action "inspect".');
    const { json, fromEnvironment, lang } = readWords(rest);
    const text = fromEnvironment ? keyInEnvironment() : readStandardInput();
    const { output, exitCode } = inspectKey(text.slice(0, MAX_INPUT_CHARS), { json, locale: lang, now: new Date() });
    process.stdout.write(output);
    return exitCode;
  },
};

function readWords(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean' }, env: { type: 'boolean' }, lang: { type: 'string' } },
    });
    const wishes = [values.lang, process.env.GUICHET_LOCALE, process.env.LC_ALL, process.env.LANG];
    return {
      json: values.json ?? false,
      fromEnvironment: values.env ?? false,
      lang: pickLocale(wishes.filter((wish) => wish !== undefined)),
    };
  } catch {
    // The message of the parser would quote the words, and one of them may be a key.
    throw new UsageError(
      'Do not type a key in a command: the shell’s history would keep it. Pipe it in, or use --env.',
    );
  }
}

function keyInEnvironment(): string {
  return process.env.OPENWEBUI_API_KEY ?? process.env.OPEN_WEBUI_API_KEY ?? '';
}

function readStandardInput(): string {
  if (process.stdin.isTTY) process.stderr.write('Paste the key, then press Enter and Ctrl+D.\n');
  return readFileSync(0, 'utf8');
}
