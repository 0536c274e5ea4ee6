import { type Kysely, PostgresAdapter } from 'kysely';

/** For the few statements that only one of the two databases needs or knows. */
export function isPostgres(database: Pick<Kysely<never>, 'getExecutor'>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}
