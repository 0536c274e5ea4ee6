/** What is in each picture of the running product, and how to get there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locale } from '@guichet/contract/locale';
import { startPractice } from '@guichet/openwebui/practice';
import type { Page } from 'playwright-core';
import { createAdminSessions } from '../../packages/server/src/admin/admin-sessions.ts';
import { readSettings } from '../../packages/server/src/settings/read-settings.ts';
import { startGuichet } from '../../packages/server/src/start-guichet.ts';
import { openSqlite } from '../../packages/server/src/storage/open-sqlite.ts';
import { createSqlAdminRecords } from '../../packages/server/src/storage/sql-admin-records.ts';
import { startTestGuichet, type TestGuichet } from '../../packages/server/src/testing/start-test-guichet.ts';

export interface PictureStage {
  /** Brings a fresh page to the moment the picture is of. */
  show(page: Page): Promise<void>;
  close(): Promise<void>;
}

export interface PicturePlan {
  /** As pages name it: `{{figure NAME | …}}`. */
  name: string;
  /** Of the picture, in CSS pixels. */
  height: number;
  set(locale: Locale): Promise<PictureStage>;
}

const QUESTIONS: Readonly<Record<Locale, string>> = {
  en: 'What is Guichet?',
  fr: 'Qu’est-ce que Guichet\u202f?',
};

/** Made up, and of no use anywhere: the shape alone is what the pictures are about. */
const UNKNOWN_KEY = `sk-${'3f2b8c1e5d4a'}${'4b6c8e7f9a0b'}${'1c2d3e4f'}`;
const PROVIDER_KEY = `sk-proj-${'Ab1'.repeat(16)}`;

export const PICTURES: readonly PicturePlan[] = [
  { name: 'widget', height: 660, set: setWidget },
  { name: 'wizard', height: 600, set: setWizard },
  { name: 'diagnosis', height: 890, set: setDiagnosis },
  { name: 'key-field', height: 400, set: setKeyField },
];

/** Guichet as it is right after the installation: the practice server answers. */
async function startPracticing(locale: Locale, more: Record<string, string> = {}): Promise<TestGuichet> {
  return startTestGuichet({
    environment: { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '', OPENWEBUI_MODEL: '', GUICHET_LOCALE: locale, ...more },
  });
}

async function setWidget(locale: Locale): Promise<PictureStage> {
  let guichetUrl = '';
  const shop = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(shopPage(guichetUrl, locale));
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const test = await startPracticing(locale, { GUICHET_ALLOWED_ORIGINS: url });
  guichetUrl = test.guichet.url;
  return {
    async show(page) {
      await page.goto(url);
      await page.locator('[part~=launcher]').click();
      await page.locator('[part~=composer] textarea').fill(QUESTIONS[locale]);
      await page.keyboard.press('Enter');
      await page.locator('[part~=message-assistant][data-status=complete]').waitFor();
      // From the question on, without the pointer: the widget has gone to the answer's end.
      await page.mouse.move(0, 0);
      await page.locator('[part~=message-user]').evaluate((question) => question.scrollIntoView({ block: 'start' }));
    },
    async close() {
      shop.closeAllConnections();
      shop.close();
      await test.close();
    },
  };
}

async function setWizard(locale: Locale): Promise<PictureStage> {
  const practice = await startPractice({ fresh: true });
  const opened: (() => Promise<void>)[] = [];
  return {
    // A new instance each time: its link works once.
    async show(page) {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-pictures-'));
      const environment = { GUICHET_DATA_DIR: dataDir, GUICHET_LOCALE: locale, PORT: '0', HOST: '127.0.0.1' };
      const guichet = await startGuichet({
        settings: readSettings({ environment }),
        version: '0.0.0-pictures',
        packagesFolder: path.resolve(import.meta.dirname, '../../packages'),
        logSink: { write: () => {} },
      });
      opened.push(async () => {
        await guichet.close(0);
        rmSync(dataDir, { recursive: true, force: true });
      });
      await page.goto(guichet.claimLink?.address ?? '');
      await page.locator('main input[type=password]').fill('quatre mots en file indienne');
      await page.locator('main .button.main').click();
      await page.locator('main input[type=password]').waitFor({ state: 'detached' });
      await page.locator('main input').first().fill(practice.url);
      await page.locator('#address-verdict .verdict.ok').waitFor();
    },
    async close() {
      for (const close of opened) await close();
      await practice.close();
    },
  };
}

async function setDiagnosis(): Promise<PictureStage> {
  const test = await startTestGuichet({ environment: { OPENWEBUI_API_KEY: UNKNOWN_KEY } });
  return {
    async show(page) {
      await signIn(page, test, '/diagnostic');
      // The report to share is there once everything was looked at.
      await page.locator('#share').waitFor();
      await page.evaluate(() => {
        document.querySelector('.outcome-card')?.scrollIntoView();
        scrollBy(0, -8);
      });
    },
    close: () => test.close(),
  };
}

async function setKeyField(): Promise<PictureStage> {
  const test = await startTestGuichet();
  return {
    async show(page) {
      await signIn(page, test, '/console/keys');
      await page.locator('#new-key').fill(PROVIDER_KEY);
      await page.locator('#replace-heading').evaluate((element) => {
        element.scrollIntoView();
        scrollBy(0, -16);
      });
    },
    close: () => test.close(),
  };
}

async function signIn(page: Page, test: TestGuichet, to: string): Promise<void> {
  const database = openSqlite(path.join(test.dataDir, 'guichet.db'));
  const link = await createAdminSessions(createSqlAdminRecords(database)).createLink();
  await database.destroy();
  await page.goto(`${test.guichet.url}/console/keys#link=${link}`);
  await page.locator('.card').first().waitFor();
  if (to !== '/console/keys') await page.goto(test.guichet.url + to);
}

/** Somebody's page, as an outline: the chat is what the picture is of. */
function shopPage(guichetUrl: string, locale: Locale): string {
  const bar = (width: number) => `<i style="width:${width}%"></i>`;
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>:root{color-scheme:light dark;--ground:#fbfaf7;--bar:#e6e2d8}@media(prefers-color-scheme:dark){:root{--ground:#14171a;--bar:#2a3035}}
body{margin:0;padding:40px;background:var(--ground)}i{display:block;height:14px;margin:0 0 18px;border-radius:7px;background:var(--bar)}i:first-of-type{height:34px;margin-bottom:34px}</style>
${[38, 92, 88, 95, 60, 90, 84, 93, 45, 91, 87, 66].map(bar).join('')}
<script async src="${guichetUrl}/guichet.js" data-site="default"></script></html>`;
}
