/** `ReplicaRecords` in SQL that SQLite and PostgreSQL both understand. Each question is one statement, so that one wins. */
import type { Kysely } from 'kysely';
import type { ReplicaRecords } from './replica-records.ts';
import type { Schema } from './schema.ts';

export function createSqlReplicaRecords(database: Kysely<Schema>): ReplicaRecords {
  return {
    async takeLease(name, owner, { now, until }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('lease')
        .values({ name, owner, lease_until: until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, lease_until: until })
            .where((where) => where.or([where('lease.owner', '=', owner), where('lease.lease_until', '<=', now)])),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async dropLease(name, owner) {
      await database.deleteFrom('lease').where('name', '=', name).where('owner', '=', owner).execute();
    },
    async claimNotice(subject, state, { now, repeatAfterMs }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('told_notice')
        .values({ subject, state, told_at: now })
        .onConflict((conflict) =>
          conflict
            .column('subject')
            .doUpdateSet({ state, told_at: now })
            .where((where) =>
              where.or([
                where('told_notice.state', '!=', state),
                ...(repeatAfterMs === undefined ? [] : [where('told_notice.told_at', '<=', now - repeatAfterMs)]),
              ]),
            ),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
