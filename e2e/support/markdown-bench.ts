/** A page with the widget's Markdown piece alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { MarkdownStream } from '../../packages/widget/src/markdown/markdown-stream.ts';
import type { Stage } from './stage.ts';

/** What the page's window has then. */
export interface MarkdownBench {
  /** @returns what stands there in the end */
  draw(pieces: string[]): string;
  open(): { place: HTMLElement; stream: MarkdownStream };
}

export async function openMarkdownBench(stage: Stage): Promise<Page> {
  const manifest = JSON.parse(readFileSync(path.resolve('packages/widget/dist/manifest.json'), 'utf8'));
  const chunk: string = manifest.files['markdown.js'].path;
  const page = await stage.browser.newPage();
  await page.goto(`${stage.guichetUrl}/healthz`);
  // As a text: what it imports is none of the test's own modules.
  await page.evaluate(`import('${chunk}').then(({ MarkdownStream }) => {
    const aids = { words: { pictureAway: 'Picture not shown: {alt}', copyCode: 'Copy code', copied: 'Copied' } };
    window.open = () => {
      const place = document.createElement('div');
      return { place, stream: new MarkdownStream(place, aids) };
    };
    window.draw = (pieces) => {
      const { place, stream } = window.open();
      for (const piece of pieces) stream.write(piece);
      stream.end();
      return place.innerHTML;
    };
  })`);
  return page;
}
