/** A page of somebody's, written by the test, with a Guichet that lets its origin in. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  startTestGuichet,
  type TestGuichet,
  type TestGuichetOptions,
} from '../../packages/server/src/testing/start-test-guichet.ts';
import { Chat } from './chat.ts';
import { openBrowser } from './open-browser.ts';

export interface VisitOptions {
  locale?: string;
  width?: number;
  /** Narrow, and touched instead of pointed at. */
  phone?: true;
  /** Runs before anything of the page. */
  before?: string;
  /** Headers of the page. */
  headers?: Record<string, string>;
  /** What the visitor allows, as the browser calls it. */
  permissions?: string[];
  /** What stands at other paths of the site. */
  files?: Record<string, { type: string; text: string }>;
}

export interface PageStageOptions extends TestGuichetOptions {
  browserArguments?: readonly string[];
}

export interface PageVisit {
  page: Page;
  chat: Chat;
  context: BrowserContext;
  /** What nobody caught. */
  errors: string[];
  warnings: string[];
}

export class PageStage {
  readonly browser: Browser;
  readonly guichet: TestGuichet;
  readonly url: string;
  readonly #show: (page: string, options: VisitOptions) => void;
  readonly #closeSite: () => Promise<void>;

  static async open({ browserArguments, ...options }: PageStageOptions = {}): Promise<PageStage> {
    let shown: { page: string; options: VisitOptions } = { page: '', options: {} };
    const site = createServer((request, response) => {
      const file = shown.options.files?.[request.url ?? ''];
      response.writeHead(200, {
        'Content-Type': `${file?.type ?? 'text/html'}; charset=utf-8`,
        ...(!file && shown.options.headers),
      });
      response.end(file?.text ?? shown.page);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const url = `http://localhost:${(site.address() as AddressInfo).port}`;
    const guichet = await startTestGuichet({
      ...options,
      environment: { GUICHET_ALLOWED_ORIGINS: url, ...options.environment },
    });
    const show = (page: string, wish: VisitOptions) => {
      shown = { page, options: wish };
    };
    return new PageStage(await openBrowser(browserArguments), guichet, url, show, () => {
      site.closeAllConnections();
      return new Promise((resolve) => site.close(() => resolve()));
    });
  }

  private constructor(
    browser: Browser,
    guichet: TestGuichet,
    url: string,
    show: (page: string, options: VisitOptions) => void,
    closeSite: () => Promise<void>,
  ) {
    this.browser = browser;
    this.guichet = guichet;
    this.url = url;
    this.#show = show;
    this.#closeSite = closeSite;
  }

  /** Guichet's address, as a page names it. */
  get server(): string {
    return this.guichet.guichet.url;
  }

  /** The line as the guide gives it. */
  get line(): string {
    return `<script async src="${this.server}/guichet.js" data-site="default"></script>`;
  }

  /** A new visitor, in a browser profile of their own, on a page with this body. */
  async visit(body: string, options: VisitOptions = {}): Promise<PageVisit> {
    const { locale = 'en-GB', phone = false, width = phone ? 390 : 1280, permissions = [] } = options;
    this.#show(
      `<!doctype html><html lang="${locale.slice(0, 2)}"><head><title>A shop</title></head><body>${body}</body></html>`,
      options,
    );
    const context = await this.browser.newContext({
      locale,
      viewport: { width, height: 800 },
      hasTouch: phone,
      isMobile: phone,
      permissions,
    });
    const page = await context.newPage();
    const [errors, warnings]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    if (options.before) await page.addInitScript(options.before);
    await page.goto(this.url);
    return { page, chat: new Chat(page), context, errors, warnings };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#closeSite();
    await this.guichet.close();
  }
}
