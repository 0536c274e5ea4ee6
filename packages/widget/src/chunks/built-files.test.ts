/** What the build wrote, held against what is promised. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CHUNKS, MOST_BROTLI_BYTES } from './chunk-list.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const { version } = JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')) as { version: string };
const read = (name: string) => readFileSync(path.join(dist, 'w', version, name));
const sha256 = (bytes: Buffer) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

const promised: [name: string, most: number][] = [
  ...Object.entries(MOST_BROTLI_BYTES),
  ...Object.entries(CHUNKS).map(([name, { mostBrotliBytes }]): [string, number] => [`${name}.js`, mostBrotliBytes]),
];

describe('the built files', () => {
  it.each(promised)('%s has at most %i bytes, compressed with brotli', (name, most) => {
    expect(brotliCompressSync(read(name)).length).toBeLessThanOrEqual(most);
  });

  it('are all of a promised size', () => {
    const built = readdirSync(path.join(dist, 'w', version)).filter((name) => name.endsWith('.js'));
    expect(built.sort()).toEqual(promised.map(([name]) => name).sort());
  });

  it.each(Object.keys(CHUNKS))('pin %s from the widget by the hash of its bytes', (name) => {
    expect(read('app.js').includes(sha256(read(`${name}.js`)))).toBe(true);
  });

  // A second class of the same name is another class: what the widget throws would be no instance of it.
  it.each(Object.keys(CHUNKS))('bring no error of the widget’s own into %s', (name) => {
    expect(read('app.js').toString()).toMatch(/["'`]Refusal["'`]/);
    expect(read(`${name}.js`).toString()).not.toMatch(/["'`]Refusal["'`]/);
  });

  it.each(Object.keys(CHUNKS))('need nothing else for %s: it imports no further file', (name) => {
    expect(read(`${name}.js`).toString()).not.toMatch(/\bimport(?:\s+\w|\s*["'{*])|\bfrom\s*["']/);
  });

  it('fetch another one from the widget alone, but for the greeting, which the sealed one pins', () => {
    const fetching = Object.keys(CHUNKS).filter((name) => /\bimport\s*\(/.test(read(`${name}.js`).toString()));
    expect(fetching).toEqual(['sealed']);
    expect(read('sealed.js').includes(sha256(read('greeting.js')))).toBe(true);
  });
});
