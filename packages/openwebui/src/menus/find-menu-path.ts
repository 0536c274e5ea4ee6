import { isBefore } from '../version-order.ts';
import type { Label, MenuEntry, MenuGoal, MenuLocale, MenuPath } from './menu-path.ts';
import { MENUS_SINCE_0_11, MENUS_SINCE_0_12 } from './menus-since-0-11.ts';
import { MENUS_0_7_TO_0_9, MENUS_OF_0_10, MENUS_UP_TO_0_6 } from './menus-up-to-0-10.ts';

/** First version of each set of menus, newest first. */
const SETS: readonly [since: string, menus: Partial<Record<MenuGoal, MenuEntry>>][] = [
  ['0.12.0', MENUS_SINCE_0_12],
  ['0.11.0', MENUS_SINCE_0_11],
  ['0.10.0', MENUS_OF_0_10],
  ['0.7.0', MENUS_0_7_TO_0_9],
  ['0.0.0', MENUS_UP_TO_0_6],
];

/** From which version on the menus are as they are, newest first. */
export const MENU_VERSIONS: readonly string[] = SETS.map(([since]) => since);

/** The versions whose built interface was searched for every word (see the contract suite). */
export const CHECKED_VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

/**
 * @param version undefined when it is not known: the newest menus are given, as not checked
 * @returns undefined when this version cannot do it
 */
export function findMenuPath(
  goal: MenuGoal,
  version: string | undefined,
  locale: MenuLocale = 'en',
): MenuPath | undefined {
  const menus = SETS.find(([since]) => version === undefined || !isBefore(version, since))?.[1];
  const entry = menus?.[goal];
  if (!entry) return undefined;
  return {
    goal,
    locale,
    actor: entry.actor,
    steps: entry.steps.map((label) => inLocale(label, locale)),
    ...(entry.route === undefined ? {} : { route: entry.route }),
    checked: version !== undefined && CHECKED_VERSIONS.includes(version),
  };
}

/** Every goal this version has a place for. */
export function goalsOf(version: string): MenuGoal[] {
  const menus = SETS.find(([since]) => !isBefore(version, since))?.[1] ?? {};
  return Object.keys(menus) as MenuGoal[];
}

function inLocale(label: Label, locale: MenuLocale): string {
  if (typeof label === 'string') return label;
  return locale === 'fr' ? label[1] : label[0];
}
