import type { Settings } from '../settings/read-settings.ts';
import { SETTINGS } from '../settings/setting-definitions.ts';
import type { MasterKeys } from './master-keys.ts';

/** What the log must never show, besides whatever looks like a secret. */
export function secretsToHide(masterKeys: MasterKeys, all: readonly Settings[]): string[] {
  const given = all.flatMap((settings) =>
    Object.entries(SETTINGS).flatMap(([key, { secret }]) => {
      const { value } = settings[key as keyof Settings];
      return secret && typeof value === 'string' ? [value] : [];
    }),
  );
  return [...given, ...masterKeys.keys.flatMap(({ key }) => [key.toString('base64'), key.toString('hex')])];
}
