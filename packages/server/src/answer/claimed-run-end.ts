/** How an answer ends whose process died: with what there is of it. */
import type { ClaimedRun, RunEnd } from '../storage/storage.ts';

/** @param more what else is known of it than the last checkpoint says */
export function endOfClaimed(
  { run, stopAsked }: ClaimedRun,
  endedAt: number,
  more: Partial<Pick<RunEnd, 'text' | 'reasoning' | 'sources' | 'attachments' | 'outline'>> = {},
): RunEnd {
  const { id: runId, text, reasoning, sources, attachments, outline } = run;
  const status = stopAsked ? 'stopped' : 'interrupted';
  return { runId, status, text, reasoning, sources, attachments, outline, activities: [], endedAt, ...more };
}
