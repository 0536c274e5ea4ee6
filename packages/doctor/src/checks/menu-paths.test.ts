/** Every place that a finding names exists in the version that was found, or the step makes sense without it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKED_VERSIONS, findMenuPath, type MenuGoal } from '@guichet/openwebui/menus';
import { expect, it } from 'vitest';

const GOALS = new Set(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(/goal: '([a-z-]+)'/g)])
    .map(([, goal]) => goal as MenuGoal),
);

/** Shown of tokens alone that say whether a second factor was given: 0.12 and later make them. */
const ONLY_SINCE: Partial<Record<MenuGoal, RegExp>> = { 'second-factor': /^0\.1[2-9]/ };

const ROWS = [...GOALS].flatMap((goal) => CHECKED_VERSIONS.map((version) => [goal, version] as const));

it('finds the goals that checks name', () => {
  expect(GOALS.size).toBeGreaterThanOrEqual(10);
});

it.each(ROWS)('%s has its place in %s, in both languages', (goal, version) => {
  const isThere = ONLY_SINCE[goal]?.test(version) ?? true;
  for (const locale of ['en', 'fr'] as const) {
    const found = findMenuPath(goal, version, locale);
    expect(found !== undefined).toBe(isThere);
    if (found) expect(found).toMatchObject({ goal, locale, checked: true });
    for (const step of found?.steps ?? []) expect(step.trim()).not.toBe('');
  }
});
