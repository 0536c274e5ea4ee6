/** Puts what the console holds before what the environment and its files hold. Pure. */
import type { HeldSettings } from './console-settings.ts';
import { readFoundSetting, type Setting, type Settings, SettingsError } from './read-settings.ts';
import { SETTINGS, type SettingDefinition } from './setting-definitions.ts';

export interface OverlaidSettings {
  settings: Settings;
  /** A sentence for each value that makes no sense to this version; what comes after it counts. */
  problems: string[];
}

const DEFINITIONS = SETTINGS as Record<string, SettingDefinition<unknown>>;

/** @param given as `readSettings` returned it */
export function overlaySettings(given: Settings, held: HeldSettings): OverlaidSettings {
  const problems: string[] = [];
  const entries = Object.entries(given).map(([key, setting]) => {
    const definition = DEFINITIONS[key];
    const text = definition?.console ? held[definition.name]?.trim() : undefined;
    if (!definition || !text) return [key, setting] as const;
    try {
      return [key, putBefore(setting, definition, text)] as const;
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      problems.push(error.message);
      return [key, setting] as const;
    }
  });
  // The entries are those of `given`, each with a value of its own kind.
  return { settings: withholdCredential(Object.fromEntries(entries) as unknown as Settings), problems };
}

function putBefore(setting: Setting<unknown>, definition: SettingDefinition<unknown>, text: string): Setting<unknown> {
  const { value, origin, overridden } = setting;
  const found = readFoundSetting(definition, { text, origin: { kind: 'console' } });
  return { ...found, text, overridden: origin.kind === 'default' ? overridden : [{ value, origin }, ...overridden] };
}

/**
 * A credential goes to the address it was given for and to no other: one from the environment or a file was not given
 * for an address that somebody types in the console. Whoever has a session there must not get it sent elsewhere.
 */
function withholdCredential(settings: Settings): Settings {
  const { value, origin, overridden } = settings.openWebUiUrl;
  if (origin.kind !== 'console' || overridden.some((other) => other.value === value)) return settings;
  return {
    ...settings,
    openWebUiApiKey: { value: undefined, text: undefined, origin: { kind: 'default' }, overridden: [] },
  };
}
