/**
 * `npx guichet move --from sqlite --to postgres`: all data of a running instance into an empty PostgreSQL, compared
 * afterwards. What was moved before and not used since is replaced, so that it can be run again at the last moment.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CopyDiffers, copyDatabase, countRows } from '../storage/copy-database.ts';
import { sqliteFile } from '../storage/open-database.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { isStorageFailure } from '../storage/storage-failure.ts';
import { UNUSED_MOVE_NOTE } from '../storage/unused-move.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, CommandRefused, UsageError } from './command.ts';
import { localeOfCommand, openMigrated, settingsOfCommand } from './open-data.ts';

export const move: Command = {
  usage: ['move --from sqlite --to postgres   (into the empty database in DATABASE_URL)'],
  async run(words) {
    checkDirection(words);
    const settings = settingsOfCommand();
    if (settings.databaseUrl.value === undefined) {
      throw new UsageError(
        'Set DATABASE_URL for this command, for example DATABASE_URL=postgres://guichet:…@db/guichet.',
      );
    }
    const file = sqliteFile(settings.dataDir.value);
    if (!existsSync(file)) throw new UsageError(`There is no Guichet data in ${file}. Set GUICHET_DATA_DIR.`);
    const texts = { en, fr }[localeOfCommand(settings)].move;
    const { database, place } = await openMigrated(settings);
    try {
      const records = createSqlAdminRecords(database);
      if ((await countRows(database)) > 0 && (await records.readNote(UNUSED_MOVE_NOTE)) === undefined) {
        throw new CommandRefused(texts.targetInUse(place));
      }
      // An earlier version's tables are brought to this one's, as a start would.
      const migrating = openSqlite(file);
      await createSqlStorage(migrating).migrate();
      await migrating.destroy();
      const source = openSqlite(file, { readOnly: true });
      try {
        const copies = await copyDatabase(source, database, progressLine(texts.progress));
        await records.writeNote(UNUSED_MOVE_NOTE, file, Date.now());
        const list = copies.map(({ table, rows }) => `${table} ${rows}`).join(', ');
        process.stdout.write(`${texts.tables(list)}\n${texts.done(file, place)}\n`);
      } finally {
        await source.destroy();
      }
    } catch (error) {
      if (!isStorageFailure(error) && !(error instanceof CopyDiffers)) throw error;
      throw new CommandRefused(texts.stopped(place, error instanceof Error ? error.message : String(error)));
    } finally {
      await database.destroy();
    }
    return 0;
  },
};

function checkDirection(words: readonly string[]): void {
  const usage = new UsageError('The command "move" takes --from sqlite --to postgres.');
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
    const { from, to } = parseArgs({ args: [...words], options, strict: true }).values;
    if (from !== 'sqlite' || to !== 'postgres') throw usage;
  } catch {
    throw usage;
  }
}

/** One line that is written over where a person watches; elsewhere a line at each tenth. */
function progressLine(word: (done: number, of: number) => string): (done: number, of: number) => void {
  const width = 24;
  let tenth = -1;
  return (done, of) => {
    const share = of === 0 ? 1 : Math.min(done / of, 1);
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
      process.stdout.write(`\r${bar} ${word(done, of)}${share === 1 ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10);
      process.stdout.write(`${word(done, of)}\n`);
    }
  };
}
