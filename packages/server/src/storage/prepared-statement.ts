/**
 * A statement that is built and compiled once, for each of the two databases. Building it anew took a fifth of the
 * processor time of a short answer, which needs a dozen.
 */
import { CompiledQuery as Compiled, type CompiledQuery, type Kysely, type QueryResult, type Transaction } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import { sqliteAtOnce } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

type Connection = Kysely<Schema> | Transaction<Schema>;

/** Stands for a value while the statement is built. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const SLOTS = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

/**
 * @param build must pass each value on as one of the statement's own, whole and unlooked at: it sees stand-ins
 */
export function preparedStatement<Values extends object, Row>(
  build: (connection: Connection, values: Values) => { compile(): CompiledQuery<Row> },
): (connection: Connection, values: Values) => Promise<QueryResult<Row>> {
  const compiled = new Map<boolean, CompiledQuery<Row>>();
  return async (connection, values) => {
    const which = isPostgres(connection);
    let statement = compiled.get(which);
    if (!statement) {
      statement = build(connection, SLOTS as Values).compile();
      compiled.set(which, statement);
    }
    const own = values as Record<string, unknown>;
    const parameters = statement.parameters.map((one) => (one instanceof Slot ? own[one.name] : one));
    const sqlite = sqliteAtOnce(connection);
    if (sqlite?.mayRun(connection)) return sqlite.run(statement.sql, parameters) as QueryResult<Row>;
    return connection.executeQuery<Row>({ ...Compiled.raw(statement.sql), parameters, query: statement.query });
  };
}
