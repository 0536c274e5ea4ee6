/** For tests: the events of runs as real servers sent them, by version and name. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const RECORDED_VERSIONS = ['0.10.2', '0.11.4', '0.12.4'] as const;
export type RecordedVersion = (typeof RECORDED_VERSIONS)[number];

/** The member `data` of each event, in order. */
export function recordedRun(version: RecordedVersion, name: string): unknown[] {
  const file = path.join(import.meta.dirname, 'recorded', `${version}.jsonl`);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const events = lines
    .map((line): { run: string; data: unknown } => JSON.parse(line))
    .filter((event) => event.run === name);
  if (events.length === 0) throw new Error(`no run ${name} was recorded on ${version}`);
  return events.map((event) => event.data);
}
