export { probeReach, type Reach, type ReachFinding, type ReachWishes } from './probe-reach.ts';
export type { ReachId } from './reach-probes.ts';
