import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every sentence of a catalogue, with something standing where something is put in. */
function sentences(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const filler = {
      count: 2,
      days: 3,
      seconds: '4.5',
      megabytes: 5,
      port: 6,
      status: 7,
      length: 8,
      why: 'unlisted',
      problem: 'no-account',
    };
    const args = new Proxy(filler, { get: (target, key) => Reflect.get(target, key) ?? 'x' });
    return [[path, String(value(args))]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => sentences(entry, `${path}/${key}`));
}

describe('French', () => {
  it('says everything that English says', () => {
    expect(sentences(fr).map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
  });

  it.each(sentences(fr))('%s keeps to French typography', (_, text) => {
    expect(text).not.toMatch(/ [:;!?»]|« |[^\u202f][;?»]|'|undefined/);
    expect(text.replaceAll(/https?:\S*/g, '')).not.toMatch(/[^\u202f]:/);
  });
});

it.each([...sentences(en), ...sentences(fr)])('%s is calm', (path, text) => {
  expect(text).not.toMatch(/!|oops|oups|undefined/i);
  if (/^\/(checks|said|impact|fix|hole)\//.test(path)) expect(text).toMatch(/[.:]$/);
});
