/** Of all replicas that notice the same, one tells the operator. */
import { createHash } from 'node:crypto';
import type { Notice } from '../observe/webhook.ts';
import type { ReplicaRecords } from '../storage/replica-records.ts';

/** Replicas notice a change of the key within a second or two of each other; the same later is another happening. */
const SAME_HAPPENING_MS = 60_000;

/** Events that end each other: the same one twice is no news, however much later. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'credential-refused': 'credential-accepted',
  'credential-accepted': 'credential-accepted',
  'diagnosis-failing': 'diagnosis',
  'diagnosis-well': 'diagnosis',
};

export type Tell = (notice: Notice) => Promise<void>;

export interface TellOnceParts {
  tell: Tell;
  records: Pick<ReplicaRecords, 'claimNotice'>;
  now: () => number;
}

export function tellOnce({ tell, records, now }: TellOnceParts): Tell {
  return async (notice) => {
    const subject = SUBJECTS[notice.event];
    const repeat = subject === undefined ? { repeatAfterMs: SAME_HAPPENING_MS } : {};
    const isNews = await records
      .claimNotice(subject ?? notice.event, stateOf(notice), { now: now(), ...repeat })
      // Without the database nobody knows: better twice than never.
      .catch(() => true);
    if (isNews) await tell(notice);
  };
}

/** What it says, and nothing that could be read from it. */
function stateOf({ event, text }: Notice): string {
  return createHash('sha256').update(`${event}\n${text}`).digest('base64url');
}
