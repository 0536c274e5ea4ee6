/** A visitor attaches files: by the button, by pasting and dropping, by hand and by keyboard, behind both walls. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublicSite } from '../packages/contract/src/public-site.ts';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type VisitOptions } from './support/page-stage.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SHOE = { name: 'shoe.png', mimeType: 'image/png', buffer: PNG };
const HOURS = { name: 'hours.txt', mimeType: 'text/plain', buffer: Buffer.from('The shop opens at nine.') };
const VIDEO = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('\0\0\0\x18ftypmp42') };
/** Called a text, and none. */
const PROGRAM = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('MZ\0\0\0') };

/** For people who look at it: screenshots go where this says. */
const pictures = process.env.GUICHET_E2E_PICTURES;

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ limits: { visitorFilesPerMinute: 1_000 } });
  await setSite('files=pictures,documents');
});
afterAll(() => stage?.close());

async function setSite(words: string): Promise<void> {
  const done = await runCommand(['site', 'set', '--site', 'default', words], {
    GUICHET_DATA_DIR: stage.guichet.dataDir,
    OPENWEBUI_URL: stage.guichet.practice.url,
    GUICHET_ALLOWED_ORIGINS: stage.url,
  });
  expect(done.code, done.output).toBe(0);
  const isAllowed = async () =>
    ((await (await fetch(`${stage.server}/v1/sites/default`)).json()) as PublicSite).features.attachments;
  await vi.waitFor(async () => expect(await isAllowed()).toBe(words !== 'files='), { timeout: 10_000 });
}

async function visit(wall: Wall = 'open', options: VisitOptions = {}) {
  const line = wall === 'open' ? stage.line : stage.line.replace('async', 'async data-frame');
  const visited = await stage.visit(`<h1>Shoes</h1>${line}`, options);
  const chat = new Chat(visited.page, wall);
  await chat.open();
  const { inside } = chat;
  await inside.locator('.attach').waitFor();
  return {
    ...visited,
    chat,
    inside,
    field: inside.locator('[part~=composer] textarea'),
    input: inside.locator('input[type=file]'),
    items: inside.locator('.files li'),
    said: inside.locator('.files-said'),
  };
}

const photograph = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

describe.each(WALLS)('behind the %s wall', (wall) => {
  it('a picture is attached, asked about, and stands in the question, also on the next page', async () => {
    const { page, chat, input, items, inside, context, errors } = await visit(wall);
    await input.setInputFiles(SHOE);
    await expect.poll(() => items.allTextContents()).toEqual(['shoe.png']);
    await expect.poll(() => inside.locator('.files progress').count()).toBe(0);
    const thumbnail = items.locator('img');
    await expect.poll(() => thumbnail.evaluateAll(([image]) => (image as HTMLImageElement)?.naturalWidth)).toBe(1);
    await chat.ask('What is this?');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toBe(`You said: What is this? [image/png, ${PNG.length} bytes]`);
    expect(await items.count()).toBe(0);
    expect(await chat.questions.last().locator('.note').allTextContents()).toEqual(['shoe.png']);
    await page.reload();
    await expect.poll(() => chat.questions.last().locator('.note').allTextContents()).toEqual(['shoe.png']);
    await chat.ask('And now?');
    await expect.poll(() => chat.transcript()).toContain('You said: And now?');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a visitor', () => {
  it('pastes one and drops another, and Open WebUI reads the document', async () => {
    const { page, chat, items, field, context } = await visit();
    await field.evaluate((element) => {
      const data = new DataTransfer();
      data.items.add(new File(['The shop opens at nine.'], 'hours.txt', { type: 'text/plain' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await chat.panel.evaluate((panel) => {
      const data = new DataTransfer();
      data.items.add(new File(['Closed on Sunday.'], 'sunday.txt', { type: 'text/plain' }));
      for (const type of ['dragover', 'drop'])
        panel.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => items.allTextContents()).toEqual(['hours.txt', 'sunday.txt']);
    await expect.poll(() => page.locator('guichet-chat .files progress').count()).toBe(0);
    await chat.ask('When?');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toContain('Closed on Sunday.');
    await expect.poll(() => stage.guichet.practice.state.fileNames).toEqual([]);
    await context.close();
  });

  it('hears what is wrong with a file, beside its name, and takes it away by keyboard', async () => {
    const { page, chat, input, items, inside, said, field, context } = await visit();
    await input.setInputFiles([VIDEO, PROGRAM, SHOE, { ...HOURS, buffer: Buffer.alloc(0) }]);
    const kind = 'This kind of file is not accepted. Accepted: pictures, PDF, Word, Excel, PowerPoint and text files.';
    await expect
      .poll(() => items.allTextContents())
      .toEqual([`film.mp4 ${kind}`, `notes.txt ${kind}`, 'shoe.png', 'hours.txt This file is empty.']);
    await expect.poll(() => inside.locator('.files progress').count()).toBe(0);
    await photograph(page, 'files-refused');
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
    await inside.getByRole('button', { name: 'Remove film.mp4' }).press('Enter');
    await expect.poll(() => said.textContent()).toBe('film.mp4 removed');
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Remove notes.txt');
    for (const name of ['notes.txt', 'hours.txt', 'shoe.png'])
      await inside.getByRole('button', { name: `Remove ${name}` }).press('Enter');
    expect(await focused()).toBe('Attach files');
    await field.focus();
    await chat.ask('Nothing attached');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toBe('You said: Nothing attached');
    await context.close();
  });

  it('is told how much may be attached before, and who attaches more', async () => {
    const { chat, input, items, said, context } = await visit();
    const hint = 'Pictures, PDF, Word, Excel, PowerPoint and text files. Up to 5 MB each, 4 per question.';
    const attach = chat.inside.getByRole('button', { name: 'Attach files' });
    expect(await attach.getAttribute('title')).toBe(`Attach files. ${hint}`);
    expect(await chat.inside.locator('#files-hint').textContent()).toBe(hint);
    await input.setInputFiles([1, 2, 3, 4, 5].map((at) => ({ ...SHOE, name: `${at}.png` })));
    await expect.poll(() => items.count()).toBe(4);
    expect(await said.textContent()).toBe('You can attach at most 4 files to a question.');
    await context.close();
  });

  it('who presses Enter too soon keeps the question until the file is there', async () => {
    const { page, chat, input, said, field, context } = await visit();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/v1/files', async (route) => {
      await held;
      await route.continue();
    });
    await input.setInputFiles(SHOE);
    await field.fill('What is this?');
    await field.press('Enter');
    await expect.poll(() => said.textContent()).toBe('Wait until your files have been uploaded.');
    await photograph(page, 'files-arriving');
    expect(await chat.questions.count()).toBe(0);
    letGo();
    await expect.poll(() => said.textContent()).toBe('shoe.png attached');
    await field.press('Enter');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toContain('image/png');
    await context.close();
  });

  it('whom the server has forgotten attaches all the same, and keeps what was written', async () => {
    const { page, chat, input, items, inside, field, context } = await visit();
    await chat.ask('first');
    await chat.waitForStatus('complete');
    let refused = 0;
    await page.route('**/v1/files', async (route) => {
      if (refused++ > 0) return route.continue();
      await route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"token-invalid"}' });
    });
    await field.fill('What is this?');
    await input.setInputFiles(SHOE);
    await expect.poll(() => items.allTextContents()).toEqual(['shoe.png']);
    await expect.poll(() => inside.locator('.files progress').count()).toBe(0);
    expect(await field.inputValue()).toBe('What is this?');
    await field.press('Enter');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toContain('image/png');
    await photograph(page, 'files-asked');
    await context.close();
  });

  it('has a large photo made smaller before it leaves', async () => {
    const { page, chat, input, items, inside, context } = await visit();
    const photo = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [4_000, 3_000];
      canvas.getContext('2d')?.fillRect(0, 0, 2_000, 3_000);
      return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? '';
    });
    const bytes = Buffer.from(photo, 'base64');
    await input.setInputFiles({ name: 'IMG_1.jpeg', mimeType: 'image/jpeg', buffer: bytes });
    await expect.poll(() => items.count()).toBe(1);
    await expect.poll(() => inside.locator('.files progress').count()).toBe(0);
    await chat.ask('Look');
    await chat.waitForStatus('complete');
    const [, size] = /\[image\/jpeg, (\d+) bytes\]/.exec(await chat.answerText()) ?? [];
    expect(Number(size)).toBeLessThan(bytes.length);
    expect(Number(size)).toBeGreaterThan(0);
    await context.close();
  });

  it.each([
    ['a phone', 'fr-FR', 390, 'light', 'Joindre des fichiers'],
    ['a desktop, dark', 'de-DE', 1280, 'dark', 'Dateien anhängen'],
    ['a narrow one, from right to left', 'ar', 320, 'light', 'إرفاق ملفات'],
  ] as const)('on %s has the button by name, and nothing that axe finds', async (name, locale, width, theme, label) => {
    const { page, input, items, inside, context } = await visit('open', {
      locale,
      width,
      before: `document.addEventListener('DOMContentLoaded', () => document.querySelector('script[data-site]')?.setAttribute('data-theme', '${theme}'))`,
    });
    await expect.poll(() => inside.getByRole('button', { name: label }).count()).toBe(1);
    await input.setInputFiles([SHOE, { ...HOURS, name: `${'Öffnungszeiten-'.repeat(6)}2026.txt` }, VIDEO]);
    await expect.poll(() => items.count()).toBe(3);
    await expect.poll(() => inside.locator('.files progress').count()).toBe(0);
    await photograph(page, `files-${name.replaceAll(/\W+/g, '-')}`);
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
    await context.close();
  });
});

describe('a site that takes no files', () => {
  it('loads nothing of it, and has no button', async () => {
    await setSite('files=');
    const { page, chat, context } = await stage.visit(stage.line);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(requests.filter((one) => one.endsWith('/files.js'))).toEqual([]);
    expect(await page.locator('guichet-chat .attach').count()).toBe(0);
    await context.close();
  });
});
