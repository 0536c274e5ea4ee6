/** From environment and `.env` to checked values, each of which knows where it came from. Pure but for reading files. */
import { findSecrets } from '@guichet/keys/find-secrets';
import { NotAFile, readPlainFile } from '../read-plain-file.ts';
import { decodeText } from './decode-text.ts';
import { readEnvText } from './env-file.ts';
import { SETTINGS, type SettingDefinition, type SettingKey, type SettingValue } from './setting-definitions.ts';
import { en } from './text/en.ts';
import { SettingProblem } from './text/setting-problem-texts.ts';

/** Where a value came from, as it is shown to people. */
export type SettingOrigin =
  | { kind: 'console' }
  | { kind: 'environment'; name: string }
  | { kind: 'env-file'; name: string; file: string }
  | { kind: 'file'; name: string; file: string }
  | { kind: 'default' };

export interface Setting<Value> {
  value: Value;
  /** As it was written, for the doctor: what is wrong with a text shows in the text. Undefined for the default. */
  text: string | undefined;
  origin: SettingOrigin;
  /** What other sources hold for the same setting, in the order in which they would take its place. */
  overridden: { value: Value; origin: SettingOrigin }[];
}

export type Settings = { [Key in SettingKey]: Setting<SettingValue<Key>> };

/** A setting that makes no sense. `message` is one sentence naming the setting, its source and an example. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

export interface SettingSources {
  environment: Readonly<Record<string, string | undefined>>;
  /** Path of a `.env` file; one that does not exist is no error. */
  envFile?: string;
}

export interface FoundText {
  text: string;
  origin: Exclude<SettingOrigin, { kind: 'default' }>;
}

/**
 * One setting as it was written, for the doctor: what is wrong with a text shows in the text.
 * @throws SettingsError when a file of settings cannot be read
 */
export function readSettingText(key: SettingKey, sources: SettingSources): string | undefined {
  const envFileValues = sources.envFile === undefined ? {} : readEnvFile(sources.envFile);
  return findAll(SETTINGS[key] as SettingDefinition<unknown>, sources, envFileValues)[0]?.text;
}

/** @throws SettingsError */
export function readSettings(sources: SettingSources): Settings {
  const envFileValues = sources.envFile === undefined ? {} : readEnvFile(sources.envFile);
  const entries = Object.entries(SETTINGS).map(([key, definition]) => {
    // The table's entries differ in their value's type; each is read by its own `parse`, so the pairs stay matched.
    const general = definition as SettingDefinition<unknown>;
    const [found, ...others] = findAll(general, sources, envFileValues);
    if (!found) {
      return [key, { value: general.default, text: undefined, origin: { kind: 'default' }, overridden: [] }] as const;
    }
    return [
      key,
      {
        ...readFoundSetting(general, found),
        text: found.text,
        overridden: others.flatMap((other) => parseOrLeave(general, other)),
      },
    ] as const;
  });
  return Object.fromEntries(entries) as Settings;
}

/** What is closest to the running process counts first; a `…_FILE` setting is a file wherever it was set. */
const SOURCE_ORDER = ['environment', 'file', 'env-file'];

/** Every source that holds the setting, the one that counts first. */
function findAll(
  definition: SettingDefinition<unknown>,
  sources: SettingSources,
  envFileValues: Readonly<Record<string, string | undefined>>,
): FoundText[] {
  return [
    ...findIn(definition, sources.environment, (name) => ({ kind: 'environment', name })),
    ...findIn(definition, envFileValues, (name) => ({ kind: 'env-file', name, file: sources.envFile ?? '.env' })),
  ].sort((a, b) => SOURCE_ORDER.indexOf(a.origin.kind) - SOURCE_ORDER.indexOf(b.origin.kind));
}

/** A value that does not count must not stop the start. */
function parseOrLeave(
  definition: SettingDefinition<unknown>,
  found: FoundText,
): { value: unknown; origin: SettingOrigin }[] {
  try {
    return [readFoundSetting(definition, found)];
  } catch (error) {
    if (error instanceof SettingsError) return [];
    throw error;
  }
}

/** @throws SettingsError with one sentence */
export function readFoundSetting(
  definition: SettingDefinition<unknown>,
  found: FoundText,
): { value: unknown; origin: SettingOrigin } {
  try {
    return { value: parseSetting(definition, found.text), origin: found.origin };
  } catch (error) {
    if (!(error instanceof SettingProblem)) throw error;
    const name = found.origin.kind === 'console' ? definition.name : found.origin.name;
    throw new SettingsError(
      `${name} (from ${describeOrigin(found.origin)}) ${error.in(en.problem)}; for example: ${definition.name}=${definition.example}`,
    );
  }
}

/** @throws SettingProblem */
export function parseSetting<Value>(
  definition: Pick<SettingDefinition<Value>, 'secret' | 'parse'>,
  text: string,
): Value {
  const secret = definition.secret ? undefined : findSecrets(text, { doubtful: true })[0];
  // Lines get exchanged while pasting; a setting that is no secret is quoted in logs and reports. Of an address with a
  // password in it the setting itself says so, and better.
  if (secret && secret.kind !== 'url-with-password') {
    throw new SettingProblem('looksSecret', secret.end - secret.start);
  }
  return definition.parse(text);
}

/** Where a value came from, in words. */
export function describeOrigin(origin: SettingOrigin): string {
  switch (origin.kind) {
    case 'console':
      return 'the console';
    case 'environment':
      return 'the environment';
    case 'env-file':
      return `the file ${origin.file}`;
    case 'file':
      return `the file ${origin.file}, set in ${origin.name}`;
    case 'default':
      return 'the default';
    default:
      return origin satisfies never;
  }
}

function findIn(
  definition: SettingDefinition<unknown>,
  values: Readonly<Record<string, string | undefined>>,
  toOrigin: (name: string) => Exclude<SettingOrigin, { kind: 'default' }>,
): FoundText[] {
  return [definition.name, ...(definition.aliases ?? [])].flatMap((name) => {
    const direct = writtenValue(values[name]);
    const file = writtenValue(values[`${name}_FILE`]);
    if (direct !== undefined && file !== undefined) {
      throw new SettingsError(
        `${name} and ${name}_FILE (from ${describeOrigin(toOrigin(name))}) are both set; keep one of them, for example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`,
      );
    }
    if (direct !== undefined) return [{ text: direct, origin: toOrigin(name) }];
    if (file === undefined) return [];
    const text = writtenValue(readValueFile(name, file, toOrigin(`${name}_FILE`)));
    return text === undefined ? [] : [{ text, origin: { kind: 'file' as const, name: `${name}_FILE`, file } }];
  });
}

/**
 * Compose files and panels pass unset variables on as empty texts; empty means not set. `docker run --env-file` and many
 * a panel hand on the quotation marks that a shell or a `.env` file takes away.
 */
export function writtenValue(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  const unquoted = trimmed === undefined ? undefined : (QUOTED.exec(trimmed)?.[2] ?? trimmed).trim();
  return unquoted === '' ? undefined : unquoted;
}

/** One pair around all of it. */
const QUOTED = /^(["'])([^"']*)\1$/;

function readValueFile(name: string, file: string, origin: SettingOrigin): string {
  try {
    return decodeText(readPlainFile(file));
  } catch (error) {
    throw new SettingsError(
      `${name}_FILE (from ${describeOrigin(origin)}) points to ${file}, which ${problemOf(error)}; for example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`,
    );
  }
}

/** @throws SettingsError */
export function readEnvFile(file: string): Record<string, string | undefined> {
  let text: string;
  try {
    text = decodeText(readPlainFile(file));
  } catch (error) {
    if (reason(error) === 'ENOENT') return {};
    throw new SettingsError(
      `The settings file ${file} ${problemOf(error)}; ${error instanceof NotAFile ? 'put a file in its place, or remove it' : `check its permissions, for example: chmod 600 ${file}`}`,
    );
  }
  const read = readEnvText(text);
  if (read.ok) return read.values;
  throw new SettingsError(
    `Line ${read.line} of the settings file ${file} is not a setting; for example: OPENWEBUI_URL=https://chat.example.com`,
  );
}

function problemOf(error: unknown): string {
  return error instanceof NotAFile ? en.problem.notAFile(error.kind) : en.problem.unreadable(reason(error));
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
