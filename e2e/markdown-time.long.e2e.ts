/** How the time for an answer grows with its length: four times as long a text may not take twelve times as long. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MarkdownStream } from '../packages/widget/src/markdown/markdown-stream.ts';
import { type Stage, setStage } from './support/stage.ts';

const manifest = JSON.parse(readFileSync(path.resolve('packages/widget/dist/manifest.json'), 'utf8'));
const CHUNK: string = manifest.files['markdown.js'].path;

const SENTENCE =
  'The quick brown fox **jumps** over the lazy dog, with `code` and [a link](https://a.example/b), *and* so on. ';

/** What begins a text, and what it goes on with. */
const TEXTS: Readonly<Record<string, readonly [begin: string, more: string]>> = {
  'one paragraph': ['', SENTENCE],
  'a mark that nothing closes': ['*', SENTENCE],
  'a bracket that nothing closes': ['[', 'The quick brown fox jumps over the lazy dog. '],
  'a tick that nothing closes': ['`', 'The quick brown fox jumps over the lazy dog. '],
  'marks that nothing closes': ['', '*a '],
  'a list': ['', '- an item with **bold** text and more of it\n'],
  'a table': ['| a | b |\n|---|---|\n', '| cell **one** | cell two |\n'],
  code: ['```js\n', 'const days = { books: 14, bread: 1 };\n'],
};

/**
 * With the square of the length, it would be sixteen; with the length, four. Code comes to eight or nine, of six
 * milliseconds for 20 kB: each of its lines is held against all that stands there.
 */
const MOST_TIMES = 12;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ model: 'echo' });
});
afterAll(() => stage?.close());

it.each(Object.entries(TEXTS))('grows with the length and not with its square: %s', async (_, [begin, more]) => {
  const page = await stage.browser.newPage();
  await page.goto(`${stage.guichetUrl}/healthz`);
  await page.evaluate(`import('${CHUNK}').then((chunk) => Object.assign(window, chunk))`);
  const [short, long] = await page.evaluate(
    ([begin, more]) => {
      const { MarkdownStream: Stream } = window as unknown as { MarkdownStream: typeof MarkdownStream };
      const words = { pictureAway: '{alt}', copyCode: 'Copy code', copied: 'Copied' };
      const timeOf = (length: number) => {
        const pieces =
          (begin + more.repeat(Math.ceil(length / more.length))).slice(0, length).match(/[\s\S]{1,4}/g) ?? [];
        const place = document.createElement('div');
        document.body.replaceChildren(place);
        const stream = new Stream(place, { words });
        const began = performance.now();
        for (const piece of pieces) stream.write(piece);
        stream.end();
        return performance.now() - began;
      };
      // The best of some: whatever else the machine does only adds to it.
      const best = (length: number) => Math.min(...Array.from({ length: 7 }, () => timeOf(length)));
      best(1_000);
      return [best(5_000), best(20_000)];
    },
    [begin, more] as const,
  );
  expect(Number(long) / Number(short)).toBeLessThan(MOST_TIMES);
  await page.close();
});
