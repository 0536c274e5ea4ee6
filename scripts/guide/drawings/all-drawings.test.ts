import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findMenuPath } from '@guichet/openwebui/menus';
import { describe, expect, it } from 'vitest';
import { allDrawings } from './all-drawings.ts';

const folder = path.resolve(import.meta.dirname, '../../../docs/guide/pictures');
const drawings = allDrawings();

/** Of the whole folder: the guide comes with every installation. */
const MOST_PICTURES_BYTES = 1_500_000;

/** What an SVG says, its lines joined. */
function wordsOf(drawing: string): string {
  return [...drawing.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join(' ');
}

describe('the drawings', () => {
  it.each([...drawings.keys()])('%s is in docs/guide/pictures as it is drawn', (name) => {
    expect(readFileSync(path.join(folder, name), 'utf8'), 'run: npm run guide:pictures -- drawings').toBe(
      drawings.get(name),
    );
  });

  it.each(['en', 'fr'] as const)('say in %s what Open WebUI says where one clicks', (locale) => {
    const steps = findMenuPath('switch-keys-on', '0.12.4', locale)?.steps ?? [];
    for (const form of ['', '.narrow']) {
      const words = wordsOf(drawings.get(`menu-switch-keys-on.${locale}${form}.svg`) ?? '');
      for (const step of steps) expect(words).toContain(step);
    }
  });

  it('hold no address and no script', () => {
    for (const drawing of drawings.values()) {
      expect(drawing.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|href|undefined/);
    }
  });
});

it('all pictures together stay small', () => {
  const files = globSync('*', { cwd: folder });
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  expect(bytes).toBeLessThan(MOST_PICTURES_BYTES);
});
