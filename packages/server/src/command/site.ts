/** `npx guichet site …`: the sites by command, beside a server that may be running. */
import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '@guichet/contract/locale';
import { createAuditLog } from '../admin/audit-log.ts';
import { en as settingsEn } from '../settings/text/en.ts';
import { fr as settingsFr } from '../settings/text/fr.ts';
import { isSiteId, judgeSiteChanges, type SiteWishes } from '../sites/judge-site-changes.ts';
import { allTextsOf } from '../sites/resolve-site.ts';
import { siteChangesBetween } from '../sites/site-changes.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import { ensureDefault } from '../sites/sites.ts';
import type { SiteChange, SiteRecord, SiteRecords } from '../storage/site-records.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import { type Command, EXIT_USAGE, UsageError } from './command.ts';
import { type OpenedData, openData } from './open-data.ts';
import { listedSites, type ShownSite, shownSites } from './shown-sites.ts';
import { en } from './site-text/en.ts';
import { fr } from './site-text/fr.ts';
import type { SiteCommandTexts } from './site-text/site-command-texts.ts';

const ACTIONS = ['list', 'add', 'set', 'pause', 'resume', 'remove'] as const;
type Action = (typeof ACTIONS)[number];

const TEXTS: Record<Locale, SiteCommandTexts> = { en, fr };
const SETTING_TEXTS = { en: settingsEn, fr: settingsFr };

const SET_EXAMPLE = 'npx guichet site set --site default tools=one-round';

export const site: Command = {
  usage: [
    'site list [--json] [--lang fr|en]',
    'site add --site ID [NAME=VALUE …] [--lang fr|en]',
    'site set --site ID NAME=VALUE … [--lang fr|en]   (an empty value removes one)',
    'site pause | resume | remove --site ID [--lang fr|en]',
  ],
  async run([action, ...rest]) {
    const words = readWords(rest);
    const data = await openData();
    try {
      const locale = words.lang ?? data.locale;
      const desk = openSiteDesk(data, locale);
      if (!isAction(action)) throw new Refused(desk.texts.whichAction(ACTIONS.join(', ')));
      if (action === 'list') return await list(desk, words);
      return await (await chooseAction(action, desk, words))();
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      process.stderr.write(`${refusal.message}\n`);
      return EXIT_USAGE;
    } finally {
      await data.close();
    }
  },
};

/** What was asked for cannot be done; the message says why and what can. */
class Refused extends Error {}

interface Words {
  site: string | undefined;
  json: boolean;
  lang: Locale | undefined;
  pairs: readonly string[];
}

function readWords(words: readonly string[]): Words {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { site: { type: 'string' }, json: { type: 'boolean' }, lang: { type: 'string' } },
      allowPositionals: true,
    });
    const { site: id, json = false } = values;
    const lang = LOCALES.find((locale) => locale === values.lang);
    if (lang === undefined && values.lang !== undefined) throw new Error(`${en.unknownLanguage} ${fr.unknownLanguage}`);
    return { site: id, json, lang, pairs: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

interface SiteDesk {
  data: OpenedData;
  records: SiteRecords;
  texts: SiteCommandTexts;
  locale: Locale;
  note: (action: string, detail: Record<string, unknown>) => Promise<void>;
}

function openSiteDesk(data: OpenedData, locale: Locale): SiteDesk {
  const audit = createAuditLog(createSqlAdminRecords(data.database), (text) => text);
  return {
    data,
    records: createSqlSiteRecords(data.database),
    texts: TEXTS[locale],
    locale,
    note: (action, detail) => audit.add('command line', action, detail),
  };
}

const say = (...lines: string[]) => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

const isAction = (word: string | undefined): word is Action => ACTIONS.some((action) => action === word);

async function chooseAction(action: Exclude<Action, 'list'>, desk: SiteDesk, words: Words) {
  const { texts, records } = desk;
  const listed = await listedSites(records);
  const ids = listed.map(({ id }) => id).join(', ');
  const id = words.site;
  if (id === undefined) throw new Refused(texts.whichSite(ids));
  if (action === 'add') return () => add(desk, id, words.pairs);
  const record = listed.find((one) => one.id === id);
  if (!record) throw new Refused(texts.unknownSite(quoted(id), ids));
  if (action !== 'set' && words.pairs[0] !== undefined)
    throw new UsageError(`"${quoted(words.pairs[0])}" is not expected here.`);
  switch (action) {
    case 'set':
      return () => set(desk, id, words.pairs);
    case 'pause':
      return () => pause(desk, record);
    case 'resume':
      return () => resume(desk, record);
    case 'remove':
      return () => remove(desk, record);
    default:
      return action satisfies never;
  }
}

async function list({ data, records, texts }: SiteDesk, { json }: Words): Promise<number> {
  const sites = shownSites(await listedSites(records), data.settings);
  if (json) say(JSON.stringify({ sites }, null, 2));
  else say(...sites.flatMap((shown) => listLines(shown, texts)));
  return 0;
}

function listLines({ id, name, pausedAt, settings, from }: ShownSite, texts: SiteCommandTexts): string[] {
  const state = pausedAt === undefined ? texts.open : texts.pausedSince(pausedAt);
  const lines = Object.entries(settings).map(([key, text]) => {
    const setting = from[key];
    return `  ${key}=${oneLine(text)}${setting === undefined ? '' : `   (${texts.from(setting)})`}`;
  });
  return [`${id}${name === undefined ? '' : ` “${name}”`}: ${state}`, ...lines];
}

async function add(desk: SiteDesk, id: string, pairs: readonly string[]): Promise<number> {
  const { texts, records, data } = desk;
  if (!isSiteId(id)) throw new Refused(texts.noId(quoted(id)));
  const { name, settings } = judge(desk, id, readPairs(pairs, texts));
  const given = Object.entries(settings ?? {}).flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]));
  const created = { id, settings: Object.fromEntries(given), ...(name != null && { name }) };
  const isNew = id !== DEFAULT_SITE && (await records.add({ ...created, createdAt: Date.now() }));
  if (!isNew) throw new Refused(texts.exists(id));
  await desk.note('site-added', { site: id, changes: siteChangesBetween({ settings: {} }, created) });
  const address = data.settings.publicUrl.value ?? `http://localhost:${data.settings.port.value}`;
  say(texts.added(id), texts.addedNext(`<script async src="${address}/guichet.js" data-site="${id}"></script>`));
  if (created.settings.origins === undefined)
    say(texts.withoutOrigins(`npx guichet site set --site ${id} origins=https://www.example.com`));
  sayOfTools(created.settings.tools, texts);
  return 0;
}

async function set(desk: SiteDesk, id: string, pairs: readonly string[]): Promise<number> {
  const { texts } = desk;
  if (pairs.length === 0) throw new Refused(texts.nothingToSet(SET_EXAMPLE));
  const wishes = readPairs(pairs, texts);
  const { before, after } = await change(desk, id, judge(desk, id, wishes));
  const changes = siteChangesBetween(before, after);
  if (changes.length === 0) {
    say(texts.same(id));
    return 0;
  }
  await desk.note('site-changed', { site: id, changes });
  say(texts.changed(id));
  for (const one of changes)
    say(`  ${one.name}: ${oneLine(one.before ?? texts.notSet)} → ${oneLine(one.after ?? texts.notSet)}`);
  sayOfTools(wishes.tools ?? undefined, texts);
  return 0;
}

function sayOfTools(mode: string | undefined, texts: SiteCommandTexts): void {
  if (mode?.trim().toLowerCase() === 'whole-agent') say(texts.wholeAgentNote);
}

async function pause(desk: SiteDesk, { id, pausedAt }: SiteRecord): Promise<number> {
  if (pausedAt !== undefined) {
    say(desk.texts.pausedAlready(id));
    return 0;
  }
  await change(desk, id, { pausedAt: Date.now() });
  await desk.note('site-paused', { site: id });
  say(desk.texts.paused(id));
  return 0;
}

async function resume(desk: SiteDesk, { id, pausedAt }: SiteRecord): Promise<number> {
  if (pausedAt === undefined) {
    say(desk.texts.openAlready(id));
    return 0;
  }
  await change(desk, id, { pausedAt: null });
  await desk.note('site-resumed', { site: id });
  say(desk.texts.resumed(id));
  return 0;
}

async function remove(desk: SiteDesk, record: SiteRecord): Promise<number> {
  const { texts, records } = desk;
  if (record.id === DEFAULT_SITE) throw new Refused(texts.defaultStays);
  await records.remove(record.id);
  await desk.note('site-removed', { site: record.id, changes: siteChangesBetween(record, { settings: {} }) });
  const pairs = Object.entries(allTextsOf(record)).map(([name, text]) => ` ${shellWord(`${name}=${text}`)}`);
  say(texts.removed(record.id), texts.removedNext(`npx guichet site add --site ${record.id}${pairs.join('')}`));
  return 0;
}

async function change({ records, texts }: SiteDesk, id: string, wish: SiteChange) {
  if (id === DEFAULT_SITE) await ensureDefault(records, Date.now());
  const changed = await records.change(id, wish, Date.now());
  // Removed by somebody else a moment ago.
  if (!changed) throw new Refused(texts.unknownSite(id, DEFAULT_SITE));
  return changed;
}

function judge({ texts, locale }: SiteDesk, id: string, wishes: SiteWishes): Pick<SiteChange, 'name' | 'settings'> {
  const judged = judgeSiteChanges(id, wishes, SETTING_TEXTS[locale]);
  if (judged.kind === 'good') return judged.change;
  throw new Refused([...judged.problems.map(({ text }) => text), texts.refused].join('\n'));
}

function readPairs(pairs: readonly string[], texts: SiteCommandTexts): Record<string, string> {
  const wishes: Record<string, string> = {};
  for (const pair of pairs) {
    const [, name, value] = /^([A-Za-z][\w.-]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) throw new Refused(texts.noPair(quoted(pair), SET_EXAMPLE));
    if (Object.hasOwn(wishes, name)) throw new Refused(texts.twice(name));
    wishes[name] = value;
  }
  return wishes;
}

/** What was typed, as far as it is worth repeating. */
function quoted(word: string): string {
  return word.length > 40 ? `${word.slice(0, 39)}…` : word;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** As a shell takes it for one word. */
function shellWord(word: string): string {
  return /^[\w.:/,=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
