/** Settings that an operator gave in the console: kept in the database, those that are secret in the safe. */

import { randomBytes } from 'node:crypto';
import type { SecretStore } from '../safe/secret-store.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { SETTINGS, type SettingDefinition } from './setting-definitions.ts';

/** Texts by the setting's name, as they would stand in the environment. */
export type HeldSettings = Readonly<Record<string, string>>;

export interface ConsoleSettings {
  read(): Promise<HeldSettings>;
  /** Another text after every change, whoever made it. Holds no secret. */
  stamp(): Promise<string>;
  /** Takes all changes or none; `null` takes a value away. Names and texts have been judged. */
  change(changes: Readonly<Record<string, string | null>>): Promise<void>;
}

/** One row for all of them, so that a change is one write: whatever dies in the middle, all counts or nothing. */
const NOTE = 'console-settings';

/** What the safe holds for settings. Each value has a name of its own, and the row above says which one counts. */
const SEALED = 'setting/';

/** Another replica may write between reading and writing; each try starts from what is there then. */
const CHANGE_TRIES = 5;

const SECRET_NAMES = Object.values(SETTINGS as Record<string, SettingDefinition<unknown>>).flatMap(
  ({ name, secret, console }) => (secret && console ? [name] : []),
);

interface Kept {
  open: HeldSettings;
  /** Where in the safe the value of a secret setting is, by the setting's name. */
  sealed: HeldSettings;
}

/**
 * @param secrets without it, what the safe holds is left out and cannot be changed
 * @param onChanged told after each change
 */
export function createConsoleSettings(
  records: Pick<AdminRecords, 'readNote' | 'replaceNote' | 'noteStamp'>,
  secrets?: Pick<SecretStore, 'get' | 'set' | 'delete' | 'listDescriptions'>,
  now: () => number = Date.now,
  onChanged: () => void = () => undefined,
): ConsoleSettings {
  const kept = async () => readKept(await records.readNote(NOTE));

  async function unseal(sealed: HeldSettings): Promise<HeldSettings> {
    const found: Record<string, string> = {};
    for (const name of SECRET_NAMES) {
      const place = sealed[name];
      const stored = place === undefined ? undefined : await secrets?.get(place);
      if (stored?.kind === 'found') found[name] = stored.value;
    }
    return found;
  }

  async function seal(name: string, value: string): Promise<string> {
    if (!secrets) throw new Error('The safe is not open.');
    const place = `${SEALED}${name}/${randomBytes(9).toString('base64url')}`;
    const result = await secrets.set(place, value, { updatedBy: 'console' });
    if (!result.ok) throw new Error(`The safe did not take the setting ${name}: ${result.problem}.`);
    return place;
  }

  /** Values that were replaced, taken away, or sealed by a change that came to nothing. */
  async function forgetOthers(places: readonly string[]): Promise<void> {
    for (const { name } of (await secrets?.listDescriptions()) ?? []) {
      if (name.startsWith(SEALED) && !places.includes(name)) await secrets?.delete(name);
    }
  }

  async function changed(before: Kept, changes: Readonly<Record<string, string | null>>): Promise<Kept> {
    const open: Record<string, string> = { ...before.open };
    const sealed: Record<string, string> = { ...before.sealed };
    for (const [name, value] of Object.entries(changes)) {
      const isSecret = SECRET_NAMES.includes(name);
      const among = isSecret ? sealed : open;
      if (value === null) delete among[name];
      else among[name] = isSecret ? await seal(name, value) : value;
    }
    return { open, sealed };
  }

  return {
    async read() {
      const { open, sealed } = await kept();
      return { ...open, ...(await unseal(sealed)) };
    },
    stamp: () => records.noteStamp(NOTE),
    async change(changes) {
      for (let attempt = 1; ; attempt++) {
        const written = await records.readNote(NOTE);
        const { open, sealed } = await changed(readKept(written), changes);
        if (await records.replaceNote(NOTE, written, JSON.stringify({ ...open, sealed }), now())) {
          onChanged();
          return forgetOthers(Object.values(sealed));
        }
        if (attempt === CHANGE_TRIES) throw new Error('The settings were changed by somebody else at the same time.');
      }
    },
  };
}

/** What another version or a hand wrote may be anything; what is no text counts as not there. */
function readKept(note: string | undefined): Kept {
  let value: unknown;
  try {
    value = JSON.parse(note ?? '{}');
  } catch {
    return { open: {}, sealed: {} };
  }
  const { sealed, ...open } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { open: textsIn(open), sealed: textsIn(sealed) };
}

function textsIn(value: unknown): HeldSettings {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
