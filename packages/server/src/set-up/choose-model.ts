import type { ConsoleSettings } from '../settings/console-settings.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';

/**
 * Keeps the model that answers visitors among the console's settings.
 * @param id null: the console says nothing about it any more
 * @returns what the console said before
 */
export async function chooseModel(consoleSettings: ConsoleSettings, id: string | null): Promise<string | null> {
  const { name } = SETTINGS.openWebUiModel;
  const before = (await consoleSettings.read())[name] ?? null;
  if (before !== id) await consoleSettings.change({ [name]: id });
  return before;
}
