/** One thing that goes wrong on a real Open WebUI, made on purpose, and what the doctor must say of it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CorpusScene, ExpectedFinding } from '@guichet/doctor/corpus';
import type { RealScene } from './real-scene.ts';

export interface RealCase {
  name: string;
  /** First version on which it can be made, and first on which it cannot any more. */
  since?: string;
  until?: string;
  /** Touches nothing that others look at: may run beside others of its kind. */
  beside?: true;
  /** Written from the recordings and the reference, never from what the doctor happened to say. */
  expected: ExpectedFinding | ((version: string) => ExpectedFinding);
  make(scene: RealScene): Promise<CorpusScene>;
}

export const certain = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'certain' });
export const probable = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'probable' });
export const NOTHING_WRONG = certain('none');

/** Open WebUI keeps its list of models for a second. */
export async function untilListIsStale(): Promise<void> {
  await pause(1_200);
}
