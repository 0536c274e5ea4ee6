import type { AddressEvidence } from '../evidence/evidence-map.ts';
import { type Observation, saw } from '../verdict.ts';

/** The network's proxy between Guichet and Open WebUI, with the variable that names it, and without its password. */
export function proxySeen(address: AddressEvidence): Observation[] {
  if (address.kind !== 'address' || !address.proxy) return [];
  const { shown, name } = address.proxy;
  return [saw('networkProxy', `${shown} (${name})`, { vantage: 'settings' })];
}
