/** `npx guichet restore FILE`: a backup into an empty data folder, or into an empty PostgreSQL. */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expectPlainFiles } from '../read-plain-file.ts';
import type { Settings } from '../settings/read-settings.ts';
import { copyDatabase, countRows } from '../storage/copy-database.ts';
import { makeFolder } from '../storage/make-folder.ts';
import { sqliteFile } from '../storage/open-database.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, UsageError } from './command.ts';
import { localeOfCommand, openMigrated, settingsOfCommand } from './open-data.ts';

export const restore: Command = {
  usage: ['restore FILE   (into an empty data folder or database)'],
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new UsageError('The command "restore" needs exactly one file name.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    expectPlainFiles(file);
    checkBackup(file);
    const settings = settingsOfCommand();
    const place =
      settings.databaseUrl.value === undefined
        ? restoreIntoFolder(file, settings.dataDir.value)
        : await restoreIntoPostgres(file, settings);
    process.stdout.write(`${{ en, fr }[localeOfCommand(settings)].backup.restored(place)}\n`);
    return 0;
  },
};

/** @returns the folder */
function restoreIntoFolder(file: string, dataDir: string): string {
  const folder = path.resolve(dataDir);
  const target = sqliteFile(folder);
  if (['', '-wal', '-shm'].some((ending) => existsSync(`${target}${ending}`))) {
    throw new UsageError(`${folder} already contains Guichet data. Set GUICHET_DATA_DIR to an empty folder.`);
  }
  makeFolder(folder);
  // A server that is started meanwhile, or after the copy broke off, finds nothing or all of it.
  const draft = `${target}.part`;
  try {
    copyFileSync(file, draft);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
  return folder;
}

/** @returns the database, as people may read it */
async function restoreIntoPostgres(file: string, settings: Settings): Promise<string> {
  const { database, place } = await openMigrated(settings);
  // The backup may be of an earlier version: its copy is brought to this one, the file stays as it is.
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-restore-'));
  try {
    if ((await countRows(database)) > 0) {
      throw new UsageError(`${place} already contains Guichet data. Set DATABASE_URL to an empty database.`);
    }
    const copy = path.join(folder, 'guichet.db');
    copyFileSync(file, copy);
    const source = openSqlite(copy);
    try {
      await createSqlStorage(source).migrate();
      await copyDatabase(source, database);
    } finally {
      await source.destroy();
    }
    return place;
  } finally {
    await database.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws UsageError for anything that is not a whole database of Guichet's */
function checkBackup(file: string): void {
  const refusal = new UsageError(`${file} is not a Guichet backup, or it is damaged. Nothing was changed.`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { integrity_check: state } = database.prepare('PRAGMA integrity_check').get() ?? {};
    const tables = database
      .prepare("SELECT count(*) AS count FROM sqlite_master WHERE name IN ('run', 'message')")
      .get();
    if (state !== 'ok' || tables?.count !== 2) throw refusal;
  } catch {
    throw refusal;
  } finally {
    database?.close();
  }
}
