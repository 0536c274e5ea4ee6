/** From rows to what the rest of the server speaks of. */

import type { AnswerSource } from '@guichet/contract/chat-event';
import type { PageContext } from '@guichet/contract/clean-page-context';
import type { ConversationSummary, VisitorFile } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { OutlinePart, StoredActivity, StoredAttachment, StoredMessage, StoredRun } from './storage.ts';
import type { StoredFeedback } from './visitor-data.ts';

export type RunRow = Selectable<Schema['run']>;
export type MessageRow = Selectable<Schema['message']>;
export type ConversationRow = Selectable<Schema['conversation']>;

export function toRun(row: RunRow, answer: MessageRow | undefined): StoredRun {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    visitorId: row.visitor_id,
    site: row.site,
    userMessageId: row.user_message_id,
    messageId: row.message_id,
    status: row.status,
    epoch: row.epoch,
    ...(row.locale && { locale: row.locale as VisitorLocale }),
    text: answer?.text ?? row.checkpoint_text,
    reasoning: answer?.reasoning ?? row.checkpoint_reasoning,
    sources: answer ? parseSources(answer.sources) : [],
    ...partsOf(answer),
    outline: outlineFrom(answer ? answer.outline : row.checkpoint_outline),
    startedAt: row.started_at,
    ...(answer?.error_code && answer.error_ref && { error: { code: answer.error_code, ref: answer.error_ref } }),
  };
}

export function toSummary(row: ConversationRow): ConversationSummary {
  return {
    id: row.id,
    title: row.title,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}

export function toMessage(row: MessageRow, files?: VisitorFile[]): StoredMessage {
  const sources = parseSources(row.sources);
  return {
    id: row.id,
    role: row.role,
    text: row.text,
    status: row.status,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.run_id && { runId: row.run_id }),
    ...(row.reasoning && { reasoning: row.reasoning }),
    ...(sources.length > 0 && { sources }),
    ...partsOf(row),
    outline: outlineFrom(row.outline),
    ...(row.page_context !== null && { context: JSON.parse(row.page_context) as PageContext }),
    ...(files && { files }),
    ...endOf(row),
    ...ratingOf(row),
  };
}

function ratingOf({ rating, rating_reason: reason }: MessageRow): Pick<StoredMessage, 'feedback'> {
  return rating === null ? {} : { feedback: { rating, ...(reason !== null && { reason }) } };
}

/** What the visitor thinks of an answer, if they said. */
export function feedbackFrom({
  rating,
  reason,
  comment,
  ratedAt,
}: {
  rating: 1 | -1 | null;
  reason: string | null;
  comment: string | null;
  ratedAt: number | null;
}): { feedback?: StoredFeedback } {
  if (rating === null) return {};
  const said = { ...(reason !== null && { reason }), ...(comment !== null && { comment }) };
  return { feedback: { rating, ...said, at: ratedAt ?? 0 } };
}

/** A failed answer has its error; one that was cut has only the reference to what cut it. */
function endOf({ status, error_code: code, error_ref: ref }: MessageRow): Pick<StoredMessage, 'error' | 'ref'> {
  if (!code || !ref) return {};
  return status === 'failed' ? { error: { code, ref } } : { ref };
}

export function toStreamingMessage(run: RunRow): StoredMessage {
  return {
    id: run.message_id,
    role: 'assistant',
    text: run.checkpoint_text,
    status: 'streaming',
    createdAt: new Date(run.started_at).toISOString(),
    runId: run.id,
    ...partsOf(undefined),
    outline: outlineFrom(run.checkpoint_outline),
    ...(run.checkpoint_reasoning && { reasoning: run.checkpoint_reasoning }),
  };
}

function partsOf(row: MessageRow | undefined): { activities: StoredActivity[]; attachments: StoredAttachment[] } {
  return {
    activities: JSON.parse(row?.activities ?? '[]') as StoredActivity[],
    attachments: JSON.parse(row?.attachments ?? '[]') as StoredAttachment[],
  };
}

function outlineFrom(json: string | null): OutlinePart[] {
  return json === null ? [] : (JSON.parse(json) as OutlinePart[]);
}

function parseSources(json: string): AnswerSource[] {
  return JSON.parse(json) as AnswerSource[];
}
