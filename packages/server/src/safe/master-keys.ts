/**
 * The keys everything secret on disk stands on. Given by the operator, or made once in the data directory: then the
 * key lies beside what it protects, which the log says together with how to move it out.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS } from '../settings/setting-definitions.ts';

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
export type KeyPurpose = 'visitor-token' | 'address-pseudonym';

const DERIVED_KEY_BYTES = 32;

/** @throws when the file in the data directory exists but cannot be read or is damaged: it is never overwritten. */
export function loadMasterKeys(given: MasterKey[] | undefined, dataDir: string): MasterKeys {
  const [first, ...rest] = given ?? [];
  if (first) return { keys: [first, ...rest], created: false };
  const file = path.join(dataDir, 'master-keys');
  const created = !existsSync(file);
  if (created) createExclusively(file, `main:${randomBytes(32).toString('base64')}\n`);
  const [stored, ...others] = SETTINGS.masterKeys.parse(readFileSync(file, 'utf8').trim()) ?? [];
  if (!stored) throw new Error(`The file ${file} holds no key.`);
  return { keys: [stored, ...others], file, created };
}

function createExclusively(file: string, content: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A key for one purpose, derived by HKDF-SHA256 (RFC 5869). */
export function deriveKey(master: MasterKey, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master.key, 'guichet', purpose, DERIVED_KEY_BYTES));
}
