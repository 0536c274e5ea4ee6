/**
 * The keys everything secret on disk stands on. Given by the operator, or made once in the data directory: then the
 * key lies beside what it protects, which the log says together with how to move it out.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS } from '../settings/setting-definitions.ts';
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
  const created = !existsSync(file);
  const text = created ? `main:${randomBytes(32).toString('base64')}` : readFileSync(file, 'utf8').trim();
  const [stored, ...others] = SETTINGS.masterKeys.parse(text) ?? [];
  if (!stored) throw new Error(`The file ${file} holds no key.`);
  let kept = !created;
  return {
    masterKeys: { keys: [stored, ...others], file, created },
    keep: () => {
      if (!kept) createExclusively(file, `${text}\n`);
      kept = true;
    },
  };
}

function createExclusively(file: string, content: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  syncFolder(path.dirname(file));
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
