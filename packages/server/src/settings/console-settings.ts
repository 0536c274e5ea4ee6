/** Settings that an operator gave in the console: kept in the database, those that are secret in the safe. */
import type { SecretStore } from '../safe/secret-store.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { SETTINGS, type SettingDefinition } from './setting-definitions.ts';

/** Texts by the setting's name, as they would stand in the environment. */
export type HeldSettings = Readonly<Record<string, string>>;

export interface ConsoleSettings {
  read(): Promise<HeldSettings>;
  /** Takes all changes or none; `null` takes a value away. Names and texts have been judged. */
  change(changes: Readonly<Record<string, string | null>>): Promise<void>;
}

/** One row for all of them, so that a change is one write. */
const NOTE = 'console-settings';

const secretName = (name: string) => `setting/${name}`;

const SECRET_NAMES = Object.values(SETTINGS as Record<string, SettingDefinition<unknown>>).flatMap(
  ({ name, secret, console }) => (secret && console ? [name] : []),
);

/** @param secrets without it, what the safe holds is left out and cannot be changed */
export function createConsoleSettings(
  records: Pick<AdminRecords, 'readNote' | 'writeNote'>,
  secrets?: Pick<SecretStore, 'get' | 'set' | 'delete'>,
  now: () => number = Date.now,
): ConsoleSettings {
  const open = async () => readHeld(await records.readNote(NOTE));

  async function sealed(): Promise<HeldSettings> {
    const found: Record<string, string> = {};
    for (const name of SECRET_NAMES) {
      const stored = await secrets?.get(secretName(name));
      if (stored?.kind === 'found') found[name] = stored.value;
    }
    return found;
  }

  async function seal(name: string, value: string | null): Promise<void> {
    if (!secrets) throw new Error('The safe is not open.');
    if (value === null) return void (await secrets.delete(secretName(name)));
    const result = await secrets.set(secretName(name), value, { updatedBy: 'console' });
    if (!result.ok) throw new Error(`The safe did not take the setting ${name}: ${result.problem}.`);
  }

  return {
    read: async () => ({ ...(await open()), ...(await sealed()) }),
    async change(changes) {
      const before = await sealed();
      const isSecret = (name: string) => SECRET_NAMES.includes(name);
      const all = Object.entries(changes);
      const secretChanges = all.filter(([name]) => isSecret(name));
      const next: Record<string, string> = { ...(await open()) };
      for (const [name, value] of all.filter(([name]) => !isSecret(name))) {
        if (value === null) delete next[name];
        else next[name] = value;
      }
      try {
        for (const [name, value] of secretChanges) await seal(name, value);
        await records.writeNote(NOTE, JSON.stringify(next), now());
      } catch (error) {
        for (const [name] of secretChanges) await seal(name, before[name] ?? null);
        throw error;
      }
    },
  };
}

/** What another version or a hand wrote may be anything; what is no text counts as not there. */
function readHeld(note: string | undefined): HeldSettings {
  let value: unknown;
  try {
    value = JSON.parse(note ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
