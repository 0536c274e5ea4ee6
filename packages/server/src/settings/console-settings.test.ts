import { describe, expect, it } from 'vitest';
import { createConsoleSettings } from './console-settings.ts';

const HOOK = 'GUICHET_WEBHOOK_URL';

/** Notes and a safe in memory; `diesBefore` is the write, counted from now, that never happens, nor any after it. */
function onDisk() {
  const notes = new Map<string, string>();
  const safe = new Map<string, string>();
  let left = Number.POSITIVE_INFINITY;
  const write = (work: () => void) => {
    if (left-- <= 0) throw new Error('dead');
    work();
  };
  const make = () =>
    createConsoleSettings(
      {
        readNote: async (name) => notes.get(name),
        noteStamp: async (name) => notes.get(name) ?? '',
        async replaceNote(name, before, value) {
          if (notes.get(name) !== before) return false;
          write(() => notes.set(name, value));
          return true;
        },
      },
      {
        async get(name) {
          const value = safe.get(name);
          return value === undefined ? { kind: 'missing' } : { kind: 'found', value };
        },
        async set(name, value) {
          write(() => safe.set(name, value));
          return { ok: true };
        },
        async delete(name) {
          write(() => safe.delete(name));
          return true;
        },
        listDescriptions: async () => [...safe.keys()].map((name) => ({ name, set: false as const })),
      },
    );
  return {
    safe,
    make,
    dieBefore: (write: number) => {
      left = write;
    },
  };
}

describe('settings that are kept in the console', () => {
  const OLD = { [HOOK]: 'https://old.example/hook', OPENWEBUI_MODEL: 'old' };
  const NEW = { [HOOK]: 'https://new.example/hook', OPENWEBUI_MODEL: 'new' };

  it.each([0, 1, 2, 3])('are the old ones or the new ones when the machine dies before write %i', async (write) => {
    const disk = onDisk();
    await disk.make().change(OLD);
    disk.dieBefore(write);
    await disk
      .make()
      .change(NEW)
      .catch(() => undefined);
    expect(await disk.make().read()).toEqual(write < 2 ? OLD : NEW);
    // What a change that came to nothing has sealed is gone with the next one.
    disk.dieBefore(Number.POSITIVE_INFINITY);
    await disk.make().change({ [HOOK]: 'https://third.example/hook' });
    expect([...disk.safe.values()]).toEqual(['https://third.example/hook']);
  });

  it('leave nothing in the safe when they are taken away', async () => {
    const disk = onDisk();
    await disk.make().change(OLD);
    await disk.make().change({ [HOOK]: null });
    expect(disk.safe.size).toBe(0);
    expect(await disk.make().read()).toEqual({ OPENWEBUI_MODEL: 'old' });
  });
});
