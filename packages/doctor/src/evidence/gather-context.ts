import type { DoctorInput } from '../doctor-input.ts';
import type { DoctorLimits } from '../limits.ts';
import type { DoctorTools } from './doctor-tools.ts';
import type { EvidenceKey, EvidenceMap } from './evidence-map.ts';

/** What a gatherer has at hand. */
export interface GatherContext {
  input: DoctorInput;
  tools: DoctorTools;
  /** Each limit, shortened to what is left of the whole run. */
  limit(name: Exclude<keyof DoctorLimits, 'totalMs'>): number;
  /** Evidence that this one builds on; undefined when it could not be gathered. */
  evidence<Key extends EvidenceKey>(key: Key): Promise<EvidenceMap[Key] | undefined>;
  /** Called when the run ends, whatever came of it. */
  onEnd(close: () => Promise<void>): void;
}

/** Touches the world, judges nothing. Undefined: there was nothing to look at. May reject; the runner copes. */
export type Gatherer<Key extends EvidenceKey> = (context: GatherContext) => Promise<EvidenceMap[Key] | undefined>;
