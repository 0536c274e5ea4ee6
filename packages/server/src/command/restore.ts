/** `npx guichet restore FILE`: a backup into an empty data directory. */
import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pickLocale } from '@guichet/contract/locale';
import { readSettings } from '../settings/read-settings.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, UsageError } from './command.ts';
import { ROOT } from './open-data.ts';

export const restore: Command = {
  usage: ['restore FILE   (into an empty data directory)'],
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0) throw new UsageError('The command "restore" takes one file name.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    checkBackup(file);
    const settings = readSettings({ environment: process.env, envFile: path.join(ROOT, '.env') });
    const folder = path.resolve(settings.dataDir.value);
    const target = path.join(folder, 'guichet.db');
    if (['', '-wal', '-shm'].some((ending) => existsSync(`${target}${ending}`))) {
      throw new UsageError(
        `There is Guichet data in ${folder} already. Restore into an empty folder: set GUICHET_DATA_DIR.`,
      );
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    copyFileSync(file, target, constants.COPYFILE_EXCL);
    const texts = { en, fr }[settings.locale.value ?? pickLocale([process.env.LANG ?? ''])];
    process.stdout.write(`${texts.backup.restored(folder)}\n`);
    return 0;
  },
};

/** @throws UsageError for anything that is not a whole database of Guichet's */
function checkBackup(file: string): void {
  const refusal = new UsageError(`${file} is not a backup of Guichet, or it is damaged. Nothing was changed.`);
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
