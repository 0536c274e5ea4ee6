/**
 * What the times are taken by that several servers compare: leases, notices, links, sessions. The clock of a machine may
 * be a minute wrong or jump, so on PostgreSQL, which is for several servers, the database's own clock decides, in the
 * statement that compares. On SQLite one process on one machine says what time it is.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';

/** @param given what time it is by the machine that asks */
export type SharedClock = (given: number) => RawBuilder<number>;

export const GIVEN_TIME: SharedClock = (given) => sql<number>`cast(${given} as bigint)`;

export const DATABASE_TIME: SharedClock = () =>
  sql<number>`cast(extract(epoch from statement_timestamp()) * 1000 as bigint)`;

export function sharedClockOf(database: Pick<Kysely<never>, 'getExecutor'>): SharedClock {
  return isPostgres(database) ? DATABASE_TIME : GIVEN_TIME;
}

/** @param ms below zero for an earlier one */
export function laterBy(time: RawBuilder<number>, ms: number): RawBuilder<number> {
  return sql<number>`${time} + ${ms}`;
}
