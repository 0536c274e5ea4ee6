import type { SettingsChangeView } from '@guichet/contract/set-up-api';

/** Why settings were not taken, in the server's sentences; empty when they were. */
export function refusedTexts(view: SettingsChangeView, name?: string): string {
  if (view.kind !== 'refused') return '';
  const problems = name === undefined ? view.problems : view.problems.filter((problem) => problem.name === name);
  return problems.map(({ text }) => text).join(' ');
}
