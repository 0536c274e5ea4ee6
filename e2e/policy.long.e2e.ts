/** What Guichet says of a page's Content-Security-Policy, held against what a browser does with it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePolicy } from '../packages/server/src/set-up/page/judge-policy.ts';
import { startTestGuichet, type TestGuichet } from '../packages/server/src/testing/start-test-guichet.ts';
import { Chat } from './support/chat.ts';
import { openBrowser } from './support/open-browser.ts';

let guichet: TestGuichet;
let browser: Browser;
let shop: Server;
let shopUrl: string;
let guichetUrl: string;
/** What the shop's page is answered with next. */
let next: { policy: string; page: string } = { policy: '', page: '' };

beforeAll(async () => {
  shop = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': next.policy }).end(next.page);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => shop.once('listening', resolve));
  shopUrl = `http://localhost:${(shop.address() as AddressInfo).port}`;
  guichet = await startTestGuichet({ environment: { GUICHET_ALLOWED_ORIGINS: shopUrl } });
  guichetUrl = guichet.guichet.url;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  shop.closeAllConnections();
  shop.close();
  await guichet.close();
});

const NONCE = 'r4nd0m';

/** `G` stands for Guichet's address. */
const POLICIES: readonly { policy: string; nonce?: string }[] = [
  { policy: "default-src 'self'" },
  { policy: "default-src 'self' G" },
  { policy: "default-src 'none'; script-src G; connect-src G" },
  { policy: "default-src 'none'; script-src G; connect-src G; style-src 'none'; img-src 'none'; font-src 'none'" },
  { policy: 'script-src G; connect-src https:' },
  { policy: "script-src 'self'; connect-src G" },
  { policy: 'script-src G/guichet.js; connect-src G' },
  { policy: 'script-src G/guichet.js G/w/; connect-src G/v1/' },
  { policy: `script-src 'nonce-${NONCE}'; connect-src G`, nonce: NONCE },
  { policy: `script-src 'nonce-${NONCE}'; connect-src G` },
  { policy: `script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src G`, nonce: NONCE },
  { policy: `script-src 'nonce-${NONCE}' 'strict-dynamic' G; connect-src G` },
  { policy: "script-src-elem 'self'; script-src G; connect-src G" },
  { policy: "script-src 'none'; script-src-elem G; connect-src G" },
  { policy: "script-src G; connect-src G, connect-src 'self'" },
  { policy: "script-src G; connect-src G; require-trusted-types-for 'script'" },
  { policy: "script-src G; connect-src G; require-trusted-types-for 'script'; trusted-types guichet" },
  { policy: "script-src G; connect-src G; require-trusted-types-for 'script'; trusted-types app" },
  { policy: 'script-src localhost:*; connect-src *' },
  { policy: 'script-src http: ; connect-src http: ; sandbox allow-scripts allow-same-origin' },
];

describe('a policy', () => {
  it.each(POLICIES)('$policy $nonce', async ({ policy: written, nonce }) => {
    const server = guichetUrl;
    const policy = written.replaceAll('G', server);
    const verdict = judgePolicy({ headers: [policy], metas: [], pageUrl: `${shopUrl}/`, server, nonce });
    expect(await runs(policy, nonce)).toBe(verdict.kind === 'allows');
    if (verdict.kind !== 'blocks' || verdict.why === 'nonce') return;
    // With the directives as Guichet gives them, the browser lets it run.
    const mended = mend(policy, verdict.line).replaceAll("'nonce-…'", `'nonce-${NONCE}'`);
    expect(await runs(mended, nonce)).toBe(true);
  });
});

/** Puts the given directives in the place of those of the same name, in every policy. */
function mend(policy: string, line: string): string {
  const wanted = line.split(/\n|; /);
  const names = wanted.map((directive) => directive.split(' ')[0]);
  return policy
    .split(',')
    .map((one) => {
      const kept = one.split(';').filter((directive) => !names.includes(directive.trim().split(' ')[0]));
      return [...kept, ...wanted].join('; ');
    })
    .join(', ');
}

/** Whether a visitor gets as far as an answer that begins, or the browser stops something on the way. */
async function runs(policy: string, nonce: string | undefined): Promise<boolean> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const stopped = Promise.withResolvers<boolean>();
  await page.exposeFunction('reportStopped', () => stopped.resolve(false));
  // The loader tries a plain address first and, where that is stopped, a trusted one.
  await page.addInitScript(`addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective !== 'require-trusted-types-for') reportStopped();
  })`);
  const script = `<script async ${nonce ? `nonce="${nonce}"` : ''} src="${guichetUrl}/guichet.js" data-site="default"></script>`;
  next = { policy, page: `<!doctype html><html lang="en"><title>A shop</title><p>Bread.</p>${script}` };
  try {
    await page.goto(shopUrl);
    return await Promise.race([answered(new Chat(page)), stopped.promise]);
  } finally {
    await context.close();
  }
}

/** A visitor opens the chat and asks; never ends where the browser stops it. */
async function answered(chat: Chat): Promise<boolean> {
  try {
    await chat.open();
    await chat.ask('hi');
    await chat.answers.first().waitFor();
    return true;
  } catch {
    return new Promise(() => undefined);
  }
}
