/** `ReplicaRecords` in SQL that SQLite and PostgreSQL both understand. Each question is one statement, so that one wins. */
import type { Kysely } from 'kysely';
import type { ReplicaRecords } from './replica-records.ts';
import type { Schema } from './schema.ts';
import { laterBy, type SharedClock, sharedClockOf } from './shared-clock.ts';

/** @param clock for tests, whose times are made up */
export function createSqlReplicaRecords(
  database: Kysely<Schema>,
  clock: SharedClock = sharedClockOf(database),
): ReplicaRecords {
  return {
    async takeLease(name, owner, { now, until }) {
      const leaseUntil = laterBy(clock(now), until - now);
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('lease')
        .values({ name, owner, lease_until: leaseUntil })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, lease_until: leaseUntil })
            .where((where) =>
              where.or([where('lease.owner', '=', owner), where('lease.lease_until', '<=', clock(now))]),
            ),
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
        .values({ subject, state, told_at: clock(now) })
        .onConflict((conflict) =>
          conflict
            .column('subject')
            .doUpdateSet({ state, told_at: clock(now) })
            .where((where) =>
              where.or([
                where('told_notice.state', '!=', state),
                ...(repeatAfterMs === undefined
                  ? []
                  : [where('told_notice.told_at', '<=', laterBy(clock(now), -repeatAfterMs))]),
              ]),
            ),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
