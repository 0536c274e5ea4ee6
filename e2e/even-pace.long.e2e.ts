/** Bursts of an answer as they are drawn, frame by frame: evenly, in time, and at once where that is asked for. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANSWERED_HERE, askHere, type Writer } from './support/answered-here.ts';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

/** As `MAX_LAG_MS` in the widget's even-pace.ts. */
const MAX_LAG_MS = 200;

/** A burst is spread over longer than this, so that no frame before it may show all of it. */
const NOT_ALL_BEFORE_MS = 100;

interface Frame {
  /** By the browser, for all that is drawn in it. */
  timestamp: number;
  /** When its work began, by the clock. */
  began: number;
  /** Signs that were drawn when its work began. */
  drawn: number;
  isWhole: boolean;
  isAtEnd: boolean;
}

interface Written {
  /** By the clock, just before. */
  at: number;
  /** Signs so far. */
  total: number;
}

interface Watcher extends Writer {
  watch(): () => { frames: Frame[]; written: Written[] };
}

/** Only signs count, no spaces. */
const WATCHED = `{
  window.watch = () => {
    const frames = [], root = document.querySelector('guichet-chat').shadowRoot;
    const written = [], plain = window.write;
    let total = 0;
    window.write = (text) => {
      total += text.replace(/\\s/g, '').length;
      written.push({ at: performance.now(), total });
      plain(text);
    };
    let isOver = false;
    const look = (timestamp) => {
      if (isOver) return;
      const began = performance.now(), answer = [...root.querySelectorAll('.message-assistant')].at(-1), log = root.querySelector('.log');
      const drawn = [...answer?.querySelectorAll('.text') ?? []].map((text) => text.textContent).join('').replace(/\\s/g, '').length;
      const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 32;
      frames.push({ timestamp, began, drawn, isWhole: answer?.dataset.status === 'complete', isAtEnd });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return () => { isOver = true; window.write = plain; return { frames, written }; };
  };
}`;

/** A chat that has drawn an answer before, and is asked again. */
async function asked(prepare?: (page: Page) => Promise<unknown>): Promise<PageVisit> {
  const visit = await stage.visit(stage.line, { before: ANSWERED_HERE + WATCHED });
  const { chat, page } = visit;
  await prepare?.(page);
  await chat.open();
  await askHere(chat, page, 'One');
  await page.evaluate(() => {
    const { write, finish } = window as unknown as Writer;
    write('First.');
    finish();
  });
  await chat.answers.last().locator('.markdown').waitFor();
  await askHere(chat, page, 'Two');
  return visit;
}

/** Writes bursts of so many characters, each when nothing is left of the one before, and an end right behind the last. */
function watchBursts(page: Page, bursts: number, characters: number) {
  return page.evaluate(
    async ([bursts, characters]) => {
      const { watch } = window as unknown as Watcher;
      const end = watch();
      const { write, finish } = window as unknown as Watcher;
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const frames = async (count: number) => {
        for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
      };
      await frames(2);
      for (let at = 0; at < bursts; at++) {
        write('word '.repeat(characters / 5));
        await pause(400);
        await frames(2);
      }
      write('word '.repeat(characters / 5));
      finish();
      await frames(3);
      return end();
    },
    [bursts, characters] as const,
  );
}

it('bursts are spread over frames, never lag more than 200 ms, and all is there with the end', async () => {
  const { page, context, errors } = await asked();
  const { frames, written } = await watchBursts(page, 8, 2_000);
  const late: string[] = [];
  let spread = 0;
  for (const { at, total } of written.slice(0, -1)) {
    const arrivedBy = frames.find(({ began }) => began > at)?.began ?? 0;
    for (const [number, { timestamp, drawn }] of frames.entries()) {
      // What a frame drew is seen when the work of the next one begins.
      const after = frames[number + 1]?.drawn ?? drawn;
      if (timestamp >= arrivedBy + MAX_LAG_MS && after < total)
        late.push(`${total - after} of ${total} at ${timestamp}`);
      if (timestamp > at && timestamp < at + NOT_ALL_BEFORE_MS) {
        expect(drawn).toBeLessThan(total);
        spread++;
      }
    }
  }
  expect(late).toEqual([]);
  expect(spread).toBeGreaterThan(0);
  const whole = frames.filter(({ isWhole }) => isWhole);
  expect(whole.length).toBeGreaterThan(0);
  for (const { drawn } of whole) expect(drawn).toBe(written.at(-1)?.total);
  // The log follows what is drawn between its own drawings.
  expect(frames.filter(({ isAtEnd }) => !isAtEnd)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it.each<[string, (page: Page) => Promise<unknown>]>([
  ['the visitor wants less motion', (page) => page.emulateMedia({ reducedMotion: 'reduce' })],
  [
    'the page is hidden',
    (page) =>
      page.evaluate(() =>
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true }),
      ),
  ],
])('a burst is there at once where %s', async (_, prepare) => {
  const { page, context } = await asked(prepare);
  const { frames, written } = await watchBursts(page, 2, 2_000);
  for (const { began, drawn } of frames) expect(drawn).toBe(written.findLast(({ at }) => at < began)?.total ?? 0);
  expect(written).toHaveLength(3);
  await context.close();
});

it('who reads further up is left there', async () => {
  const { page, chat, context } = await asked();
  await watchBursts(page, 1, 4_000);
  await askHere(chat, page, 'Three');
  const log = chat.inside.locator('.log');
  await page.evaluate(() => (window as unknown as Writer).write('word '.repeat(1_000)));
  await expect.poll(async () => (await chat.answerText()).length).toBeGreaterThan(4_000);
  await log.evaluate((element) => {
    element.scrollTop = 10;
  });
  await expect.poll(() => chat.inside.locator('.latest').count()).toBe(1);
  const { frames } = await watchBursts(page, 2, 2_000);
  expect(await log.evaluate((element) => element.scrollTop)).toBe(10);
  expect(frames.length).toBeGreaterThan(2);
  await context.close();
});

it('what is drawn in the end is what is drawn at once', async () => {
  const { page, chat, context } = await asked();
  const text =
    '# Returns\n\n- **one**\n- two 😀\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n[a](https://shop.example/b) and so on.\n';
  await page.evaluate(async (text) => {
    const { write, finish } = window as unknown as Writer;
    for (const piece of text.match(/[\s\S]{1,9}/g) ?? []) {
      write(piece);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    finish();
  }, text);
  await chat.waitForStatus('complete');
  const drawn = () => chat.answers.last().locator('.markdown').innerHTML();
  const paced = await drawn();
  await askHere(chat, page, 'Three');
  await page.evaluate((text) => {
    const { write, finish } = window as unknown as Writer;
    write(text);
    finish();
  }, text);
  await chat.waitForStatus('complete');
  expect(await drawn()).toBe(paced);
  expect(paced).toContain('<td');
  await context.close();
});
