import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS, type SettingKey } from '../../packages/server/src/settings/setting-definitions.ts';
import { inWords, LIMIT_FILES } from './limits-page.ts';
import { referencePages } from './reference-pages.ts';
import { NOT_USED_YET } from './settings-page.ts';
import { constantsOf, defaultsOf } from './source-constants.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/reference');

const server = path.resolve(import.meta.dirname, '../../packages/server/src');
const serverFiles = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(server, file), 'utf8') }));

describe('docs/reference', () => {
  it.each(Object.entries(referencePages()))('%s says what the source says', (name, content) => {
    expect(
      readFileSync(path.join(folder, name), 'utf8'),
      'run: node scripts/under-node.mjs scripts/reference/generate-reference.ts',
    ).toBe(content);
  });
});

describe('settings that this version does not use', () => {
  it('are said to be so exactly as long as no file of the server reads them', () => {
    const sources = serverFiles.map(({ text }) => text).join('\n');
    for (const key of Object.keys(SETTINGS) as SettingKey[]) {
      const read = new RegExp(`[sS]ettings(?:\\(\\))?\\.${key}\\b`).test(sources);
      expect(NOT_USED_YET.includes(key), key).toBe(!read);
    }
  });
});

describe('limits read from source', () => {
  it('come from every file of the server with a constant that says what happens beyond it', () => {
    const limited = serverFiles
      .filter(({ text }) => constantsOf(text, new Map()).some(({ comment }) => comment.includes('Beyond')))
      .map(({ file }) => `packages/server/src/${file}`);
    expect(limited.length).toBeGreaterThan(10);
    expect(limited.filter((file) => !LIMIT_FILES.includes(file))).toEqual([]);
  });

  it('have their comment, their value and those they are made of', () => {
    const source = [
      '/** Why. */',
      'export const A_MS = 15_000;',
      '',
      '/**',
      ' * Two',
      ' * lines.',
      ' */',
      'const B_MS = 3 * A_MS - 1_000;',
      '/** A group. */',
      'const C = 1;',
      'const D = OTHER + 1;',
      '',
      'const E = 5;',
      "const TEXT = 'x';",
      'const UNKNOWN = NOT_KNOWN * 2;',
      '',
    ].join('\n');
    expect(constantsOf(source, new Map([['OTHER', 7]]))).toEqual([
      { name: 'A_MS', value: 15_000, comment: 'Why.' },
      { name: 'B_MS', value: 44_000, comment: 'Two lines.' },
      { name: 'C', value: 1, comment: 'A group.' },
      { name: 'D', value: 8, comment: '' },
      { name: 'E', value: 5, comment: '' },
    ]);
  });

  it('take the comments of an object from its interface', () => {
    const source = [
      'export interface Sizes {',
      '  /** One line. */',
      '  lineBytes: number;',
      '}',
      'export const DEFAULT_SIZES: Readonly<Sizes> = {',
      '  lineBytes: 8 * 1024,',
      '};',
    ].join('\n');
    expect(defaultsOf(source, new Map())).toEqual([{ name: 'lineBytes', value: 8192, comment: 'One line.' }]);
  });

  it('are shown with the unit of their name', () => {
    expect(inWords({ name: 'COALESCE_MS', value: 30 })).toBe('30 ms');
    expect(inWords({ name: 'totalMs', value: 900_000 })).toBe('15 min');
    expect(inWords({ name: 'LIFETIME_MS', value: 30 * 86_400_000 })).toBe('30 days');
    expect(inWords({ name: 'KEPT_MS', value: 86_400_000 })).toBe('1 day');
    expect(inWords({ name: 'PREFLIGHT_SECONDS', value: 7_200 })).toBe('2 h');
    expect(inWords({ name: 'lineBytes', value: 8 * 1024 * 1024 })).toBe('8 MiB');
    expect(inWords({ name: 'MAX_MESSAGE_CHARS', value: 8_000 })).toBe('8,000 characters');
    expect(inWords({ name: 'MAX_SOURCES', value: 50 })).toBe('50');
  });
});
