/** `npx guichet doctor`: hands the settings, as they were written, and the stored credential to the doctor. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pickLocale } from '@guichet/contract/locale';
import { type DoctorInput, doctorCommand } from '@guichet/doctor';
import { sql } from 'kysely';
import { readConsoleCredential } from '../credential/console-credential.ts';
import { doctorInputFromSettings, type SettingText } from '../diagnosis/doctor-input-from-settings.ts';
import { DEFAULT_LIMITS } from '../limits/visitor-limits.ts';
import { checkRedis } from '../redis/check-redis.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { redisStateOf } from '../redis/redis-state-of.ts';
import { ROOT_FOLDER } from '../root-folder.ts';
import { openSafe } from '../safe/open-safe.ts';
import { type MisnamedSetting, misnamedSettings } from '../settings/misnamed-settings.ts';
import { readSettings, readSettingText, SettingsError } from '../settings/read-settings.ts';
import type { SettingKey } from '../settings/setting-definitions.ts';
import { keyNeedsOf } from '../sites/key-needs-of.ts';
import { resolveSite } from '../sites/resolve-site.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import { START_TEXTS } from '../start/start-texts.ts';
import type { SiteRecord } from '../storage/site-records.ts';
import { createSqlSecretRecords } from '../storage/sql-secret-records.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import type { Command } from './command.ts';
import { type OpenedData, openData } from './open-data.ts';

const SOURCES = { environment: process.env, envFile: path.join(ROOT_FOLDER, '.env') };

export const doctor: Command = {
  usage: ['doctor [--json | --share] [--lang fr|en] [--only ID]'],
  async run(words) {
    const stored = await openStored();
    try {
      const input = { ...fromSettings(stored.text), ...stored.input };
      const wishes = [stored.text('locale'), process.env.LC_ALL, process.env.LANG];
      const { output, exitCode } = await doctorCommand(words, input, {
        localeWishes: wishes.filter((wish) => wish !== undefined),
        onWaiting: (line) => process.stderr.write(line),
      });
      // A crashed check leaves a whole report; only wrong use and a doctor that failed have nothing for a pipe.
      const isReport = exitCode < 64 || output.trimEnd().includes('\n');
      (isReport ? process.stdout : process.stderr).write(output);
      return exitCode;
    } finally {
      await stored.close();
    }
  },
};

/** What cannot be read is said once and counts as not set: the doctor reports the rest. */
function settingText(key: SettingKey): string | undefined {
  try {
    return readSettingText(key, SOURCES);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    warnOnce(error.message);
    return undefined;
  }
}

const warned = new Set<string>();

function warnOnce(message: string): void {
  if (!warned.has(message)) process.stderr.write(`${message}\n`);
  warned.add(message);
}

function fromSettings(text: SettingText): DoctorInput {
  const { version } = JSON.parse(readFileSync(path.join(ROOT_FOLDER, 'package.json'), 'utf8')) as { version: string };
  const address = readRedisAddress(text('redisUrl') ?? '');
  const input: DoctorInput = {
    ...doctorInputFromSettings(text, version),
    misnamed: misnamed(text),
    ...(address && { askRedis: async () => redisStateOf(await checkRedis(address)) }),
  };
  // The server makes its folder and key at the first start; before it there is nothing to complain of.
  return existsSync(dataFolder()) ? input : { ...input, dataDir: undefined, masterKey: undefined };
}

/** Said here as well: most settings are none of the doctor's matter. */
function misnamed(text: SettingText): MisnamedSetting[] {
  try {
    const found = misnamedSettings(SOURCES);
    const { LC_ALL, LANG } = process.env;
    const locale = pickLocale([text('locale'), LC_ALL, LANG].filter((wish) => wish !== undefined));
    for (const { name, meant } of found) warnOnce(START_TEXTS[locale].settings.misnamed(name, meant));
    return found;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    warnOnce(error.message);
    return [];
  }
}

function dataFolder(): string {
  return path.resolve(settingText('dataDir') ?? './data');
}

interface Stored {
  /** The settings in force, those of the console included where the data could be opened. */
  text: SettingText;
  input: DoctorInput;
  close(): Promise<void>;
}

const nothingStored = (input: DoctorInput = {}): Stored => ({
  text: settingText,
  input,
  close: async () => undefined,
});

/** The console's credential counts before the settings', and only at the address it was given for. */
async function openStored(): Promise<Stored> {
  const stored = settingText('databaseUrl') !== undefined || existsSync(path.join(dataFolder(), 'guichet.db'));
  if (!stored) return nothingStored();
  try {
    // Checked here for their message; the data folder opens only with settings that make sense.
    readSettings(SOURCES);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    warnOnce(error.message);
    return nothingStored();
  }
  try {
    const data = await openData();
    const safe = await openSafe(createSqlSecretRecords(data.database), data.masterKeys);
    if (!safe.ok) warnOnce(safe.sentence);
    const kept = safe.ok ? await readConsoleCredential(safe.secrets) : undefined;
    const credential = kept?.baseUrl === data.settings.openWebUiUrl.value ? kept?.credential : undefined;
    return {
      text: (key) => data.settings[key].text,
      input: {
        ...(safe.ok && { salt: safe.fingerprintSalt }),
        ...(credential !== undefined && { credential }),
        ...(await wishesOfSites(data)),
        async askStore() {
          await sql`SELECT 1`.execute(data.database);
        },
      },
      close: data.close,
    };
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return nothingStored({ askStore: () => Promise.reject(failure), settingsUnread: true });
  }
}

/** What the server asks along with every question, so that the doctor does as well, how far its tools go, and what the key is for. */
async function wishesOfSites({
  database,
  settings,
}: OpenedData): Promise<Pick<DoctorInput, 'collections' | 'tools' | 'needs'>> {
  const kept = await createSqlSiteRecords(database).list();
  const ofDefault = kept.find(({ id }) => id === DEFAULT_SITE) ?? { id: DEFAULT_SITE, settings: {} };
  const resolved = (record: Pick<SiteRecord, 'id' | 'settings'>) =>
    resolveSite(record, { settings, practice: false, limits: DEFAULT_LIMITS }).site;
  const { collections, tools } = resolved(ofDefault);
  return { collections: [...collections], tools, needs: keyNeedsOf([ofDefault, ...kept].map(resolved)) };
}
