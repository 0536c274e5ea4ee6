/** Seals every stored secret anew with the first master key, so that older ones can be taken out of the setting. */
import type { SecretChanges, SecretRecord, SecretRecords } from '../storage/secret-records.ts';
import type { DamagedRecord } from './check-master-keys.ts';
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
      ok: true;
      dryRun: boolean;
      /** How many secrets were (or would be) sealed anew. */
      rewrapped: number;
      /** How many had the first key already. */
      already: number;
      /** Given keys that no record needs any more (or would not): they can be taken out of the setting. */
      removableKeyIds: string[];
    }
  /** Nothing was changed, because these could not be read: set or delete them, or give the key they ask for. */
  | { ok: false; dryRun: boolean; corrupt: (DamagedRecord & { keyId?: string })[] };

/** @throws SecretsChangedMeanwhile, having changed nothing */
export async function rotateSecrets(
  records: SecretRecords,
  masterKeys: MasterKeys,
  { dryRun, now = Date.now }: RotationOptions,
): Promise<Rotation> {
  const timestamp = now();
  if (dryRun) return { ...planRotation(await records.list(), masterKeys, timestamp).rotation, dryRun };
  let rotation: PlannedRotation['rotation'] = { ok: false, corrupt: [] };
  await records.rewriteAll((all) => {
    const plan = planRotation(all, masterKeys, timestamp);
    rotation = plan.rotation;
    return plan.changes;
  });
  return { ...rotation, dryRun };
}
