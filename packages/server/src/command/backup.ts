/**
 * `npx guichet backup FILE`: a consistent copy of all data, while the server runs. It is a SQLite file whatever the
 * database is, so that it can be restored into either.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backup as copySqlite, DatabaseSync } from 'node:sqlite';
import { copyDatabase } from '../storage/copy-database.ts';
import { sqliteFile } from '../storage/open-database.ts';
import { openSqlite, SQLITE_ENDINGS } from '../storage/open-sqlite.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, UsageError } from './command.ts';
import { type OpenedData, openData } from './open-data.ts';

export const backup: Command = {
  usage: ['backup FILE'],
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new UsageError('The command "backup" needs exactly one file name.');
    if (existsSync(file)) throw new UsageError(`${file} already exists. A backup never overwrites a file.`);
    const data = await openData();
    // Under its own name there is nothing or all of it, whatever interrupts the copy.
    const draft = `${file}.part`;
    removeDatabase(draft);
    try {
      if (data.settings.databaseUrl.value === undefined) await backUpSqlite(data, draft);
      else await backUpPostgres(data, draft);
      renameSync(draft, file);
    } finally {
      removeDatabase(draft);
      await data.close();
    }
    process.stdout.write(`${{ en, fr }[data.locale].backup.made(path.resolve(file))}\n`);
    return 0;
  },
};

/** With what SQLite has beside it. */
function removeDatabase(file: string): void {
  for (const ending of SQLITE_ENDINGS) rmSync(`${file}${ending}`, { force: true });
}

async function backUpSqlite({ settings }: OpenedData, file: string): Promise<void> {
  const source = new DatabaseSync(sqliteFile(settings.dataDir.value), { readOnly: true });
  try {
    await copySqlite(source, file);
  } finally {
    source.close();
  }
}

async function backUpPostgres({ database }: OpenedData, file: string): Promise<void> {
  const target = openSqlite(file);
  try {
    await createSqlStorage(target).migrate();
    await copyDatabase(database, target);
  } finally {
    await target.destroy();
  }
}
