/** The instance's data as commands use it, beside a server that may be running on it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Locale, pickLocale } from '@guichet/contract/locale';
import type { Kysely } from 'kysely';
import { ROOT_FOLDER } from '../root-folder.ts';
import { type MasterKeys, prepareMasterKeys } from '../safe/master-keys.ts';
import { createConsoleSettings, type HeldSettings } from '../settings/console-settings.ts';
import { LiveSettings } from '../settings/live-settings.ts';
import { readSettings, type Settings } from '../settings/read-settings.ts';
import { openDatabase, sqliteFile } from '../storage/open-database.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlStorage, DatabaseNewer } from '../storage/sql-storage.ts';
import { DatabaseRefused, waitForDatabase } from '../storage/wait-for-database.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { CommandRefused, UsageError } from './command.ts';

export interface OpenedData {
  /** Those of the console included, but for its secret ones, which the safe holds. */
  settings: Settings;
  /** What the console holds, as it was written. */
  held: HeldSettings;
  locale: Locale;
  masterKeys: MasterKeys;
  database: Kysely<Schema>;
  /** For people: a file, or `host:port/name`. */
  place: string;
  close(): Promise<void>;
}

const TEXTS = { en, fr };

/** The settings of the environment and its files, without the console's. */
export function settingsOfCommand(): Settings {
  return readSettings({ environment: process.env, envFile: path.join(ROOT_FOLDER, '.env') });
}

export function localeOfCommand({ locale }: Pick<Settings, 'locale'>): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return locale.value ?? pickLocale([LC_ALL, LC_MESSAGES, LANG].filter((language) => language !== undefined));
}

/** @throws UsageError when there is no data yet: the server makes it at its first start */
export async function openData(): Promise<OpenedData> {
  const live = new LiveSettings(settingsOfCommand());
  const folder = path.resolve(live.settings.dataDir.value);
  if (live.settings.databaseUrl.value === undefined && !existsSync(sqliteFile(folder))) {
    throw new UsageError(
      `There is no Guichet data in ${folder}. Start Guichet once, or set GUICHET_DATA_DIR to the right folder.`,
    );
  }
  // Never written here: a command run without the setting must not leave keys behind that a later start takes for its own.
  const { masterKeys } = prepareMasterKeys(live.settings.masterKeys.value, folder);
  const { database, place } = await openMigrated(live.settings);
  const held = await createConsoleSettings(createSqlAdminRecords(database)).read();
  for (const problem of live.hold(held)) process.stderr.write(`${problem}\n`);
  const { settings } = live;
  return {
    settings,
    held,
    locale: localeOfCommand(settings),
    masterKeys,
    database,
    place,
    close: () => database.destroy(),
  };
}

/**
 * The database that the settings name, in this version's shape.
 * @throws CommandRefused with one sentence when it cannot be used; nothing was changed then
 */
export async function openMigrated(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir' | 'locale'>,
): Promise<{ database: Kysely<Schema>; place: string }> {
  const { database, place } = openDatabase(settings);
  const { start } = TEXTS[localeOfCommand(settings)];
  try {
    // A command is run by somebody who waits in front of it.
    await waitForDatabase(database, { waitMs: 0 });
    await createSqlStorage(database).migrate();
    return { database, place };
  } catch (error) {
    await database.destroy();
    if (error instanceof DatabaseRefused) throw new CommandRefused(start.database[error.kind](place, error.reason));
    if (error instanceof DatabaseNewer) throw new CommandRefused(start.database.newer(place));
    throw error;
  }
}
