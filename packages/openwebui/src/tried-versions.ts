/**
 * The releases of Open WebUI that `npm run test:openwebui` was run against. Nobody knows how any other behaves: what is
 * said of it is what the nearest of these does, and is marked as probable.
 */
import { nearestVersion } from './version-order.ts';

export interface TriedVersion {
  version: string;
  /** The day of the last run. */
  day: string;
}

/** Oldest first. */
export const TRIED_VERSIONS: readonly TriedVersion[] = [
  { version: '0.6.43', day: '2026-11-29' },
  { version: '0.7.2', day: '2026-11-30' },
  { version: '0.8.12', day: '2026-11-29' },
  { version: '0.9.6', day: '2026-11-29' },
  { version: '0.10.2', day: '2026-11-30' },
  { version: '0.11.4', day: '2026-11-29' },
  { version: '0.12.4', day: '2026-11-29' },
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
