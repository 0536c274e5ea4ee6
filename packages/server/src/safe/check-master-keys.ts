/** At each start, before anything is written: are these the master keys that sealed what is stored? */
import type { SecretRecord, SecretRecords } from '../storage/secret-records.ts';
import type { MasterKeys } from './master-keys.ts';
import { checkedKeyId, placeOf } from './own-records.ts';
import { keyIdOf, openSecret, type SecretRefusal } from './secret-box.ts';

export interface DamagedRecord {
  name: string;
  reason: SecretRefusal;
}

export interface WrongMasterKeys {
  ok: false;
  /** One sentence for the operator. */
  sentence: string;
  givenKeyIds: string[];
  /** Ids that records ask for and that are not given, or are given with other bytes. */
  wantedKeyIds: string[];
}

/** With the right keys, single damaged records are named and keep nobody from starting. */
export type MasterKeyCheck = { ok: true; damaged: DamagedRecord[] } | WrongMasterKeys;

/** Only reads. */
export async function checkMasterKeys(records: SecretRecords, masterKeys: MasterKeys): Promise<MasterKeyCheck> {
  return judgeMasterKeys(await records.list(), masterKeys);
}

export function judgeMasterKeys(records: readonly SecretRecord[], masterKeys: MasterKeys): MasterKeyCheck {
  const tried = records.map((record) => tryRecord(record, masterKeys));
  const givenKeyIds = masterKeys.keys.map(({ id }) => id);
  const wantedKeyIds = keyIdsInUse(tried).filter((keyId) => isWrong(keyId, tried, givenKeyIds));
  if (wantedKeyIds.length > 0) {
    return { ok: false, sentence: wrongKeySentence(masterKeys, wantedKeyIds), givenKeyIds, wantedKeyIds };
  }
  return { ok: true, damaged: damagedAmong(tried, givenKeyIds) };
}

interface TriedRecord {
  name: string;
  keyId: string | undefined;
  /** Set for check rows. */
  vouchesFor: string | undefined;
  refusal: SecretRefusal | undefined;
}

function tryRecord({ name, record }: SecretRecord, masterKeys: MasterKeys): TriedRecord {
  const opened = openSecret(record, placeOf(name), masterKeys.keys);
  return {
    name,
    keyId: keyIdOf(record),
    vouchesFor: checkedKeyId(name),
    refusal: opened.ok ? undefined : opened.reason,
  };
}

/** What check rows vouch for was really used. Only where they are gone, the records themselves have to be believed. */
function keyIdsInUse(tried: readonly TriedRecord[]): string[] {
  const vouched = tried.map(({ vouchesFor }) => vouchesFor).filter((keyId) => keyId !== undefined);
  const ofRecords = tried.map(({ keyId }) => keyId).filter((keyId) => keyId !== undefined);
  return [...new Set(vouched.length > 0 ? vouched : ofRecords)];
}

/** A key is wrong when nothing opens with it. One that is not given is missed only when something depends on it. */
function isWrong(keyId: string, tried: readonly TriedRecord[], givenKeyIds: readonly string[]): boolean {
  const opens = tried.some((record) => record.keyId === keyId && record.refusal === undefined);
  const needed = tried.some((record) => record.keyId === keyId && record.vouchesFor === undefined);
  return !opens && (needed || givenKeyIds.includes(keyId));
}

function damagedAmong(tried: readonly TriedRecord[], givenKeyIds: readonly string[]): DamagedRecord[] {
  return tried.flatMap(({ name, vouchesFor, refusal }) => {
    const leftOver = vouchesFor !== undefined && !givenKeyIds.includes(vouchesFor);
    return refusal === undefined || leftOver ? [] : [{ name, reason: refusal }];
  });
}

function wrongKeySentence({ keys, file, created }: MasterKeys, wanted: readonly string[]): string {
  const given = keys.map(({ id }) => id);
  const ask = `the stored secrets need ${quoteAll(wanted)}`;
  if (created) return `GUICHET_MASTER_KEYS is not set, but ${ask}. Set it to its previous value. Nothing was changed.`;
  const source = file === undefined ? 'GUICHET_MASTER_KEYS' : `The file ${file}`;
  const sameName = wanted.filter((id) => given.includes(id));
  const but = sameName.length === 0 ? '' : ` (${quoteAll(sameName)} is set, but to a different key)`;
  return `${source} contains the master key ${quoteAll(given)}, but ${ask}${but}. Add that key again, separated by a comma. Nothing was changed.`;
}

function quoteAll(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}
