/** `AdminRecords` in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, sql } from 'kysely';
import type { AdminRecords, AuditEntry } from './admin-records.ts';
import type { Schema } from './schema.ts';
import { laterBy, type SharedClock, sharedClockOf } from './shared-clock.ts';

/** @param clock for tests, whose times are made up */
export function createSqlAdminRecords(
  database: Kysely<Schema>,
  clock: SharedClock = sharedClockOf(database),
): AdminRecords {
  return {
    async addLink(hash, { now, until }, purpose) {
      const expiresAt = laterBy(clock(now), until - now);
      await database
        .insertInto('admin_link')
        .values({ hash, expires_at: expiresAt, used_at: null, purpose })
        // A token that was given by hand is the same at each start.
        .onConflict((conflict) => conflict.column('hash').doUpdateSet({ expires_at: expiresAt, used_at: null }))
        .execute();
    },
    async deleteLinks(purpose) {
      const links = database.deleteFrom('admin_link');
      await (purpose === undefined ? links : links.where('purpose', '=', purpose)).execute();
    },
    async useLink(hash, now) {
      const { numUpdatedRows } = await database
        .updateTable('admin_link')
        .set({ used_at: clock(now) })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', clock(now))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async addSession({ hash, createdAt, expiresAt, cameBy }) {
      await database
        .insertInto('admin_session')
        .values({
          ...{ hash, created_at: clock(createdAt), came_by: cameBy },
          expires_at: laterBy(clock(createdAt), expiresAt - createdAt),
        })
        .execute();
    },
    async findSession(hash, now) {
      const row = await database
        .selectFrom('admin_session')
        .select(['came_by', sql<number>`${clock(now)} - created_at`.as('age_ms')])
        .where('hash', '=', hash)
        .where('expires_at', '>', clock(now))
        .executeTakeFirst();
      return row && { ageMs: Number(row.age_ms), cameBy: row.came_by };
    },
    async deleteSession(hash) {
      await database.deleteFrom('admin_session').where('hash', '=', hash).execute();
    },
    async deleteAllSessions() {
      await database.deleteFrom('admin_session').execute();
    },
    async deleteExpired(now) {
      await database.deleteFrom('admin_link').where('expires_at', '<=', clock(now)).execute();
      await database.deleteFrom('admin_session').where('expires_at', '<=', clock(now)).execute();
    },
    async addAuditEntry({ detail, ...entry }) {
      await database
        .insertInto('audit_entry')
        .values({ ...entry, detail: JSON.stringify(detail) })
        .execute();
    },
    async listAuditEntries(count) {
      const rows = await database
        .selectFrom('audit_entry')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(count)
        .execute();
      return rows.map((row): AuditEntry => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
    },
    async readNote(name) {
      const row = await database.selectFrom('note').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },
    async noteStamp(name) {
      const row = await database.selectFrom('note').selectAll().where('name', '=', name).executeTakeFirst();
      return row ? `${row.updated_at} ${row.value}` : '';
    },
    async replaceNote(name, before, value, now) {
      if (before === undefined) {
        const { numInsertedOrUpdatedRows } = await database
          .insertInto('note')
          .values({ name, value, updated_at: now })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await database
        .updateTable('note')
        .set({ value, updated_at: now })
        .where('name', '=', name)
        .where('value', '=', before)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async writeNote(name, value, now) {
      await database
        .insertInto('note')
        .values({ name, value, updated_at: now })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
        .execute();
    },
    async deleteNote(name) {
      await database.deleteFrom('note').where('name', '=', name).execute();
    },
  };
}
