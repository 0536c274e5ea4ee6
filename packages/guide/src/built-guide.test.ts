import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuideSite } from './create-guide-site.ts';
import type { GuideSite } from './guide-site.ts';
import { openBuiltGuide } from './open-built-guide.ts';
import { readGuide } from './read-guide.ts';
import { writeBuiltGuide } from './write-built-guide.ts';

const ORIGIN = 'https://chat.shop.example';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20"/>';

const workspace = mkdtempSync(path.join(tmpdir(), 'built-guide-'));
const sources = path.join(workspace, 'sources');
const built = path.join(workspace, 'built');
let fresh: GuideSite;
let site: GuideSite;

beforeAll(() => {
  for (const locale of ['en', 'fr']) {
    write(`${locale}/start/first.md`, 'Text with a [link](../keys/second.md). https://guichet.example.com/guichet.js');
    write(
      `${locale}/keys/second.md`,
      'First.\n\n## Where to click\n\nHere, in the settings.\n\n{{figure map | A map}}',
      'keywords: place\n',
    );
  }
  mkdirSync(path.join(sources, 'pictures'));
  writeFileSync(path.join(sources, 'pictures/map.svg'), SVG);
  writeFileSync(path.join(workspace, 'secret.html'), 'secret');
  const guide = readGuide(sources, { version: '9.9.9', settings: [] });
  expect(guide.problems).toEqual([]);
  writeBuiltGuide(guide, built);
  fresh = createGuideSite(guide);
  site = openBuiltGuide(built);
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function write(file: string, body: string, more = ''): void {
  const whole = path.join(sources, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, `---\ntitle: A page\nsummary: What it is.\nsection: start\n${more}---\n\n${body}\n`);
}

/** Style, script and pictures that a page names. */
function addressesIn(page: string): string[] {
  return [...page.matchAll(/(?:href|src|srcset)="(\/guide\/(?:guide\.|pictures\/)[^"]+)"/g)].map(
    ([, address = '']) => address,
  );
}

describe('a guide that was built', () => {
  it('answers every address as the pages it was built from', () => {
    const pages = [
      '',
      '/en',
      '/en/',
      '/fr/',
      '/en/first',
      '/fr/first',
      '/fr/second',
      '/first',
      '/en/first/',
      '/en/none',
      '/none',
      '/%',
    ];
    const files = addressesIn(String(fresh.answer({ path: '/guide/en/second', origin: ORIGIN }).body));
    expect(files).toHaveLength(3);
    for (const address of [...pages.map((page) => `/guide${page}`), ...files]) {
      for (const acceptLanguage of ['fr', 'en']) {
        const request = { path: address, origin: ORIGIN, acceptLanguage };
        expect(site.answer(request), address).toEqual(fresh.answer(request));
      }
    }
  });

  it('finds the same', () => {
    for (const place of ['search', 'results']) {
      for (const query of ['settings', 'place', 'nothing of the kind', '']) {
        const request = { path: `/guide/en/${place}`, query, origin: ORIGIN };
        expect(site.answer(request), query).toEqual(fresh.answer(request));
      }
    }
    expect(String(site.answer({ path: '/guide/en/results', query: 'settings', origin: ORIGIN }).body)).toContain(
      '#where-to-click',
    );
  });

  it('reads no file that is not on its list', () => {
    for (const way of [
      '../secret',
      '..%2f..%2fsecret',
      'en/../../secret',
      'pictures/../index.json',
      'pictures/..%2findex.json',
      'en.404',
    ]) {
      const { status, body } = site.answer({ path: `/guide/${way}`, origin: ORIGIN, acceptLanguage: 'en' });
      expect([way, status]).toEqual([way, 404]);
      expect(String(body)).not.toMatch(/^secret|integrity|"style"/);
    }
  });

  it('is not taken for one where there is none', () => {
    expect(() => openBuiltGuide(path.join(workspace, 'nowhere'))).toThrow('index.json');
  });
});

it('without pages, says that the guide is missing', () => {
  const empty = path.join(workspace, 'empty');
  writeBuiltGuide(readGuide(path.join(workspace, 'no-sources'), { version: '1', settings: [] }), empty);
  expect(openBuiltGuide(empty).answer({ path: '/guide/en/', origin: ORIGIN }).status).toBe(503);
});
