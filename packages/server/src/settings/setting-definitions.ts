/**
 * Every setting: its names, what it means, how its text becomes a value. The one place to add a setting; the reference
 * page and the error sentences are made from it.
 */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { readOriginPattern } from '@guichet/contract/allowed-origin';
import { isHostName } from '@guichet/contract/host-name';
import { withSingleScheme } from '@guichet/contract/single-scheme';
import ipaddr from 'ipaddr.js';
import { RUNNING_ANSWERS } from '../limits/visitor-limits.ts';
import { readRedisAddress } from '../redis/redis-address.ts';
import { SettingProblem } from './text/setting-problem-texts.ts';

export interface SettingDefinition<Value> {
  name: string;
  aliases?: readonly string[];
  /** Never shown, logged or quoted. */
  secret?: boolean;
  /** Can be set in the console as well, and applies at once wherever it is changed. */
  console?: boolean;
  /** Its part of Guichet is still to come: read and judged, and shown nowhere but in the reference. */
  unused?: true;
  /** One line for the reference page and the console; in French in `text/meanings-fr.ts`. */
  meaning: string;
  /** Completes the sentence "… for example NAME=EXAMPLE". */
  example: string;
  /** What stands in the reference page's column "default". */
  defaultText: string;
  default: Value;
  /** @throws SettingProblem with what is wrong */
  parse: (text: string) => Value;
}

function define<Value>(definition: SettingDefinition<Value>): SettingDefinition<Value> {
  return definition;
}

/**
 * A value that is no secret as it may be quoted: shortened so that a pasted file does not flood the log, and without what stands
 * before an `@`: in an address that cannot be read it may still be a password.
 */
export function quote(text: string): string {
  const shown = text.replace(/^.*@/s, '…@');
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

/** Never quoted: it holds a password. */
function parsePostgresUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.hostname === '' || url.pathname.length < 2) {
    throw new SettingProblem('notPostgres');
  }
  return text;
}

/** Never quoted: it holds a password. */
function parseRedisUrl(text: string): string {
  if (!readRedisAddress(text)) throw new SettingProblem('notRedis');
  return text;
}

/** Quotation marks of word processors and chats, what nobody sees, and a line break that a program wrote as `\n`. */
const PASTED_ALONG =
  /^[\s"'`<\u2018-\u201f\u00ab\u00bb\u200b-\u200f\u2060\ufeff]{1,20}|(?:\\[nrt]|[\s"'`>\\\u2018-\u201f\u00ab\u00bb\u200b-\u200f\u2060\ufeff]){1,20}$/g;
/** A host and perhaps a port and a path, as browsers show an address. */
const WITHOUT_SCHEME =
  /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z0-9-]{2,63}(?::\d{1,5})?(?:\/|$)|^[a-z0-9_-]{1,63}:\d{1,5}(?:\/|$)|^localhost(?:\/|$)/i;

function parseHttpUrl(written: string): URL {
  const text = written.replace(PASTED_ALONG, '');
  if (WITHOUT_SCHEME.test(text)) {
    const scheme = text.split(/[:/]/)[0]?.includes('.') ? 'https' : 'http';
    const meant = URL.parse(`${scheme}://${text}`);
    if (meant && isHostName(meant.hostname)) throw new SettingProblem('schemeMissing', meant.origin);
  }
  const single = withSingleScheme(text);
  // Of what was pasted only the origin is quoted: behind it may stand anything.
  if (single !== undefined && !single.includes('@')) throw schemeProblem(text, URL.parse(single)?.origin);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new SettingProblem('notAddress', quote(text));
  }
  // Before anything that quotes the address.
  if (url.username || url.password) throw new SettingProblem('holdsPassword');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SettingProblem('notHttp', quote(text));
  }
  if (!isHostName(url.hostname.replaceAll('*', 'x'))) throw new SettingProblem('notAddress', quote(text));
  return url;
}

function schemeProblem(text: string, meant: string | undefined): SettingProblem {
  if (meant === undefined) return new SettingProblem('notAddress', quote(text));
  return /^https?:/i.test(text.trim())
    ? new SettingProblem('schemeTwice', meant)
    : new SettingProblem('schemeWithoutColon', meant);
}

/** A path is kept as it was written: the doctor names what was pasted along, and the client refuses it. */
function parseBaseUrl(text: string): string {
  const url = parseHttpUrl(text);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function parseOrigin(written: string): string {
  // A browser leaves out the last dot of a name that ends in one, unless its user typed it.
  const text = written.replace(/\.(?=(?::\d+)?\/?$)/, '');
  const url = parseHttpUrl(text);
  const pattern = readOriginPattern(text);
  if (pattern.kind === 'origin') return pattern.origin;
  if (pattern.kind === 'subdomains') return pattern.pattern;
  if (pattern.why === 'star-too-wide') throw new SettingProblem('starTooWide', quote(url.origin));
  if (pattern.why === 'star-elsewhere') throw new SettingProblem('starElsewhere', quote(url.origin));
  throw new SettingProblem('notOrigin', quote(text));
}

export function parseList<Item>(
  text: string,
  parseItem: (item: string) => Item,
  separator: string | RegExp = ',',
): Item[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean)
    .map(parseItem);
}

/**
 * Of items that hold none of these signs: other programs separate by semicolon or space, or take a list of JSON, and Open
 * WebUI itself does both.
 */
function parseLooseList<Item>(text: string, parseItem: (item: string) => Item): Item[] {
  const list = /^\[\s*(".*")\s*\]$/s.exec(text.trim())?.[1] ?? text;
  return parseList(list, (item) => parseItem(item.replace(/^(["'])(.*)\1$/, '$2')), /[\s,;]+/);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new SettingProblem('notPort', quote(text));
  }
  return port;
}

/** What other programs mean by the same name is often a whole address, or several. */
function parseHost(text: string): string {
  const plain = text.replace(/^\[(.*)\]$/, '$1');
  if (isIP(plain.split('%')[0] ?? '') !== 0) return plain;
  if (!/^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?\.?$/i.test(text)) throw new SettingProblem('notHost', quote(text));
  return text;
}

/** Answers at a time: more than these no single Open WebUI writes. */
const MOST_ANSWERS = 10_000;

function parseAnswers(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MOST_ANSWERS) {
    throw new SettingProblem('notCount', quote(text), 1, MOST_ANSWERS);
  }
  return count;
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (!found) throw new SettingProblem('noneOf', quote(text), choices.join(', '));
    return found;
  };
}

function parseCidr(text: string): string {
  try {
    const [address, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : [ipaddr.parse(text), undefined];
    return `${address.toString()}/${bits ?? (address.kind() === 'ipv4' ? 32 : 128)}`;
  } catch {
    throw new SettingProblem('notRange', quote(text));
  }
}

/**
 * A key as written: base64 of 32 bytes, or hexadecimal as panels generate it. Coolify's SERVICE_HEX_64 gives 64 digits
 * since 4.1.0 and gave 128 before: those 64 bytes are brought to 32 by SHA-256.
 */
function readMasterKey(written: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(written)) return Buffer.from(written, 'hex');
  if (/^[0-9a-f]{128}$/i.test(written)) return createHash('sha256').update(Buffer.from(written, 'hex')).digest();
  return Buffer.from(written, 'base64');
}

/** `id:key` pairs, or one key without an id. */
function parseMasterKeys(text: string): { id: string; key: Buffer }[] {
  const keys = parseList(text, (item) => {
    const colon = item.indexOf(':');
    const id = colon === -1 ? 'main' : item.slice(0, colon);
    const written = colon === -1 ? item : item.slice(colon + 1);
    const key = readMasterKey(written);
    if (!/^[\w-]{1,32}$/.test(id)) throw new SettingProblem('masterKeyId');
    if (key.length !== 32) {
      throw new SettingProblem('masterKeyLength', id, key.length);
    }
    return { id, key };
  });
  if (keys.length === 0) throw new SettingProblem('noMasterKey');
  if (new Set(keys.map((entry) => entry.id)).size < keys.length) throw new SettingProblem('twoMasterKeys');
  return keys;
}

const none = undefined;

export const SETTINGS = {
  openWebUiUrl: define<string | undefined>({
    name: 'OPENWEBUI_URL',
    console: true,
    aliases: ['OPEN_WEBUI_URL'],
    meaning: 'Open WebUI’s address, without /api or /v1. If it is published under a path, keep that path.',
    example: 'https://chat.example.com',
    defaultText: 'none: the practice server answers',
    default: none,
    parse: parseBaseUrl,
  }),
  openWebUiApiKey: define<string | undefined>({
    name: 'OPENWEBUI_API_KEY',
    aliases: ['OPEN_WEBUI_API_KEY'],
    secret: true,
    meaning: 'Open WebUI API key (sk- and 32 hexadecimal digits) or session token (eyJ…).',
    example: 'sk-… as Open WebUI shows it under Settings > Account > API keys',
    defaultText: 'none',
    default: none,
    parse: (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a header value must not hold any
      if (/[\u0000-\u001f\u007f]/.test(text)) throw new SettingProblem('controlCharacter');
      return text;
    },
  }),
  openWebUiModel: define<string | undefined>({
    name: 'OPENWEBUI_MODEL',
    console: true,
    meaning: 'ID of the model that answers.',
    example: 'gpt-5-mini',
    defaultText: 'the first model that the key can use',
    default: none,
    parse: (text) => text,
  }),
  port: define<number>({
    name: 'PORT',
    meaning: 'Port that Guichet listens on.',
    example: '8787',
    defaultText: '8787',
    default: 8787,
    parse: parsePort,
  }),
  host: define<string>({
    name: 'HOST',
    meaning: 'Address that Guichet listens on.',
    example: '0.0.0.0',
    defaultText: '0.0.0.0',
    default: '0.0.0.0',
    parse: parseHost,
  }),
  publicUrl: define<string | undefined>({
    name: 'GUICHET_PUBLIC_URL',
    console: true,
    meaning: 'Guichet’s public address, which visitors use.',
    example: 'https://guichet.example.com',
    defaultText: 'derived from each request, and checked by the doctor',
    default: none,
    // Panels list every domain of a service here; the first is the one they show.
    parse: (text) => parseBaseUrl(text.split(',')[0]?.trim() ?? ''),
  }),
  dataDir: define<string>({
    name: 'GUICHET_DATA_DIR',
    meaning: 'Data folder, for the SQLite file and generated secrets.',
    example: '/data',
    defaultText: './data',
    default: './data',
    parse: (text) => text,
  }),
  databaseUrl: define<string | undefined>({
    name: 'DATABASE_URL',
    secret: true,
    meaning: 'Address of a PostgreSQL database to use instead of SQLite.',
    example: 'postgres://guichet:…@db:5432/guichet',
    defaultText: 'SQLite in the data folder',
    default: none,
    parse: parsePostgresUrl,
  }),
  redisUrl: define<string | undefined>({
    name: 'REDIS_URL',
    secret: true,
    meaning: 'Address of Redis or Valkey, shared by several replicas of Guichet.',
    example: 'redis://cache:6379',
    defaultText: 'none: in memory',
    default: none,
    parse: parseRedisUrl,
  }),
  masterKeys: define<{ id: string; key: Buffer }[] | undefined>({
    name: 'GUICHET_MASTER_KEYS',
    secret: true,
    meaning: 'Keys that protect stored secrets: id:base64[,id:base64…]. The first encrypts, all decrypt.',
    example: 'main:… (32 random bytes in base64)',
    defaultText: 'created in the data folder with mode 0600',
    default: none,
    parse: parseMasterKeys,
  }),
  allowedOrigins: define<string[]>({
    name: 'GUICHET_ALLOWED_ORIGINS',
    console: true,
    meaning:
      'Origins that can embed the chat of the site default, separated by commas. https://*.example.com means all its subdomains.',
    example: 'https://www.example.com,https://example.com',
    defaultText: 'the public URL',
    default: [],
    parse: (text) => parseLooseList(text, parseOrigin),
  }),
  proof: define<'auto' | 'always' | 'off'>({
    name: 'GUICHET_PROOF',
    unused: true,
    meaning: 'Proof of work for visitors: auto (only above usual traffic), always or off.',
    example: 'auto',
    defaultText: 'auto',
    default: 'auto',
    parse: oneOf(['auto', 'always', 'off']),
  }),
  sourceExcerpts: define<'off' | 'on'>({
    name: 'GUICHET_SOURCE_EXCERPTS',
    console: true,
    meaning: 'Show visitors a short excerpt of each document behind an answer: on, or off (title and address only).',
    example: 'on',
    defaultText: 'off',
    default: 'off',
    parse: oneOf(['off', 'on']),
  }),
  trustedProxies: define<string[]>({
    name: 'GUICHET_TRUSTED_PROXIES',
    console: true,
    meaning: 'Address ranges of your proxies. Guichet trusts their X-Forwarded-For, -Proto and -Host headers.',
    example: '10.0.0.0/8,172.16.0.0/12',
    defaultText: 'none',
    default: [],
    parse: (text) => parseLooseList(text, parseCidr),
  }),
  answersAtATime: define<number>({
    name: 'GUICHET_ANSWERS_AT_A_TIME',
    console: true,
    meaning: 'How many answers Open WebUI writes at the same time. Further questions wait in line.',
    example: '16',
    defaultText: String(RUNNING_ANSWERS),
    default: RUNNING_ANSWERS,
    parse: parseAnswers,
  }),
  setupToken: define<string | undefined>({
    name: 'GUICHET_SETUP_TOKEN',
    secret: true,
    meaning: 'Token for the first sign-in, instead of the link in the log. It works once, until someone has signed in.',
    example: 'a long random text',
    defaultText: 'printed in the log as a link, valid for 30 minutes',
    default: none,
    parse: (text) => {
      if (text.length < 16) throw new SettingProblem('tooShort', 16);
      return text;
    },
  }),
  webhookUrl: define<string | undefined>({
    name: 'GUICHET_WEBHOOK_URL',
    console: true,
    secret: true,
    meaning:
      'Address that Guichet notifies, in JSON, when the key or token is about to expire, is rejected or works again.',
    example: 'https://hooks.example.com/guichet',
    defaultText: 'none',
    default: none,
    parse: (text) => parseHttpUrl(text).href,
  }),
  locale: define<'en' | 'fr' | undefined>({
    name: 'GUICHET_LOCALE',
    console: true,
    meaning: 'Language of the log, the commands and the console.',
    example: 'fr',
    defaultText: 'the system’s, otherwise en',
    default: none,
    parse: oneOf(['en', 'fr']),
  }),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = (typeof SETTINGS)[Key]['default'];
