/**
 * A visitors' language that nobody has: two files of its own and one entry in one list, in a copy of the product. What
 * comes out of it is built, started and read in a browser.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fr } from '../packages/widget/src/text/fr.ts';
import { Chat } from './support/chat.ts';
import { type GuichetProcess, startGuichetProcess } from './support/guichet-process.ts';
import { openBrowser } from './support/open-browser.ts';
import { type Shop, startPage } from './support/shop.ts';

const root = path.resolve(import.meta.dirname, '..');
const TAG = 'tlh';
const LIST = 'packages/contract/src/visitor-text/visitor-languages.ts';

/** What the server says: the French sentences, each with the mark of the new language. */
const SERVER_TEXTS = `
import { fr } from './fr.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const problems = Object.fromEntries(
  Object.entries(fr.problems).map(([code, text]) => [code, 'tlh: ' + text]),
) as VisitorTexts['problems'];

export const tlh: VisitorTexts = { ...fr, problems, queue: { before: (count) => 'tlh: ' + count, begun: 'tlh' } };
`;

const marked = (texts: object): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text !== 'string' ? marked(text) : key === 'direction' ? text : `tlh ${text}`,
    ]),
  );

const widgetTexts = (texts: object) =>
  `import type { Texts } from './texts.ts';\n\nexport const tlh: Texts = ${JSON.stringify(texts, null, 2)};\n`;

let copy: string;
let browser: Browser;
let guichet: GuichetProcess | undefined;
let page: Shop | undefined;

/** The product as it is, whose packages find each other and not those of the original. */
function copyProduct(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-language-'));
  for (const part of ['packages', 'scripts', 'docs', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '@guichet'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '@guichet') symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const name of readdirSync(path.join(root, 'node_modules/@guichet')))
    symlinkSync(path.join(folder, 'packages', name), path.join(modules, '@guichet', name));
  writeFileSync(
    path.join(folder, 'tsconfig.language.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['packages/contract/src', 'packages/widget/src'] }),
  );
  return folder;
}

function inCopy(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const compile = () => inCopy('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.language.json');

beforeAll(async () => {
  copy = copyProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await guichet?.end('SIGKILL');
  await page?.close();
  await browser?.close();
  rmSync(copy, { recursive: true, force: true });
});

it('speaks a language that was added by its own files and one list', { timeout: 240_000, retry: 0 }, async () => {
  const textFile = path.join(copy, `packages/widget/src/text/${TAG}.ts`);
  const { stopped: _, ...incomplete } = marked(fr) as Record<string, unknown>;
  writeFileSync(path.join(copy, `packages/contract/src/visitor-text/${TAG}.ts`), SERVER_TEXTS);
  writeFileSync(textFile, widgetTexts(incomplete));
  const list = readFileSync(path.join(root, LIST), 'utf8');
  const longer = list
    .replace(/(VISITOR_TEXTS = \{[^}]*?),? \}/, `$1, ${TAG} }`)
    .replace('import { fr }', `import { ${TAG} } from './${TAG}.ts';\nimport { fr }`);
  expect(longer.length).toBeGreaterThan(list.length + 30);
  writeFileSync(path.join(copy, LIST), longer);

  const missing = compile();
  expect(missing.status).not.toBe(0);
  expect(missing.output).toContain("'stopped' is missing");
  writeFileSync(textFile, widgetTexts(marked(fr)));
  expect(compile()).toEqual({ status: 0, output: '' });

  const built = inCopy('packages/widget/build.ts');
  expect(built.output).toContain(`text-${TAG}.js`);

  let server = '';
  page = await startPage(
    () => `<!doctype html><html lang="${TAG}-KX"><title>x</title><script src="${server}/guichet.js"></script>`,
  );
  guichet = await startGuichetProcess(
    { GUICHET_ALLOWED_ORIGINS: page.url, GUICHET_DATA_DIR: path.join(copy, 'data') },
    path.join(copy, 'packages/server/src/main.ts'),
  );
  server = guichet.url;

  const tab = await browser.newPage();
  await tab.goto(page.url);
  const chat = new Chat(tab);
  // The line on every page has no words for it, and no wrong ones.
  expect(await tab.locator('[part~=launcher]').textContent()).toBe('Chat');
  await chat.open();
  await expect.poll(() => tab.locator('[part~=launcher]').textContent()).toBe('tlh Fermer la discussion');
  const field = tab.locator('[part~=composer] textarea');
  expect(await field.getAttribute('placeholder')).toBe('tlh Posez une question');
  expect(await tab.locator('guichet-chat .root').getAttribute('lang')).toBe(TAG);
  await field.fill('x'.repeat(MAX_MESSAGE_CHARS - 1));
  await expect.poll(() => tab.locator('.count').textContent()).toBe('tlh 1 caractère restant');

  const settings = await (await fetch(`${server}/v1/sites/default`, { headers: { Origin: page.url } })).json();
  expect(settings).toMatchObject({ languages: expect.arrayContaining([TAG]) });
  const refused = await fetch(`${server}/v1/conversations`, {
    headers: { Origin: page.url, 'Accept-Language': `${TAG}, fr;q=0.5` },
  });
  expect(await refused.json()).toMatchObject({ detail: 'tlh: Cette requête demande un jeton de visiteur.' });
});
