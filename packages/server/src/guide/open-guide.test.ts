import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createLogger } from '../observe/logger.ts';
import { openGuide } from './open-guide.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is read once by a process, and what is wrong in it is said at every start', async () => {
  mkdirSync(path.join(folder, 'en'));
  const file = path.join(folder, 'en', 'first.md');
  writeFileSync(file, '---\ntitle: First\nsummary: S\nsection: start\norder: 1\n---\n{{unheard}}\n');
  const log: string[] = [];
  const logger = createLogger((text) => text, { write: (line) => log.push(line) });
  const first = await openGuide({ pages: folder }, '1.0.0', logger);
  const said = log.length;
  expect(log.join()).toContain('unknown directive: unheard');
  expect(await openGuide({ pages: folder }, '1.0.0', logger)).toBe(first);
  expect(log).toHaveLength(said * 2);
  expect(await openGuide({ pages: folder }, '1.0.1', logger)).not.toBe(first);
});
