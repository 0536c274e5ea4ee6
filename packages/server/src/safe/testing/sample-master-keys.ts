import type { MasterKey, MasterKeys } from '../master-keys.ts';

/** The same id and fill give the same key. */
export function sampleMasterKey(id: string, fill: number): MasterKey {
  return { id, key: Buffer.alloc(32, fill) };
}

export function sampleMasterKeys(...keys: [MasterKey, ...MasterKey[]]): MasterKeys {
  return { keys, created: false };
}
