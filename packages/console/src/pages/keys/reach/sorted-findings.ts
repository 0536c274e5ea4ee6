/** What the key can reach, in the order that matters. Pure. */
import type { ReachView } from '@guichet/contract/admin-api';
import type { Tone } from '../../../parts/tone.ts';

export type Finding = ReachView['findings'][number];
export type FindingState = 'open' | 'unknown' | 'needed' | 'closed';

const ORDER: readonly FindingState[] = ['open', 'unknown', 'needed', 'closed'];

export const FINDING_TONES: Record<FindingState, Tone> = {
  open: 'warn',
  unknown: 'info',
  needed: 'info',
  closed: 'ok',
};

export function findingState({ reach, needed }: Finding): FindingState {
  return reach === 'open' && needed ? 'needed' : reach;
}

/** What is open beyond need first, what is closed last; otherwise in the server's order. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const place = (finding: Finding) => ORDER.indexOf(findingState(finding));
  return [...findings].sort((one, other) => place(one) - place(other));
}

export function countOf(state: FindingState, findings: readonly Finding[]): number {
  return findings.filter((finding) => findingState(finding) === state).length;
}
