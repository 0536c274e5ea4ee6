import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparedStatement } from './prepared-statement.ts';
import { createSqlStorage } from './sql-storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

interface Note {
  name: string;
  value: string;
}

describe.each(TEST_DATABASES)('a statement that is built once: %s', (_, open) => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await open();
    await createSqlStorage(opened.database).migrate();
  });
  afterEach(() => opened.close());

  it('takes other values each time, in any order and as often as it names them, beside what never changes', async () => {
    let built = 0;
    const insert = preparedStatement((connection, { name, value }: Note) => {
      built++;
      return connection.insertInto('note').values({ value, name, updated_at: 7 });
    });
    const find = preparedStatement((connection, { value, name }: Note) =>
      connection
        .selectFrom('note')
        .selectAll()
        .where('name', '=', name)
        .where((where) => where.or([where('value', '=', value), where('name', '=', value)])),
    );
    const odd = ["it's", '', '$1 ? :name', '{"a":1}'];
    for (const [at, value] of odd.entries()) await insert(opened.database, { value, name: `note ${at}` });
    expect(built).toBe(1);
    for (const [at, value] of odd.entries()) {
      const row = { name: `note ${at}`, value, updated_at: 7 };
      expect((await find(opened.database, { name: row.name, value })).rows).toEqual([row]);
      expect((await find(opened.database, { name: row.name, value: row.name })).rows).toEqual([row]);
      expect((await find(opened.database, { name: row.name, value: 'another' })).rows).toEqual([]);
    }
  });

  it('belongs to the transaction it is given, and says how many rows it changed', async () => {
    const rename = preparedStatement((connection, { name, value }: Note) =>
      connection.updateTable('note').set({ value }).where('name', '=', name).returningAll(),
    );
    await opened.database.insertInto('note').values({ name: 'a', value: 'first', updated_at: 1 }).execute();
    const undone = opened.database.transaction().execute(async (transaction) => {
      expect((await rename(transaction, { name: 'a', value: 'second' })).rows).toMatchObject([{ value: 'second' }]);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect((await rename(opened.database, { name: 'b', value: 'x' })).rows).toEqual([]);
    expect(await opened.database.selectFrom('note').select('value').execute()).toEqual([{ value: 'first' }]);
  });

  it('shows nobody beside a transaction what that may still undo', async () => {
    const add = preparedStatement((connection, { name, value }: Note) =>
      connection.insertInto('note').values({ name, value, updated_at: 1 }),
    );
    const all = preparedStatement((connection, _: object) => connection.selectFrom('note').select('name'));
    let beside: Promise<unknown> | undefined;
    const undone = opened.database.transaction().execute(async (transaction) => {
      await add(transaction, { name: 'a', value: 'b' });
      beside = all(opened.database, {}).then(({ rows }) => rows);
      expect((await all(transaction, {})).rows).toEqual([{ name: 'a' }]);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await beside).toEqual([]);
    await expect(add(opened.database, { name: 'c', value: null as unknown as string })).rejects.toThrow(/null/i);
  });
});
