/**
 * Reads a file that somebody named, and nothing else: a pipe, a socket or a device would be waited for, and with it all of
 * this process. It happens by a mount or a substitution of the shell.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { en as settingsEn } from './settings/text/en.ts';
import type { SettingProblemTexts } from './settings/text/setting-problem-texts.ts';
import { en } from './text/en.ts';

/** What can be in the place of a file. */
export type NoFileKind = Parameters<SettingProblemTexts['notAFile']>[0];

export class NotAFile extends Error {
  override name = 'NotAFile';
  readonly file: string;
  readonly kind: NoFileKind;

  constructor(file: string, kind: NoFileKind) {
    // What a command prints; the server says it in its own language.
    super(en.start.notAFile(file, settingsEn.problem.notAFile(kind)));
    this.file = file;
    this.kind = kind;
  }
}

/** @throws NotAFile, or the system's error with its code */
export function readPlainFile(file: string): Buffer {
  // With this, nothing that was put there stands for "nothing", as in a mount over a `.env` file.
  if (isDevNull(expect(file, statSync(file)))) return Buffer.alloc(0);
  // It may have become another since; opening and reading wait for nobody then either.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    expect(file, fstatSync(descriptor));
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** For files that others open, such as a database. One that is not there yet is fine. @throws NotAFile */
export function expectPlainFiles(...files: readonly string[]): void {
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found) expect(file, found);
  }
}

function expect(file: string, found: Stats): Stats {
  if (!found.isFile() && !isDevNull(found)) throw new NotAFile(file, kindOf(found));
  return found;
}

function isDevNull(found: Stats): boolean {
  return found.isCharacterDevice() && found.rdev === statSync(devNull, { throwIfNoEntry: false })?.rdev;
}

function kindOf(found: Stats): NoFileKind {
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
}
