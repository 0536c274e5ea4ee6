/** Seals every stored secret anew with the first master key, so that older ones can be taken out of the setting. */
import type { SecretChanges, SecretRecord, SecretRecords } from '../storage/secret-records.ts';
import { type DamagedRecord, judgeMasterKeys, type WrongMasterKeys } from './check-master-keys.ts';
import type { MasterKeys } from './master-keys.ts';
import { CHECK_VALUE, checkedKeyId, checkRow, isOwnRow, placeOf } from './own-records.ts';
import { keyIdOf, openSecret, sealSecret } from './secret-box.ts';

export interface RotationOptions {
  /** Says what would happen and changes nothing. */
  dryRun: boolean;
  now?: () => number;
}

export type Rotation =
  | {
      kind: 'rotated';
      dryRun: boolean;
      /** How many secrets were (or would be) sealed anew. */
      rewrapped: number;
      /** How many had the first key already. */
      already: number;
      /** Given keys that no record needs any more (or would not): they can be taken out of the setting. */
      removableKeyIds: string[];
    }
  /** Nothing was changed: these secrets cannot be read. Setting or deleting them clears the way. */
  | { kind: 'corrupt'; dryRun: boolean; corrupt: DamagedRecord[] }
  /** Nothing was changed: the keys are not those of this safe. */
  | { kind: 'wrong-master-keys'; dryRun: boolean; wrong: WrongMasterKeys };

/** @throws SecretsChangedMeanwhile, having changed nothing */
export async function rotateSecrets(
  records: SecretRecords,
  masterKeys: MasterKeys,
  { dryRun, now = Date.now }: RotationOptions,
): Promise<Rotation> {
  const plan = (all: readonly SecretRecord[]) => planRotation(all, masterKeys, dryRun, now());
  return dryRun ? plan(await records.list()).outcome : records.rewriteAll(plan);
}

interface RotationPlan {
  changes: SecretChanges;
  outcome: Rotation;
}

const NO_CHANGES: SecretChanges = { remove: [], replace: [], add: [] };

function planRotation(
  all: readonly SecretRecord[],
  masterKeys: MasterKeys,
  dryRun: boolean,
  timestamp: number,
): RotationPlan {
  const check = judgeMasterKeys(all, masterKeys);
  if (!check.ok) return { changes: NO_CHANGES, outcome: { kind: 'wrong-master-keys', dryRun, wrong: check } };
  const corrupt = check.damaged.filter(({ name }) => !isOwnRow(name));
  if (corrupt.length > 0) return { changes: NO_CHANGES, outcome: { kind: 'corrupt', dryRun, corrupt } };

  const [first, ...older] = masterKeys.keys;
  const replace = all.flatMap((record) => sealAnew(record, masterKeys));
  // Rows of the safe's own that are broken go; the salt is made anew at the next start.
  const broken = check.damaged.map(({ name }) => name);
  const leftOver = all.map(({ name }) => name).filter((name) => isLeftOver(name, first.id));
  const remove = [...new Set([...broken, ...leftOver])];
  const checked = all.some(({ name }) => name === checkRow(first.id) && !broken.includes(name));
  const add = checked ? [] : [newCheckRow(masterKeys, timestamp)];
  const secrets = all.filter(({ name }) => !isOwnRow(name));
  const rewrapped = replace.filter(({ name }) => !isOwnRow(name)).length;
  return {
    changes: { remove, replace, add },
    outcome: {
      kind: 'rotated',
      dryRun,
      rewrapped,
      already: secrets.length - rewrapped,
      removableKeyIds: older.map(({ id }) => id),
    },
  };
}

/** The record under the first key, when it is not already. When the value was set stays as it was. */
function sealAnew(record: SecretRecord, { keys }: MasterKeys): SecretRecord[] {
  const [first] = keys;
  if (checkedKeyId(record.name) !== undefined || keyIdOf(record.record) === first.id) return [];
  const opened = openSecret(record.record, placeOf(record.name), keys);
  return opened.ok ? [{ ...record, record: sealSecret(opened.value, placeOf(record.name), first) }] : [];
}

/** A check row of a key that seals nothing any more. */
function isLeftOver(name: string, firstKeyId: string): boolean {
  const keyId = checkedKeyId(name);
  return keyId !== undefined && keyId !== firstKeyId;
}

function newCheckRow({ keys: [first] }: MasterKeys, updatedAt: number): SecretRecord {
  const name = checkRow(first.id);
  return { name, record: sealSecret(CHECK_VALUE, placeOf(name), first), updatedAt, updatedBy: '' };
}
