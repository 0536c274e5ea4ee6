/** `npx guichet …`: chooses the command and turns what it says into output and exit code. */

import { admin } from './command/admin.ts';
import { backup } from './command/backup.ts';
import {
  type Command,
  CommandRefused,
  EXIT_CONFIGURATION,
  EXIT_FAILURE,
  EXIT_USAGE,
  UsageError,
} from './command/command.ts';
import { doctor } from './command/doctor.ts';
import { key } from './command/key.ts';
import { move } from './command/move.ts';
import { openwebui } from './command/openwebui.ts';
import { practice } from './command/practice.ts';
import { restore } from './command/restore.ts';
import { secrets } from './command/secrets.ts';
import { site } from './command/site.ts';
import { NotAFile } from './read-plain-file.ts';
import { MasterKeyFileUnusable } from './safe/master-keys.ts';
import { SettingsError } from './settings/read-settings.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  admin,
  backup,
  doctor,
  key,
  move,
  openwebui,
  practice,
  restore,
  secrets,
  site,
};

function usage(): string {
  const lines = Object.values(COMMANDS).flatMap((command) => command.usage.map((line) => `  npx guichet ${line}`));
  return ['Usage:', ...lines].join('\n');
}

function isConfiguration(error: unknown): boolean {
  return [SettingsError, MasterKeyFileUnusable, NotAFile, CommandRefused].some((kind) => error instanceof kind);
}

// Backups hold conversations: they are for whoever made them.
process.umask(0o077);

async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(`${usage()}\n`);
    return name === undefined ? EXIT_USAGE : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return command.run(rest);
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongUse = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(wrongUse ? `${message}\n${usage()}\n` : `${message}\n`);
  process.exitCode = wrongUse ? EXIT_USAGE : isConfiguration(error) ? EXIT_CONFIGURATION : EXIT_FAILURE;
}
