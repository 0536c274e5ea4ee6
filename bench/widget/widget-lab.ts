/** A browser, a Guichet with the practice server behind it, and pages that have one chat or another. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../e2e/support/open-browser.ts';
import { startTestGuichet, type TestGuichet } from '../../packages/server/src/testing/start-test-guichet.ts';

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css' };

export interface WidgetLab {
  browser: Browser;
  guichet: TestGuichet;
  /** A page on the site's origin. */
  showing(body: string): string;
  /** Address of a folder's files, on the same origin. */
  serving(folder: string): string;
  close(): Promise<void>;
}

export async function openWidgetLab(): Promise<WidgetLab> {
  let shown = '';
  const folders: string[] = [];
  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, place, number, ...names] = pathname.split('/');
    const folder = place === 'files' ? folders[Number(number)] : undefined;
    if (folder !== undefined) {
      const file = path.join(folder, ...names);
      response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'text/javascript');
      response.end(readFileSync(file));
    } else if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>A shop</title><body><h1>Bread</h1>${shown}</body></html>`);
    } else {
      // What a chat asks its own server for.
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    }
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(site.address() as AddressInfo).port}`;
  const plenty = 1_000_000;
  const guichet = await startTestGuichet({
    model: 'echo',
    environment: { GUICHET_ALLOWED_ORIGINS: url },
    limits: { visitorMessagesPerDay: plenty, addressMessagesPerDay: plenty },
  });
  const browser = await openBrowser();
  return {
    browser,
    guichet,
    showing(body) {
      shown = body;
      return url;
    },
    serving: (folder) => `${url}/files/${folders.push(folder) - 1}`,
    async close() {
      await browser.close();
      site.closeAllConnections();
      await new Promise((resolve) => site.close(resolve));
      await guichet.close();
    },
  };
}
