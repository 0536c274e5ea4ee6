/** Opens the safe at start: checks the master keys first and writes only when they are the right ones. */
import { randomBytes } from 'node:crypto';
import type { SecretRecords } from '../storage/secret-records.ts';
import { checkMasterKeys, type DamagedRecord, type WrongMasterKeys } from './check-master-keys.ts';
import type { MasterKeys } from './master-keys.ts';
import { CHECK_VALUE, checkRow, isOwnRow, placeOf, SALT_ROW } from './own-records.ts';
import { openSecret, sealSecret } from './secret-box.ts';
import { createSecretStore, type SecretStore } from './secret-store.ts';

export interface OpenedSafe {
  ok: true;
  secrets: SecretStore;
  /** Of this installation: the same in the console, in the log and in `guichet key inspect`. */
  fingerprintSalt: string;
  /** Secrets that cannot be read, to be named in the log; the others work. */
  damaged: DamagedRecord[];
}

const SALT_BYTES = 16;

export async function openSafe(
  records: SecretRecords,
  masterKeys: MasterKeys,
  now: () => number = Date.now,
): Promise<OpenedSafe | WrongMasterKeys> {
  const check = await checkMasterKeys(records, masterKeys);
  if (!check.ok) return check;
  await keepOwnValue(checkRow(masterKeys.keys[0].id), CHECK_VALUE);
  const salt = await keepOwnValue(SALT_ROW, randomBytes(SALT_BYTES).toString('base64url'));
  return {
    ok: true,
    secrets: createSecretStore({ records, masterKeys, salt, now }),
    fingerprintSalt: salt,
    damaged: check.damaged.filter(({ name }) => !isOwnRow(name)),
  };

  /** The value stored under a name of the safe's own; `fresh` when there is none or, the keys being right, a broken one. */
  async function keepOwnValue(name: string, fresh: string): Promise<string> {
    const row = {
      name,
      record: sealSecret(fresh, placeOf(name), masterKeys.keys[0]),
      updatedAt: now(),
      updatedBy: '',
    };
    // Of two processes that start at once, one adds the row and both read it.
    await records.add(row);
    const stored = await records.read(name);
    const opened = openSecret(stored?.record ?? '', placeOf(name), masterKeys.keys);
    if (opened.ok) return opened.value;
    await records.write(row);
    return fresh;
  }
}
