/** The safe as the rest of the server sees it: secrets by name, sealed at rest, described without being shown. */
import { recognise } from '@guichet/keys';
import type { SecretRecord, SecretRecords } from '../storage/secret-records.ts';
import type { MasterKeys } from './master-keys.ts';
import { isOwnRow, placeOf } from './own-records.ts';
import { keyIdOf, openSecret, type SecretRefusal, sealSecret } from './secret-box.ts';

export interface SecretMeta {
  /** Who sets it, as it is shown to operators. */
  updatedBy?: string;
}

export type SetSecretProblem = 'bad-name' | 'empty' | 'too-long' | 'not-unicode';
export type SetSecretResult = { ok: true } | { ok: false; problem: SetSecretProblem };

export type StoredSecret =
  | { kind: 'found'; value: string }
  | { kind: 'missing' }
  | { kind: 'corrupt'; name: string; reason: SecretRefusal };

/** What may be shown of a secret. The value itself is never part of it. */
export type SecretDescription =
  | { name: string; set: false }
  | {
      name: string;
      set: true;
      /** What it looks like, as `@guichet/keys` names it. */
      kind: string;
      /** Both empty for values too short to show anything of. */
      lastTwo: string;
      fingerprint: string;
      /** The master key it is sealed with. */
      keyId: string;
      updatedAt: number;
      updatedBy: string;
    }
  | { name: string; set: true; corrupt: SecretRefusal; keyId?: string; updatedAt: number; updatedBy: string };

export interface SecretStore {
  /** Replaces what was there, also a corrupt record. */
  set(name: string, value: string, meta?: SecretMeta): Promise<SetSecretResult>;
  /** For the parts that use the secret; no route may pass it on. */
  get(name: string): Promise<StoredSecret>;
  describe(name: string): Promise<SecretDescription>;
  /** @returns whether there was one */
  delete(name: string): Promise<boolean>;
  /** All of them by name; a corrupt one says so and leaves the others alone. */
  listDescriptions(): Promise<SecretDescription[]>;
}

export interface SecretStoreOptions {
  records: SecretRecords;
  masterKeys: MasterKeys;
  /** Of this installation, for fingerprints. */
  salt: string;
  now?: () => number;
}

/** The longest real secrets are private keys of some 6,000 characters; a pasted document is refused, not stored. */
export const MAX_SECRET_CHARS = 16_384;

const SECRET_NAME = /^[A-Za-z0-9][\w.:/-]{0,99}$/;

export function createSecretStore({ records, masterKeys, salt, now = Date.now }: SecretStoreOptions): SecretStore {
  async function set(name: string, value: string, meta: SecretMeta = {}): Promise<SetSecretResult> {
    const problem = problemWith(name, value);
    if (problem) return { ok: false, problem };
    const record = sealSecret(value, placeOf(name), masterKeys.keys[0]);
    await records.write({ name, record, updatedAt: now(), updatedBy: meta.updatedBy ?? '' });
    return { ok: true };
  }

  async function get(name: string): Promise<StoredSecret> {
    const stored = await readOwnersRow(name);
    if (!stored) return { kind: 'missing' };
    const opened = openSecret(stored.record, placeOf(name), masterKeys.keys);
    return opened.ok ? { kind: 'found', value: opened.value } : { kind: 'corrupt', name, reason: opened.reason };
  }

  async function describe(name: string): Promise<SecretDescription> {
    const stored = await readOwnersRow(name);
    return stored ? describeRecord(stored) : { name, set: false };
  }

  async function deleteSecret(name: string): Promise<boolean> {
    return isOwnRow(name) ? false : records.delete(name);
  }

  async function listDescriptions(): Promise<SecretDescription[]> {
    const all = await records.list();
    return all.filter(({ name }) => !isOwnRow(name)).map(describeRecord);
  }

  async function readOwnersRow(name: string): Promise<SecretRecord | undefined> {
    return isOwnRow(name) ? undefined : records.read(name);
  }

  function describeRecord({ name, record, updatedAt, updatedBy }: SecretRecord): SecretDescription {
    const opened = openSecret(record, placeOf(name), masterKeys.keys);
    if (!opened.ok) {
      const keyId = keyIdOf(record);
      return { name, set: true, corrupt: opened.reason, ...(keyId && { keyId }), updatedAt, updatedBy };
    }
    const { kind, lastTwo, fingerprint } = recognise(opened.value, { salt });
    return { name, set: true, kind, lastTwo, fingerprint, keyId: opened.keyId, updatedAt, updatedBy };
  }

  return { set, get, describe, delete: deleteSecret, listDescriptions };
}

function problemWith(name: string, value: string): SetSecretProblem | undefined {
  if (!SECRET_NAME.test(name)) return 'bad-name';
  if (value === '') return 'empty';
  if (value.length > MAX_SECRET_CHARS) return 'too-long';
  return value.isWellFormed() ? undefined : 'not-unicode';
}
