import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../storage/open-sqlite.ts';
import { writeBeside } from './write-beside.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'guichet-beside-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('writes once the server, in the same thread, has committed', async () => {
  const server = openSqlite(path.join(dataDir, 'guichet.db'));
  await sql`create table note (word text)`.execute(server);
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let isOver = false;
  const transaction = server.transaction().execute(async (open) => {
    await sql`insert into note values ('first')`.execute(open);
    begun();
    // As the commits of a turn are put together.
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
    isOver = true;
  });
  await hasBegun;
  const seen = await writeBeside(dataDir, async (database) => {
    await sql`insert into note values ('second')`.execute(database);
    return isOver;
  });
  await transaction;
  const { rows } = await sql`select word from note`.execute(server);
  await server.destroy();
  expect(seen).toBe(true);
  expect(rows).toEqual([{ word: 'first' }, { word: 'second' }]);
});

it('tells any other failure at once', async () => {
  await expect(writeBeside(dataDir, (database) => sql`select * from missing_table`.execute(database))).rejects.toThrow(
    'no such table',
  );
});
