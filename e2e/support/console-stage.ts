/** A Guichet, an operator's browser that is signed in to its console, and what a test asks of every page. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newLink } from '../../packages/server/src/testing/operator.ts';
import {
  startTestGuichet,
  type TestGuichet,
  type TestGuichetOptions,
} from '../../packages/server/src/testing/start-test-guichet.ts';
import { expectAccessible } from './expect-accessible.ts';

export interface ConsoleStageOptions extends TestGuichetOptions {
  locale?: string;
  width?: number;
}

export class ConsoleStage {
  readonly guichet: TestGuichet;
  readonly page: Page;
  readonly #context: BrowserContext;
  /** What the browser complained about: a refusal by the page's own policy would be here. */
  readonly complaints: string[] = [];

  static async open(browser: Browser, options: ConsoleStageOptions = {}): Promise<ConsoleStage> {
    const { locale = 'en-GB', width = 1280, ...guichetOptions } = options;
    const guichet = await startTestGuichet(guichetOptions);
    const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
    const stage = new ConsoleStage(guichet, context, await context.newPage());
    await stage.signIn();
    return stage;
  }

  private constructor(guichet: TestGuichet, context: BrowserContext, page: Page) {
    this.guichet = guichet;
    this.page = page;
    this.#context = context;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  /** By a link, as `npx guichet admin link` makes one beside the running server. */
  async signIn(): Promise<void> {
    const link = await newLink(this.guichet.dataDir);
    await this.page.goto(`${this.guichet.guichet.url}/console/keys#link=${link}`);
    await this.page.locator('.card').waitFor();
  }

  /** One section of the page, by the id of it. */
  section(id: string): Locator {
    return this.page.locator(`#${id}`);
  }

  async expectNothingKept(...secrets: string[]): Promise<void> {
    const kept = await this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input')].map((input) => input.value);
      const stores = [{ ...localStorage }, { ...sessionStorage }];
      const { cookie, documentElement } = document;
      return JSON.stringify([documentElement.outerHTML, fields, stores, cookie, location.href, history.state]);
    });
    const files = readdirSync(this.guichet.dataDir);
    const stored = Buffer.concat(files.map((file) => readFileSync(path.join(this.guichet.dataDir, file))));
    for (const secret of secrets) {
      expect(kept.includes(secret), 'a secret stays in the page').toBe(false);
      expect(stored.includes(secret), 'a secret is stored in the open').toBe(false);
    }
  }

  /** Nothing that axe would complain of, and no scrolling sideways. */
  expectAccessible(): Promise<void> {
    return expectAccessible(this.page);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.guichet.close();
  }
}
