/** `VisitorErrorRecords` in SQL that SQLite and PostgreSQL both understand. */
import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import type { Schema } from './schema.ts';
import type { VisitorError, VisitorErrorRecords } from './visitor-error-records.ts';

export function createSqlVisitorErrorRecords(database: Kysely<Schema>): VisitorErrorRecords {
  return {
    async add(errors, { perCode, since }) {
      await inTransaction(database, async (transaction) => {
        for (const { ref, at, code, cause = null, origin = null } of errors) {
          const facts = { at, code, cause, origin };
          await transaction
            .insertInto('visitor_error')
            .values({ ref, ...facts })
            .onConflict((conflict) => conflict.column('ref').doUpdateSet(facts))
            .execute();
        }
        await transaction.deleteFrom('visitor_error').where('at', '<', since).execute();
        for (const code of new Set(errors.map((error) => error.code))) {
          const newest = transaction
            .selectFrom('visitor_error')
            .select('ref')
            .where('code', '=', code)
            .orderBy('at', 'desc')
            .orderBy('ref')
            .limit(perCode);
          await transaction
            .deleteFrom('visitor_error')
            .where('code', '=', code)
            .where('ref', 'not in', newest)
            .execute();
        }
      });
    },
    async find(ref) {
      const row = await database.selectFrom('visitor_error').selectAll().where('ref', '=', ref).executeTakeFirst();
      if (!row) return undefined;
      const error: VisitorError = { ref: row.ref, at: Number(row.at), code: row.code };
      if (row.cause !== null) error.cause = row.cause;
      if (row.origin !== null) error.origin = row.origin;
      return error;
    },
  };
}
