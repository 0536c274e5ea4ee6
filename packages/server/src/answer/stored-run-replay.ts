/**
 * The events of a run whose log is no longer in memory, made again from what is stored. They count as the epoch after
 * the live one, so that a reader who saw part of it clears its text and cannot show anything twice; made again, they
 * come out the same, so that such a reader can itself be cut off and come back.
 */
import type { ChatEvent, MessageAttachment, ShownActivity } from '@guichet/contract/chat-event';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import { isErrorCode } from '@guichet/contract/error-catalogue';
import type { Problem } from '@guichet/contract/problem';
import type { StoredActivity, StoredAttachment, StoredRun } from '../storage/storage.ts';
import { terminalEvent } from './answer-run.ts';
import { partEvents } from './laid-out-parts.ts';
import { visitorSources } from './visitor-sources.ts';

/** The epoch of a replay: above every one that the run was written in. */
export function replayEpoch(run: Pick<StoredRun, 'epoch'>): number {
  return run.epoch + 1;
}

export interface ReplayWords {
  problem: (code: ErrorCode, ref: string) => Problem;
  showActivity: (activity: StoredActivity) => ShownActivity;
  showAttachment: (attachment: StoredAttachment) => MessageAttachment;
  /** Whether the visitor gets excerpts of the sources. */
  excerpts: boolean;
}

/** @returns in order; `run` must have ended */
export function replayStoredRun(
  run: StoredRun,
  { problem, showActivity, showAttachment, excerpts }: ReplayWords,
): ChatEvent[] {
  if (run.status === 'streaming') throw new Error('Only an ended run can be replayed.');
  const { id: runId, conversationId, userMessageId, messageId, text, reasoning, sources, error, status } = run;
  const events: ChatEvent[] = [{ type: 'run', data: { runId, conversationId, userMessageId, messageId } }];
  const content = {
    text,
    reasoning,
    sources: visitorSources(sources, excerpts),
    activities: run.activities.map(showActivity),
    attachments: run.attachments.map(showAttachment),
  };
  events.push(...partEvents(run.outline, content));
  const code = error && isErrorCode(error.code) ? error.code : 'internal';
  events.push(terminalEvent(status, messageId, error !== undefined, () => problem(code, error?.ref ?? '')));
  return events;
}
