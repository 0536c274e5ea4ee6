/**
 * The keys everything secret on disk stands on. Given by the operator, or made once in the data directory: then the
 * key lies beside what it protects, which the log says together with how to move it out.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NotAFile, readPlainFile } from '../read-plain-file.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';
import { en as settingsEn } from '../settings/text/en.ts';
import { SettingProblem, type SettingProblemTexts } from '../settings/text/setting-problem-texts.ts';
import { en } from '../text/en.ts';
import { hkdfSha256 } from './hkdf.ts';

export interface MasterKey {
  id: string;
  key: Buffer;
}

export interface MasterKeys {
  /** The first encrypts and signs, all decrypt and verify. */
  keys: readonly [MasterKey, ...MasterKey[]];
  /** The file they were made in just now or at an earlier start; absent when the operator gave them. */
  file?: string;
  created: boolean;
}

/** Purposes that get a key of their own, so that one leaked derived key opens nothing else. */
export type KeyPurpose = 'visitor-token' | 'address-pseudonym' | 'secret-wrapping' | 'known-browser';

const DERIVED_KEY_BYTES = 32;

/** Master keys that are known but, when they were made just now, not yet written anywhere. */
export interface PreparedMasterKeys {
  masterKeys: MasterKeys;
  /** Writes newly made keys to their file; does nothing for keys that were there already. */
  keep(): void;
}

/** The file in the data directory is there and holds no usable key. It is never overwritten. */
export class MasterKeyFileUnusable extends Error {
  override name = 'MasterKeyFileUnusable';
  readonly file: string;
  /** Completes the sentence "The file …". */
  readonly problemIn: (texts: SettingProblemTexts) => string;

  constructor(file: string, cause: unknown) {
    const problemIn = (texts: SettingProblemTexts) => {
      if (cause instanceof NotAFile) return texts.notAFile(cause.kind);
      return cause instanceof SettingProblem ? cause.in(texts) : texts.unreadable(reasonOf(cause));
    };
    // What a command prints; the server says it in its own language.
    super(en.start.masterKeyFileUnusable(file, problemIn(settingsEn.problem)), { cause });
    this.file = file;
    this.problemIn = problemIn;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

/** @throws when the file in the data directory exists but cannot be read or is damaged: it is never overwritten. */
export function loadMasterKeys(given: MasterKey[] | undefined, dataDir: string): MasterKeys {
  const { masterKeys, keep } = prepareMasterKeys(given, dataDir);
  keep();
  return masterKeys;
}

/**
 * The same without writing: a start that is refused because the stored secrets ask for another key must not leave a new
 * key behind, which the next start would take for the right one.
 */
export function prepareMasterKeys(given: MasterKey[] | undefined, dataDir: string): PreparedMasterKeys {
  const [first, ...rest] = given ?? [];
  if (first) return { masterKeys: { keys: [first, ...rest], created: false }, keep: () => {} };
  const file = path.join(dataDir, 'master-keys');
  const created = !isThere(file);
  const text = created ? `main:${randomBytes(32).toString('base64')}` : undefined;
  const [stored, ...others] = keysOf(file, text);
  let kept = !created;
  return {
    masterKeys: { keys: [stored, ...others], file, created },
    keep: () => {
      if (!kept) createExclusively(file, `${text}\n`);
      kept = true;
    },
  };
}

/** @param made the text of new keys, which are in no file yet */
function keysOf(file: string, made: string | undefined): [MasterKey, ...MasterKey[]] {
  try {
    const [first, ...rest] = SETTINGS.masterKeys.parse(made ?? readPlainFile(file).toString().trim()) ?? [];
    if (!first) throw new SettingProblem('noMasterKey');
    return [first, ...rest];
  } catch (error) {
    throw new MasterKeyFileUnusable(file, error);
  }
}

/** Also a link that leads nowhere, as long as what holds the key is not mounted: no new key takes its place. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Written whole under another name first: a process that dies here leaves no empty file behind. */
function createExclusively(file: string, content: string): void {
  const draft = `${file}.${process.pid}.new`;
  // In a container every start has the same number: what one left that died, or had no room, would stop all others.
  rmSync(draft, { force: true });
  try {
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    // Unlike a renaming, a link never takes the place of a file that is there.
    linkSync(draft, file);
  } catch (error) {
    if (!hasNoLinks(error) || isThere(file)) throw error;
    // A file system without links.
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(path.dirname(file));
}

/** What file systems without links answer: FAT, some network drives and FUSE. */
function hasNoLinks(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'link';
}

/** The file's name has to survive a power cut too: secrets sealed with a key that is gone are gone. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A key for one purpose, derived by HKDF-SHA256 (RFC 5869). */
export function deriveKey(master: MasterKey, purpose: KeyPurpose): Uint8Array {
  return hkdfSha256({ keyMaterial: master.key, salt: 'guichet', info: purpose, lengthBytes: DERIVED_KEY_BYTES });
}
