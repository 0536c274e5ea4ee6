/** `SecretRecords` in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { isPostgres } from './is-postgres.ts';
import type { Schema } from './schema.ts';
import {
  type SecretChanges,
  type SecretRecord,
  type SecretRecords,
  SecretsChangedMeanwhile,
} from './secret-records.ts';

export function createSqlSecretRecords(database: Kysely<Schema>): SecretRecords {
  async function read(name: string): Promise<SecretRecord | undefined> {
    const row = await database.selectFrom('secret').selectAll().where('name', '=', name).executeTakeFirst();
    return row && toRecord(row);
  }

  async function write(record: SecretRecord): Promise<void> {
    const { name, ...content } = toRow(record);
    await database
      .insertInto('secret')
      .values({ name, ...content })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(content))
      .execute();
  }

  async function deleteRecord(name: string): Promise<boolean> {
    const { numDeletedRows } = await database.deleteFrom('secret').where('name', '=', name).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async function rewriteAll<Outcome>(
    decide: (records: readonly SecretRecord[]) => { changes: SecretChanges; outcome: Outcome },
  ): Promise<Outcome> {
    return inTransaction(database, async (transaction) => {
      await lockForWriting(transaction);
      const records = await listWithin(transaction);
      const { changes, outcome } = decide(records);
      await apply(transaction, records, changes);
      return outcome;
    });
  }

  return {
    list: () => listWithin(database),
    read,
    write,
    add: (record) => addWithin(database, record),
    delete: deleteRecord,
    rewriteAll,
  };
}

type Connection = Kysely<Schema> | Transaction<Schema>;

/** Nobody adds or changes a secret while all of them are sealed with another key. */
async function lockForWriting(transaction: Transaction<Schema>): Promise<void> {
  if (isPostgres(transaction)) {
    await sql`lock table secret in share row exclusive mode`.execute(transaction);
    return;
  }
  // Changes no row, but makes SQLite wait for other writers now: begun with a read, the transaction would fail at its
  // first write when another process has written in between.
  await transaction.updateTable('secret').set({ updated_by: '' }).where('name', '=', '').execute();
}

async function listWithin(connection: Connection): Promise<SecretRecord[]> {
  const rows = await connection.selectFrom('secret').selectAll().orderBy('name').execute();
  return rows.map(toRecord);
}

async function addWithin(connection: Connection, record: SecretRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('secret')
    .values(toRow(record))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function apply(
  transaction: Transaction<Schema>,
  before: readonly SecretRecord[],
  { replace, add, remove }: SecretChanges,
): Promise<void> {
  const seen = new Map(before.map(({ name, record }) => [name, record]));
  for (const name of remove) await transaction.deleteFrom('secret').where('name', '=', name).execute();
  for (const changed of replace) {
    const { name, ...content } = toRow(changed);
    const { numUpdatedRows } = await transaction
      .updateTable('secret')
      .set(content)
      .where('name', '=', name)
      .where('record', '=', seen.get(name) ?? '')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new SecretsChangedMeanwhile();
  }
  for (const record of add) if (!(await addWithin(transaction, record))) throw new SecretsChangedMeanwhile();
}

function toRow(record: SecretRecord): Selectable<Schema['secret']> {
  return {
    name: record.name,
    record: record.record,
    updated_at: record.updatedAt,
    updated_by: record.updatedBy,
  };
}

function toRecord(row: Selectable<Schema['secret']>): SecretRecord {
  return { name: row.name, record: row.record, updatedAt: Number(row.updated_at), updatedBy: row.updated_by };
}
