/**
 * Everything a journey needs: Open WebUI (the practice server, or a real one named by OPENWEBUI_URL, _API_KEY), Guichet
 * before it, a network between Guichet and the browser, and a shop with the widget on another origin.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPractice } from '@guichet/openwebui/practice';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readSettings } from '../../packages/server/src/settings/read-settings.ts';
import { startGuichet } from '../../packages/server/src/start-guichet.ts';
import { type Network, startNetwork } from './network.ts';
import { openBrowser } from './open-browser.ts';
import { startShop } from './shop.ts';

export interface Stage {
  browser: Browser;
  network: Network;
  shopUrl: string;
  guichetUrl: string;
  credential: string;
  log: string[];
  /** Every byte Guichet stored, each file as it is. */
  storedBytes(): Buffer;
  /** The shop's page as a new visitor in a new browser profile sees it. */
  visit(options?: { locale?: string; shopUrl?: string }): Promise<{ page: Page; context: BrowserContext }>;
  close(): Promise<void>;
}

/** The model that tells one word each 300 ms: slow enough to see, the same on practice and real servers. */
const MODEL = 'slow';

/** @param options.model `echo` says at once what it was asked */
export async function setStage({ model = MODEL }: { model?: string } = {}): Promise<Stage> {
  const upstream = await openWebUi();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-e2e-'));
  const log: string[] = [];
  let networkUrl = '';
  const shop = await startShop(() => networkUrl);
  const guichet = await startGuichet({
    settings: readSettings({
      environment: {
        OPENWEBUI_URL: upstream.url,
        OPENWEBUI_API_KEY: upstream.credential,
        OPENWEBUI_MODEL: model,
        GUICHET_ALLOWED_ORIGINS: shop.url,
        GUICHET_DATA_DIR: dataDir,
        PORT: '0',
        HOST: '127.0.0.1',
      },
    }),
    version: '0.0.0-e2e',
    packagesFolder: path.resolve(import.meta.dirname, '../../packages'),
    logSink: { write: (line) => log.push(line) },
    limits: { addressVisitorsPerMinute: 1_000, addressRequestsPerMinute: 100_000 },
  });
  const guichetUrl = guichet.url.replace('localhost', '127.0.0.1');
  const network = await startNetwork(guichetUrl);
  networkUrl = network.url;
  const browser = await openBrowser();

  return {
    browser,
    network,
    shopUrl: shop.url,
    guichetUrl,
    credential: upstream.credential,
    log,
    storedBytes() {
      const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
      return Buffer.concat(files.map((file) => readFileSync(path.join(dataDir, file))));
    },
    async visit(options = {}) {
      const context = await browser.newContext({ locale: options.locale ?? 'en-GB' });
      const page = await context.newPage();
      await page.goto(options.shopUrl ?? shop.url);
      return { page, context };
    },
    async close() {
      await browser.close();
      await network.close();
      await guichet.close(0);
      await upstream.close();
      await shop.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openWebUi(): Promise<{ url: string; credential: string; close: () => Promise<void> }> {
  const { OPENWEBUI_URL: url, OPENWEBUI_API_KEY: credential } = process.env;
  if (url && credential) return { url, credential, close: async () => {} };
  const practice = await startPractice();
  return {
    url: practice.url,
    credential: practice.state.makeKey(practice.state.addAccount()),
    close: () => practice.close(),
  };
}
