/** What an answer consists of besides its text, in SQL: files, proposed questions, and how it came about. */
import type { UsageSource } from '@guichet/openwebui/client';
import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import type { Schema } from './schema.ts';
import type { AnswerRecord, FollowUpState, NewFile, Storage, StoredActivity } from './storage.ts';
import { feedbackFrom } from './stored-rows.ts';

type AnswerPartMethods = 'addFile' | 'readFile' | 'readFollowUps' | 'writeFollowUps' | 'listAnswers';

export function sqlAnswerParts(database: Kysely<Schema>): Pick<Storage, AnswerPartMethods> {
  async function addFile(file: NewFile): Promise<boolean> {
    return inTransaction(database, async (transaction) => {
      const run = await transaction
        .selectFrom('run')
        .select(['conversation_id', 'visitor_id'])
        .where('id', '=', file.runId)
        .executeTakeFirst();
      if (!run) return false;
      await transaction
        .insertInto('file')
        .values({
          id: file.id,
          conversation_id: run.conversation_id,
          visitor_id: run.visitor_id,
          content_type: file.contentType,
          content: Buffer.from(file.bytes).toString('base64'),
          created_at: file.createdAt,
        })
        .execute();
      return true;
    });
  }

  async function readFile(id: string, visitorId: string) {
    const row = await database
      .selectFrom('file')
      .select(['content_type', 'content'])
      .where('id', '=', id)
      .where('visitor_id', '=', visitorId)
      .executeTakeFirst();
    return row && { contentType: row.content_type, bytes: Buffer.from(row.content, 'base64') };
  }

  async function readFollowUps(messageId: string, visitorId: string): Promise<FollowUpState | undefined> {
    const row = await database
      .selectFrom('message as answer')
      .innerJoin('run', 'run.id', 'answer.run_id')
      .innerJoin('message as question', 'question.id', 'run.user_message_id')
      .select([
        'run.id as runId',
        'run.conversation_id as conversationId',
        'run.site as site',
        'answer.status as status',
        'answer.text as answer',
        'answer.follow_ups as questions',
        'question.text as question',
      ])
      .where('answer.id', '=', messageId)
      .where('run.visitor_id', '=', visitorId)
      .executeTakeFirst();
    return row && { ...row, questions: row.questions === null ? null : (JSON.parse(row.questions) as string[]) };
  }

  async function writeFollowUps(messageId: string, questions: readonly string[]): Promise<void> {
    await database
      .updateTable('message')
      .set({ follow_ups: JSON.stringify(questions) })
      .where('id', '=', messageId)
      .where('follow_ups', 'is', null)
      .execute();
  }

  async function listAnswers(count: number): Promise<AnswerRecord[]> {
    const rows = await database
      .selectFrom('message')
      .innerJoin('run', 'run.id', 'message.run_id')
      .select((columns) => [
        'message.id as messageId',
        'run.site as site',
        'message.status as status',
        'run.started_at as startedAt',
        'run.ended_at as endedAt',
        columns.fn<number>('length', ['message.text']).as('characters'),
        'message.sources as sources',
        'message.activities as activities',
        'message.error_code as code',
        'message.error_ref as ref',
        'message.input_tokens as inputTokens',
        'message.output_tokens as outputTokens',
        'message.usage_from as usageFrom',
        'message.rating as rating',
        'message.rating_reason as reason',
        'message.rating_comment as comment',
        'message.rated_at as ratedAt',
      ])
      .where('message.role', '=', 'assistant')
      // An answer is dated like its run, which has an index.
      .orderBy('run.started_at', 'desc')
      .limit(count)
      .execute();
    return rows.map((row) => ({
      messageId: row.messageId,
      site: row.site,
      status: row.status,
      startedAt: row.startedAt,
      ms: (row.endedAt ?? row.startedAt) - row.startedAt,
      characters: row.characters,
      sourceCount: (JSON.parse(row.sources) as unknown[]).length,
      activities: JSON.parse(row.activities) as StoredActivity[],
      ...usageOf(row),
      ...feedbackFrom(row),
      ...(row.code && row.ref && { error: { code: row.code, ref: row.ref } }),
    }));
  }

  return { addFile, readFile, readFollowUps, writeFollowUps, listAnswers };
}

function usageOf(row: {
  inputTokens: number | null;
  outputTokens: number | null;
  usageFrom: UsageSource | null;
}): Pick<AnswerRecord, 'usage'> {
  const { inputTokens, outputTokens, usageFrom: from } = row;
  if (inputTokens === null || outputTokens === null || from === null) return {};
  return { usage: { inputTokens, outputTokens, from } };
}
