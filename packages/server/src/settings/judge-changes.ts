/** Judges what the console wishes to change, before anything is kept. */
import { isIP } from 'node:net';
import type { Locale } from '@guichet/contract/locale';
import { isForbiddenAddress, isForbiddenName, leadsToForbidden } from '../set-up/forbidden-address.ts';
import { parseSetting } from './read-settings.ts';
import { SETTINGS, type SettingDefinition, type SettingKey } from './setting-definitions.ts';
import { settingWords } from './setting-words.ts';
import { SettingProblem } from './text/setting-problem-texts.ts';
import type { SettingTexts } from './text/setting-texts.ts';
import { tooWideRanges } from './too-wide-ranges.ts';

export type JudgedChanges =
  /** An empty text counts as taken away. */
  | { kind: 'good'; changes: Record<string, string | null> }
  | { kind: 'refused'; problems: { name: string; text: string }[] };

/** A list of origins of a whole agency fits; a pasted document does not. */
const MAX_SETTING_CHARS = 4_000;

const BY_NAME = new Map<string, { key: SettingKey; definition: SettingDefinition<unknown> }>(
  (Object.entries(SETTINGS) as [SettingKey, SettingDefinition<unknown>][]).flatMap(([key, definition]) =>
    [definition.name, ...(definition.aliases ?? [])].map((name) => [name, { key, definition }] as const),
  ),
);

export function judgeChanges(
  wished: Readonly<Record<string, string | null>>,
  texts: SettingTexts,
  locale: Locale,
): JudgedChanges {
  const changes: Record<string, string | null> = {};
  const problems: { name: string; text: string }[] = [];
  for (const [asked, written] of Object.entries(wished)) {
    const known = BY_NAME.get(asked);
    const text = written?.trim() ?? '';
    try {
      if (!known) throw new SettingProblem('unknown');
      if (!known.definition.console) throw new SettingProblem('notInConsole');
      if (text.length > MAX_SETTING_CHARS) throw new SettingProblem('tooLong', MAX_SETTING_CHARS);
      if (text !== '') {
        parseSetting(known.definition, text);
        refuseOverreach(known.key, text);
      }
      changes[known.definition.name] = text === '' ? null : text;
    } catch (error) {
      if (!(error instanceof SettingProblem)) throw error;
      problems.push({ name: asked.slice(0, 100), text: sentence(asked, error, known, texts, locale) });
    }
  }
  return problems.length === 0 ? { kind: 'good', changes } : { kind: 'refused', problems };
}

/**
 * What makes sense, but is asked for by nobody with good intentions. In the environment it counts: whoever writes there has
 * the machine; in the console it may be somebody with a session that is not theirs.
 */
function refuseOverreach(key: SettingKey, text: string): void {
  if (key === 'openWebUiUrl' || key === 'publicUrl' || key === 'webhookUrl') {
    const host = URL.parse(firstOf(text))?.hostname.replace(/^\[|\]$/g, '') ?? '';
    const isForbidden = isIP(host) === 0 ? isForbiddenName(host) : isForbiddenAddress(host);
    if (isForbidden) throw new SettingProblem('forbiddenAddress');
  }
  const [wide] = key === 'trustedProxies' ? tooWideRanges(SETTINGS.trustedProxies.parse(text)) : [];
  if (wide !== undefined) throw new SettingProblem('rangeTooWide', wide);
}

function firstOf(text: string): string {
  return text.split(',')[0]?.trim() ?? '';
}

/** The same for what a name leads to, which only asking tells. */
export async function judgeDestinations(
  judged: JudgedChanges,
  texts: SettingTexts,
  locale: Locale,
  leadsAstray: (address: string) => Promise<boolean> = leadsToForbidden,
): Promise<JudgedChanges> {
  if (judged.kind === 'refused') return judged;
  const problems: { name: string; text: string }[] = [];
  for (const [name, text] of Object.entries(judged.changes)) {
    const known = BY_NAME.get(name);
    if (!known || text === null || !['openWebUiUrl', 'publicUrl', 'webhookUrl'].includes(known.key)) continue;
    if (!(await leadsAstray(firstOf(text)))) continue;
    problems.push({ name, text: sentence(name, new SettingProblem('forbiddenAddress'), known, texts, locale) });
  }
  return problems.length === 0 ? judged : { kind: 'refused', problems };
}

function sentence(
  asked: string,
  problem: SettingProblem,
  known: { key: SettingKey; definition: SettingDefinition<unknown> } | undefined,
  texts: SettingTexts,
  locale: Locale,
): string {
  const said = problem.in(texts.problem);
  // The name of an unknown setting is whatever was sent.
  if (!known) return texts.refusedPlainly(/^[A-Z][A-Z0-9_]{0,60}$/.test(asked) ? asked : '?', said);
  if (!known.definition.console) return texts.refusedPlainly(known.definition.name, said);
  return texts.refused(known.definition.name, said, settingWords(known.key)[locale].example);
}
