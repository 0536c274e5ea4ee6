/** What visitors change and ask for of their own, in SQL. */
import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { preparedStatement } from './prepared-statement.ts';
import type { Schema } from './schema.ts';
import type { StoredFeedback, StoredVisitor, VisitorData, VisitorIntroduction } from './visitor-data.ts';

/** Every request of a visitor's asks it. */
const FIND_VISITOR = preparedStatement((connection, { visitorId }: { visitorId: string }) =>
  connection.selectFrom('visitor').select('id').where('id', '=', visitorId),
);

export function sqlVisitorData(database: Kysely<Schema>): VisitorData {
  async function hasVisitor(visitorId: string): Promise<boolean> {
    return (await FIND_VISITOR(database, { visitorId })).rows.length > 0;
  }

  async function readVisitor(visitorId: string): Promise<StoredVisitor | undefined> {
    const row = await database.selectFrom('visitor').selectAll().where('id', '=', visitorId).executeTakeFirst();
    if (!row) return undefined;
    const { consent_version: version, consent_text: text, consent_at: at } = row;
    return {
      id: row.id,
      site: row.site,
      locale: row.locale,
      createdAt: row.created_at,
      ...(row.name !== null && { name: row.name }),
      ...(row.email !== null && { email: row.email }),
      ...(version !== null && text !== null && at !== null && { consent: { version, text, at } }),
    };
  }

  async function introduceVisitor(visitorId: string, { name, email, consent }: VisitorIntroduction, now: number) {
    const given = {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(consent && { consent_version: consent.version, consent_text: consent.text, consent_at: now }),
    };
    if (Object.keys(given).length === 0) return hasVisitor(visitorId);
    const changed = database.updateTable('visitor').set(given).where('id', '=', visitorId).returning('id');
    return (await changed.executeTakeFirst()) !== undefined;
  }

  async function eraseVisitor(visitorId: string): Promise<{ runIds: string[] } | undefined> {
    return inTransaction(database, async (transaction) => {
      // Writes what is there already: a conversation that is begun meanwhile waits, and finds nobody.
      const visitor = transaction.updateTable('visitor').set({ id: visitorId }).where('id', '=', visitorId);
      if (!(await visitor.returning('id').executeTakeFirst())) return undefined;
      // Conversations before what is in them, as everybody takes them.
      await transaction
        .updateTable('conversation')
        .set({ visitor_id: visitorId })
        .where('visitor_id', '=', visitorId)
        .execute();
      const runs = await transaction.selectFrom('run').select('id').where('visitor_id', '=', visitorId).execute();
      await transaction.deleteFrom('visitor').where('id', '=', visitorId).execute();
      return { runIds: runs.map(({ id }) => id) };
    });
  }

  async function renameConversation(conversationId: string, visitorId: string, title: string): Promise<boolean> {
    const row = await database
      .updateTable('conversation')
      .set({ title })
      .where('id', '=', conversationId)
      .where('visitor_id', '=', visitorId)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  async function rateAnswer(messageId: string, visitorId: string, feedback: StoredFeedback | undefined) {
    const row = await database
      .updateTable('message')
      .set({
        rating: feedback?.rating ?? null,
        rating_reason: feedback?.reason ?? null,
        rating_comment: feedback?.comment ?? null,
        rated_at: feedback?.at ?? null,
      })
      .where('id', '=', messageId)
      .where('role', '=', 'assistant')
      .where('run_id', 'in', (select) => select.selectFrom('run').select('id').where('visitor_id', '=', visitorId))
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  return { hasVisitor, readVisitor, introduceVisitor, eraseVisitor, renameConversation, rateAnswer };
}
