/** A Guichet as it is right after it was installed, and the browser of whoever installed it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readSettings } from '../../packages/server/src/settings/read-settings.ts';
import { type RunningGuichet, startGuichet } from '../../packages/server/src/start-guichet.ts';
import { expectAccessible } from './expect-accessible.ts';

export interface WizardStageOptions {
  dataDir: string;
  environment?: Record<string, string>;
  locale?: string;
  width?: number;
}

export class WizardStage {
  readonly #guichet: RunningGuichet;
  readonly #context: BrowserContext;
  readonly #dataDir: string;
  readonly page: Page;
  /** What the browser complained about: a refusal by the page's own policy would be here. */
  readonly complaints: string[] = [];

  static async open(browser: Browser, options: WizardStageOptions): Promise<WizardStage> {
    const { dataDir, environment = {}, locale = 'en-GB', width = 1280 } = options;
    const guichet = await startGuichet({
      settings: readSettings({
        environment: { GUICHET_DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...environment },
      }),
      version: '0.0.0-e2e',
      packagesFolder: path.resolve(import.meta.dirname, '../../packages'),
      logSink: { write: () => {} },
    });
    const context = await browser.newContext({ locale, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    return new WizardStage(guichet, context, await context.newPage(), dataDir);
  }

  private constructor(guichet: RunningGuichet, context: BrowserContext, page: Page, dataDir: string) {
    this.#guichet = guichet;
    this.#context = context;
    this.#dataDir = dataDir;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  get url(): string {
    return this.#guichet.url;
  }

  /** The link that a new instance prints. */
  get claimLink(): string {
    const link = this.#guichet.claimLink?.address;
    if (link === undefined) throw new Error('This Guichet is not new: it prints no link.');
    return link;
  }

  /** Nothing that axe would complain of, and no scrolling sideways. */
  expectAccessible(): Promise<void> {
    return expectAccessible(this.page);
  }

  /** Neither in the page nor, in the open, on the disk. */
  async expectNothingKept(...secrets: string[]): Promise<void> {
    const kept = await this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input')].map((input) => input.value);
      const { cookie, documentElement } = document;
      return JSON.stringify([documentElement.outerHTML, fields, { ...localStorage }, { ...sessionStorage }, cookie]);
    });
    const files = readdirSync(this.#dataDir);
    const stored = Buffer.concat(files.map((file) => readFileSync(path.join(this.#dataDir, file))));
    for (const secret of secrets) {
      expect(kept.includes(secret), 'a secret stays in the page').toBe(false);
      expect(stored.includes(secret), 'a secret is stored in the open').toBe(false);
    }
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#guichet.close(0);
  }
}
