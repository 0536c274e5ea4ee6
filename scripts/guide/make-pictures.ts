/**
 * `npm run guide:pictures`: takes the guide's pictures from the running product, in both languages and themes, wide and
 * for small screens, and writes the drawings. With names, only those pictures: `npm run guide:pictures -- widget`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '@guichet/contract/locale';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../e2e/support/open-browser.ts';
import { allDrawings } from './drawings/all-drawings.ts';
import { PICTURES, type PictureStage } from './picture-plans.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/guide/pictures');

/** Larger than they are shown, to be sharp; the guide knows by how much (BITMAP_SCALE). */
const SCALE = 1.5;

/** Letters stay clean, and all pictures together stay below a megabyte and a half. */
const QUALITY = 60;

const WIDTHS = { '': 704, '.narrow': 358 };
const THEMES = { '': 'light', '.dark': 'dark' } as const;

mkdirSync(FOLDER, { recursive: true });
for (const [name, drawing] of allDrawings()) writeFileSync(path.join(FOLDER, name), drawing);

const wanted = process.argv.slice(2);
const browser = await openBrowser();
try {
  for (const { name, height, set } of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const locale of LOCALES) {
      const stage: PictureStage = await set(locale);
      try {
        for (const [width, widthPixels] of Object.entries(WIDTHS)) {
          for (const [theme, colorScheme] of Object.entries(THEMES)) {
            const context = await browser.newContext({
              locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
              viewport: { width: widthPixels, height },
              colorScheme,
              reducedMotion: 'reduce',
            });
            const page = await context.newPage();
            await stage.show(page);
            const file = `${name}.${locale}${width}${theme}.webp`;
            writeFileSync(path.join(FOLDER, file), await takePicture(page));
            console.info(file);
            await context.close();
          }
        }
      } finally {
        await stage.close();
      }
    }
  }
} finally {
  await browser.close();
}

async function takePicture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const clip = {
    x: await page.evaluate(() => scrollX),
    y: await page.evaluate(() => scrollY),
    width,
    height,
    scale: SCALE,
  };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
  return Buffer.from(data, 'base64');
}
