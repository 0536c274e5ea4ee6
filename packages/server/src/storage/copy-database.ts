/**
 * All rows of one database into another, empty one: for a move to PostgreSQL, and for backups, which are SQLite files
 * whatever they were made of. The target has all of them or none: it is one transaction, ended after a comparison.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Schema } from './schema.ts';
import { LIMIT_USE_KEY } from './sql-limit-use.ts';

/** In an order in which what a row refers to is there already, each with what its rows are told apart by. */
const TABLES = [
  ['visitor', ['id']],
  ['conversation', ['id']],
  ['run', ['id']],
  ['message', ['id']],
  ['file', ['id']],
  ['visitor_file', ['id']],
  ['visitor_file_piece', ['file_id', 'place']],
  ['upstream_document', ['id']],
  ['passed_rating', ['message_id']],
  ['secret', ['name']],
  ['admin_link', ['hash']],
  ['admin_session', ['hash']],
  ['audit_entry', ['id']],
  ['note', ['name']],
  ['visitor_error', ['ref']],
  ['site', ['id']],
  ['limit_use', LIMIT_USE_KEY],
  ['lease', ['name']],
  ['told_notice', ['subject']],
] as const satisfies readonly (readonly [keyof Schema, readonly string[]])[];

export const COPIED_TABLES: readonly string[] = TABLES.map(([table]) => table);

/** Rows read and written at a time. A file's row may hold some megabytes. */
const PAGE_ROWS = 200;

export interface TableCopy {
  table: string;
  rows: number;
}

/** What arrived is not what was sent; nothing was kept. */
export class CopyDiffers extends Error {
  override name = 'CopyDiffers';
  readonly table: string;

  constructor(table: string) {
    super(`The rows of ${table} did not arrive as they were sent.`);
    this.table = table;
  }
}

type Row = Record<string, unknown>;
type AnyDatabase = Kysely<Record<string, Row>>;

/**
 * @param source read as it is at one moment, also while a server writes
 * @param target migrated to the same version; its rows are replaced
 * @throws CopyDiffers when a count or a hash differs afterwards
 */
export async function copyDatabase(
  source: Kysely<Schema>,
  target: Kysely<Schema>,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<TableCopy[]> {
  return snapshot(source, (from) =>
    target.transaction().execute(async (to) => {
      const [reading, writing] = [from as unknown as AnyDatabase, to as unknown as AnyDatabase];
      // The copy's own bounds are the process's: it may take minutes.
      if (isPostgres(to)) await sql`set local statement_timeout = 0`.execute(to);
      let of = 0;
      for (const [table] of TABLES) of += await countOf(reading, table);
      for (const [table] of TABLES.toReversed()) await writing.deleteFrom(table).execute();
      const copies: TableCopy[] = [];
      let done = 0;
      for (const [table, key] of TABLES) {
        const sent = new RowsHash();
        for await (const rows of pagesOf(reading, table, key)) {
          for (const row of rows) sent.add(row);
          await writing.insertInto(table).values(rows).execute();
          done += rows.length;
          onProgress(done, of);
        }
        const arrived = new RowsHash();
        for await (const rows of pagesOf(writing, table, key)) for (const row of rows) arrived.add(row);
        if (arrived.text !== sent.text) throw new CopyDiffers(table);
        copies.push({ table, rows: sent.rows });
      }
      return copies;
    }),
  );
}

/** How many rows there are in all: whether somebody uses it. */
export async function countRows(database: Kysely<Schema>): Promise<number> {
  let rows = 0;
  for (const [table] of TABLES) rows += await countOf(database as unknown as AnyDatabase, table);
  return rows;
}

async function countOf(database: AnyDatabase, table: string): Promise<number> {
  const { count } = await database
    .selectFrom(table)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What is written meanwhile is not seen, in SQLite by itself and in PostgreSQL from this level on. */
function snapshot<Outcome>(
  database: Kysely<Schema>,
  read: (transaction: Transaction<Schema>) => Promise<Outcome>,
): Promise<Outcome> {
  const begun = database.transaction();
  return isPostgres(database) ? begun.setIsolationLevel('repeatable read').execute(read) : begun.execute(read);
}

/** In the order of the key, each page from where the one before ended. */
async function* pagesOf(database: AnyDatabase, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    let page = database.selectFrom(table).selectAll().limit(PAGE_ROWS);
    for (const column of key) page = page.orderBy(column);
    if (last) {
      const after = sql.join(key.map((column) => sql.val(last?.[column])));
      page = page.where(sql<boolean>`(${columns}) > (${after})`);
    }
    const rows = await page.execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1);
  }
}

/** Rows in any order: databases sort texts differently. */
class RowsHash {
  rows = 0;
  readonly #sum = Buffer.alloc(32);

  add(row: Row): void {
    this.rows++;
    const columns = Object.keys(row).sort();
    const values = columns.map((column) => [column, comparable(row[column])]);
    const hash = createHash('sha256').update(JSON.stringify(values)).digest();
    for (let place = 0; place < hash.length; place++) this.#sum[place] = (this.#sum[place] ?? 0) ^ (hash[place] ?? 0);
  }

  get text(): string {
    return `${this.rows} ${this.#sum.toString('hex')}`;
  }
}

/** PostgreSQL has no place for U+0000, so it arrives as another character; see `open-postgres.ts`. */
function comparable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
