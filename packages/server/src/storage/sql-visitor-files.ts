/** Files of visitors in SQL: a row for each, and its bytes in rows of their own. */
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { preparedStatement } from './prepared-statement.ts';
import type { Schema } from './schema.ts';
import { spendingAll } from './sql-limit-use.ts';
import type { VisitorFiles } from './visitor-files.ts';

export function sqlVisitorFiles(database: Kysely<Schema>): VisitorFiles {
  return {
    async beginVisitorFile({ id, visitorId, createdAt }, spending) {
      const begun = await spendingAll(database, spending, async (transaction, spend) => {
        // Writes what is there already: whoever erases the visitor meanwhile waits, or is found to have done so.
        const visitor = transaction.updateTable('visitor').set({ id: visitorId }).where('id', '=', visitorId);
        if (!(await visitor.returning('id').executeTakeFirst())) return { kind: 'visitor-unknown' as const };
        await transaction
          .insertInto('visitor_file')
          .values({
            id,
            visitor_id: visitorId,
            message_id: null,
            name: '',
            content_type: '',
            size: -1,
            created_at: createdAt,
          })
          .execute();
        await spend();
        return { kind: 'begun' as const };
      });
      return begun.kind;
    },

    async addFilePiece(fileId, place, bytes) {
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
      await database.insertInto('visitor_file_piece').values({ file_id: fileId, place, content }).execute();
    },

    async completeVisitorFile(id, { name, contentType, size }) {
      const file = database.updateTable('visitor_file').set({ name, content_type: contentType, size });
      return (await file.where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;
    },

    async dropVisitorFile(id, visitorId) {
      const mine = database.deleteFrom('visitor_file').where('id', '=', id).where('visitor_id', '=', visitorId);
      return (await mine.where('message_id', 'is', null).returning('id').executeTakeFirst()) !== undefined;
    },

    async dropUnaskedFiles(before) {
      const old = database.deleteFrom('visitor_file').where('created_at', '<', before).where('message_id', 'is', null);
      return (await old.returning('id').execute()).length;
    },

    async readVisitorFile(id, visitorId) {
      const file = database.selectFrom('visitor_file').selectAll().where('id', '=', id).where('size', '>=', 0);
      const row = await file.where('visitor_id', '=', visitorId).executeTakeFirst();
      return row && toVisitorFile(row);
    },

    async readQuestionFiles(messageId) {
      return (await FILES_OF_QUESTION(database, { messageId })).rows.map(toVisitorFile);
    },

    async *readFilePieces(fileId) {
      for (let place = 0; ; place++) {
        const piece = database.selectFrom('visitor_file_piece').select('content').where('file_id', '=', fileId);
        const row = await piece.where('place', '=', place).executeTakeFirst();
        if (!row) return;
        yield row.content;
      }
    },

    async noteUpstreamDocument({ id, runId, createdAt }) {
      await database.insertInto('upstream_document').values({ id, run_id: runId, created_at: createdAt }).execute();
    },

    async forgetUpstreamDocument(id) {
      await database.deleteFrom('upstream_document').where('id', '=', id).execute();
    },

    async leftUpstreamDocuments() {
      const running = database.selectFrom('run').select('id').where('status', '=', 'streaming');
      const left = database.selectFrom('upstream_document').select('id').where('run_id', 'not in', running);
      return (await left.orderBy('created_at').execute()).map(({ id }) => id);
    },
  };
}

/** Every question asks it. */
const FILES_OF_QUESTION = preparedStatement((connection, { messageId }: { messageId: string }) =>
  connection
    .selectFrom('visitor_file')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('created_at')
    .orderBy('id'),
);

/** @returns by the message's id */
export async function filesOfMessages(
  connection: Kysely<Schema> | Transaction<Schema>,
  messageIds: readonly string[],
): Promise<Map<string, VisitorFile[]>> {
  const found = new Map<string, VisitorFile[]>();
  if (messageIds.length === 0) return found;
  const rows = await connection
    .selectFrom('visitor_file')
    .selectAll()
    .where('message_id', 'in', messageIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const messageId = row.message_id ?? '';
    found.set(messageId, [...(found.get(messageId) ?? []), toVisitorFile(row)]);
  }
  return found;
}

/** Lets go of what a question that is replaced had, so that it does not go with it. @returns their ids */
export async function releaseFiles(transaction: Transaction<Schema>, messageId: string): Promise<string[]> {
  const held = transaction.updateTable('visitor_file').set({ message_id: null }).where('message_id', '=', messageId);
  return (await held.returning('id').execute()).map(({ id }) => id);
}

/** Each file is for one question. @returns false when one of them is not this visitor’s, not whole, or used already */
export async function takeFiles(
  transaction: Transaction<Schema>,
  fileIds: readonly string[],
  { visitorId, messageId }: { visitorId: string; messageId: string },
): Promise<boolean> {
  if (fileIds.length === 0) return true;
  const free = transaction.updateTable('visitor_file').set({ message_id: messageId }).where('id', 'in', fileIds);
  const taken = await free
    .where('visitor_id', '=', visitorId)
    .where('message_id', 'is', null)
    .where('size', '>=', 0)
    .returning('id')
    .execute();
  return taken.length === fileIds.length;
}

function toVisitorFile(row: Selectable<Schema['visitor_file']>): VisitorFile {
  return { id: row.id, name: row.name, contentType: row.content_type, size: row.size, status: 'ready' };
}
