import { type Browser, chromium } from 'playwright-core';

/**
 * A browser without the background traffic that a closed network would only fail.
 * @param more arguments of its own
 */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.GUICHET_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // No process is kept ready for a page that may come: a third of what opening a page costs.
      '--renderer-process-limit=1',
      ...more,
    ],
  });
}
