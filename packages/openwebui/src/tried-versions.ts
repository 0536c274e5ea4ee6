/**
 * The releases of Open WebUI that Guichet was tried with. Nobody knows how any other behaves: what is said of it is what
 * the nearest of these does, and is marked as probable.
 */
import { nearestVersion } from './version-order.ts';

export interface TriedVersion {
  version: string;
  /**
   * `run`: asked everything by `npm run test:openwebui`. `recorded`: asked some 160 questions, which the practice server
   * answers alike, and no more.
   */
  how: 'run' | 'recorded';
  /** The day of the last run, or of the recording. */
  day: string;
}

/** Oldest first: of each line the first and the last release. */
export const TRIED_VERSIONS: readonly TriedVersion[] = [
  { version: '0.6.43', how: 'run', day: '2026-11-23' },
  { version: '0.7.0', how: 'run', day: '2026-11-30' },
  { version: '0.7.2', how: 'run', day: '2026-11-30' },
  { version: '0.8.0', how: 'run', day: '2026-11-30' },
  { version: '0.8.12', how: 'run', day: '2026-11-30' },
  { version: '0.9.0', how: 'run', day: '2026-11-30' },
  { version: '0.9.6', how: 'run', day: '2026-11-23' },
  { version: '0.10.0', how: 'run', day: '2026-11-30' },
  { version: '0.10.2', how: 'run', day: '2026-11-30' },
  { version: '0.11.0', how: 'run', day: '2026-11-30' },
  { version: '0.11.4', how: 'run', day: '2026-11-30' },
  { version: '0.12.0', how: 'run', day: '2026-11-30' },
  { version: '0.12.1', how: 'recorded', day: '2026-11-30' },
  { version: '0.12.4', how: 'run', day: '2026-11-30' },
];

export function wasTried(version: string): boolean {
  return TRIED_VERSIONS.some((tried) => tried.version === version);
}

export function nearestTriedVersion(version: string): string {
  return nearestVersion(
    version,
    TRIED_VERSIONS.map((tried) => tried.version),
  );
}
