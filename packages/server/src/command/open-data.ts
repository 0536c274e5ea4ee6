/** The data directory as commands use it, beside a server that may be running on it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Locale, pickLocale } from '@guichet/contract/locale';
import type { Kysely } from 'kysely';
import { type MasterKeys, prepareMasterKeys } from '../safe/master-keys.ts';
import { createConsoleSettings, type HeldSettings } from '../settings/console-settings.ts';
import { LiveSettings } from '../settings/live-settings.ts';
import { readSettings, type Settings } from '../settings/read-settings.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { UsageError } from './command.ts';

export interface OpenedData {
  /** Those of the console included, but for its secret ones, which the safe holds. */
  settings: Settings;
  /** What the console holds, as it was written. */
  held: HeldSettings;
  locale: Locale;
  masterKeys: MasterKeys;
  database: Kysely<Schema>;
  close(): Promise<void>;
}

export const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** @throws UsageError when there is no data yet: the server makes it at its first start */
export async function openData(): Promise<OpenedData> {
  const live = new LiveSettings(readSettings({ environment: process.env, envFile: path.join(ROOT, '.env') }));
  const folder = path.resolve(live.settings.dataDir.value);
  const file = path.join(folder, 'guichet.db');
  if (!existsSync(file)) {
    throw new UsageError(`There is no Guichet data in ${folder}. Start Guichet once, or set GUICHET_DATA_DIR.`);
  }
  // Never written here: a command run without the setting must not leave keys behind that a later start takes for its own.
  const { masterKeys } = prepareMasterKeys(live.settings.masterKeys.value, folder);
  const database = openSqlite(file);
  await createSqlStorage(database).migrate();
  const held = await createConsoleSettings(createSqlAdminRecords(database)).read();
  for (const problem of live.hold(held)) process.stderr.write(`${problem}\n`);
  const { settings } = live;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const system = [LC_ALL, LC_MESSAGES, LANG].filter((language) => language !== undefined);
  return {
    settings,
    held,
    locale: settings.locale.value ?? pickLocale(system),
    masterKeys,
    database,
    close: () => database.destroy(),
  };
}
