/** Answers of five real servers, for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const RECORDED_VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'] as const;

export interface RecordedReply {
  name: string;
  status: number;
  contentType: string;
  body: string;
  retryAfter?: string;
}

/** Those that are replies to requests; ids, keys and tokens in them are replaced by marks. */
export function recordedReplies(version: string): RecordedReply[] {
  const file = path.join(import.meta.dirname, '..', 'practice', 'recorded', `${version}.json`);
  const entries: Partial<RecordedReply>[] = JSON.parse(readFileSync(file, 'utf8'));
  return entries.filter((entry): entry is RecordedReply => entry.status !== undefined && entry.body !== undefined);
}
