/** One thing that goes wrong, made on purpose, and what the doctor must say of it. */
import type { Cause } from '@guichet/contract/cause';
import type { PracticeServer } from '@guichet/openwebui/practice';
import type { DoctorInput } from '../doctor-input.ts';
import type { DoctorTools } from '../evidence/doctor-tools.ts';
import type { DoctorLimits } from '../limits.ts';
import type { Confidence } from '../verdict.ts';

export interface CorpusSetting {
  practice: PracticeServer;
  /** An ordinary account with a key and a session token. */
  account: ReturnType<PracticeServer['state']['addAccount']>;
  key: string;
  token: string;
  /** Called at the end, whatever came of it. */
  onEnd(close: () => Promise<unknown>): void;
}

export interface CorpusScene {
  input: DoctorInput;
  tools?: DoctorTools;
  limits?: Partial<DoctorLimits>;
}

/** What a person must be told first; `none`: nothing is wrong; `unknown`: something fails, and nobody can say why. */
export interface ExpectedFinding {
  cause: Cause | 'none' | 'unknown';
  confidence: Confidence;
}

export interface CorpusCase {
  name: string;
  /** Which versions it is made on. */
  versions: readonly string[];
  /** As after an installation: keys off, nothing shared. */
  fresh?: boolean;
  expected: ExpectedFinding;
  make(setting: CorpusSetting): CorpusScene | Promise<CorpusScene>;
}

export const NEWEST = ['0.12.4'] as const;
export const FIVE_VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'] as const;
