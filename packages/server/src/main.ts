/** `npm start`: the only place that reads the environment, writes to the terminal and hears signals. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Locale, pickLocale } from '@guichet/contract/locale';
import { explain } from '@guichet/keys/text';
import { EXIT_CONFIGURATION, EXIT_FAILURE } from './command/command.ts';
import { NotAFile } from './read-plain-file.ts';
import { IS_BUILT, ROOT_FOLDER } from './root-folder.ts';
import { type MisnamedSetting, misnamedSettings } from './settings/misnamed-settings.ts';
import { describeOrigin, readSettings, type Settings, SettingsError } from './settings/read-settings.ts';
import { SettingsWatch } from './settings/settings-watch.ts';
import { StartRefused } from './start/start-refused.ts';
import { START_TEXTS } from './start/start-texts.ts';
import { CLOSE_GRACE_MS, type RunningGuichet, startGuichet } from './start-guichet.ts';
import { isDiskFull, isStorageDamage } from './storage/storage-failure.ts';
import { en } from './text/en.ts';
import { fr } from './text/fr.ts';
import type { ServerTexts } from './text/server-texts.ts';

/** Beside package.json, where people look for it. */
const ENV_FILE = path.join(ROOT_FOLDER, '.env');
const SOURCES = { environment: process.env, envFile: ENV_FILE };

function version(): string {
  return (JSON.parse(readFileSync(path.join(ROOT_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;
}

function systemLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return pickLocale([LC_ALL, LC_MESSAGES, LANG].filter((language) => language !== undefined));
}

function fail(message: string, exitCode: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

function readSettingsOrExit(): Settings {
  try {
    return readSettings(SOURCES);
  } catch (error) {
    if (error instanceof SettingsError) fail(error.message, EXIT_CONFIGURATION);
    throw error;
  }
}

const DATA_DIR_ERRORS = new Set(['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'EPERM', 'EIO', 'ERR_SQLITE_ERROR']);
const FILE_CALLS = new Set(
  'access close fsync ftruncate link lstat mkdir open read rename scandir stat unlink write'.split(' '),
);

async function startOrExit(settings: Settings, texts: ServerTexts): Promise<RunningGuichet> {
  try {
    return await startGuichet({
      settings,
      locale: systemLocale(),
      version: version(),
      misnamed: () => misnamedNow,
      packagesFolder: path.join(ROOT_FOLDER, 'packages'),
      builtGuideFolder: IS_BUILT ? path.join(import.meta.dirname, 'guide') : undefined,
    });
  } catch (error) {
    if (error instanceof StartRefused) fail(error.message, EXIT_CONFIGURATION);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') fail(texts.start.portTaken(settings.port.value), EXIT_CONFIGURATION);
    const syscall = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
    if (syscall === 'listen' && ['EACCES', 'EPERM'].includes(code)) {
      fail(texts.start.portForbidden(settings.port.value), EXIT_CONFIGURATION);
    }
    // HOST is a name that shells and build tools use for the machine's own name.
    if (syscall === 'listen' || (syscall === 'getaddrinfo' && code !== '')) {
      fail(texts.start.hostUnusable(settings.host.value, describeOrigin(settings.host.origin)), EXIT_CONFIGURATION);
    }
    if (error instanceof NotAFile) {
      const { problem } = START_TEXTS[settings.locale.value ?? systemLocale()].settings;
      fail(texts.start.notAFile(error.file, problem.notAFile(error.kind)), EXIT_CONFIGURATION);
    }
    if (isStorageDamage(error)) {
      const file = path.resolve(settings.dataDir.value, 'guichet.db');
      fail(texts.start.databaseDamaged(file, error.message), EXIT_CONFIGURATION);
    }
    if (isDiskFull(error)) {
      fail(texts.start.diskFull(path.resolve(settings.dataDir.value), error.message), EXIT_CONFIGURATION);
    }
    // Whatever the file system says of it is about this folder: everything else that is read was read before.
    if (FILE_CALLS.has(String(syscall)) || DATA_DIR_ERRORS.has(code)) {
      const reason = error instanceof Error ? error.message : code;
      fail(texts.start.dataDirUnusable(path.resolve(settings.dataDir.value), reason), EXIT_CONFIGURATION);
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(EXIT_FAILURE);
  }
}

// What Guichet writes is for its own account alone.
process.umask(0o077);
// Errors name the lines that somebody wrote.
if (IS_BUILT) process.setSourceMapsEnabled(true);
// A report that Node writes at a crash would else hold the environment, and with it the credential.
process.report.excludeEnv = true;

const toldNames = new Set<string>();
let misnamedNow: readonly MisnamedSetting[] = [];

/** Names of settings that nobody reads, each told once. */
function tellMisnamed(locale: Locale, tell: (sentence: string) => void): void {
  misnamedNow = misnamedSettings(SOURCES);
  for (const { name, meant } of misnamedNow) {
    if (!toldNames.has(name)) tell(START_TEXTS[locale].settings.misnamed(name, meant));
    toldNames.add(name);
  }
}

let settings = readSettingsOrExit();
// Before the start: what is wrong then may come of it.
tellMisnamed(settings.locale.value ?? systemLocale(), (sentence) => process.stderr.write(`${sentence}\n`));
const TEXTS: Record<Locale, ServerTexts> = { en, fr };
const guichet = await startOrExit(settings, TEXTS[settings.locale.value ?? systemLocale()]);
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** Reads the settings again; what makes no sense is said and changes nothing. */
function reload(): void {
  try {
    settings = readSettings(SOURCES);
    tellMisnamed(guichet.locale, (sentence) => guichet.logger.warn(sentence));
    guichet
      .reload(settings)
      .catch((error: unknown) => guichet.logger.error({ err: error }, 'Guichet could not apply the settings.'));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    guichet.logger.error(TEXTS[guichet.locale].settings.notApplied(error.message));
  }
}

/** `.env` and every file that a `…_FILE` setting names. */
function settingsFiles(): string[] {
  const named = Object.values(settings).flatMap(({ origin }) => (origin.kind === 'file' ? [origin.file] : []));
  return [ENV_FILE, ...named];
}

new SettingsWatch({ files: settingsFiles, onChange: reload }).start();
process.on('SIGHUP', reload);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second signal means: now.
    if (stopping) process.exit(1);
    stopping = true;
    const texts = TEXTS[guichet.locale];
    say(texts.start.stopping);
    guichet.close(CLOSE_GRACE_MS).then(
      () => {
        say(texts.start.stopped);
        process.exit(0);
      },
      (error: unknown) => fail(String(error), EXIT_FAILURE),
    );
  });
}

// Said last: whoever waits for it may send a signal at once.
const { locale, claimLink } = guichet;
const texts = TEXTS[locale];
say(texts.start.listening(guichet.settings.publicUrl.value ?? guichet.url));
if (guichet.practiceVersion !== undefined) say(texts.start.practice(guichet.practiceVersion));
else if (guichet.credentialLack?.kind === 'key-missing') say(texts.start.keyMissing);
else if (guichet.credentialLack) {
  const { what, next } = explain(guichet.credentialLack.recognition, locale);
  say(texts.start.keyUnusable(what, next));
}
const { file, created } = guichet.masterKeys;
if (file !== undefined) say(created ? texts.start.masterKeyCreated(file) : texts.start.masterKeyInData(file));
if (claimLink) {
  say(claimLink.byOwnToken ? texts.start.claimByToken(claimLink.address) : texts.start.claim(claimLink.address));
  if (guichet.settings.publicUrl.value === undefined) say(texts.start.linkIsLocal);
}
if (guichet.orphanedRuns > 0) say(texts.start.orphans(guichet.orphanedRuns));
