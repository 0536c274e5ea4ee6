/** What happens before a visitor asks anything, and what a page that may not show the chat says. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteFile } from '../packages/server/src/storage/open-database.ts';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

/** Adds up what the layout shifts; what a visitor causes counts as well. */
const MEASURE_SHIFT = `window.shifted = 0; new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shifted += value;
}).observe({ type: 'layout-shift', buffered: true });`;

function rows() {
  using database = new DatabaseSync(sqliteFile(stage.guichet.dataDir), { readOnly: true });
  const count = (table: string) => Number(database.prepare(`select count(*) as many from ${table}`).get()?.many);
  return { visitor: count('visitor'), conversation: count('conversation'), run: count('run') };
}

/** The names of everything this browser keeps for the page. */
async function keptBy({ page, context }: PageVisit): Promise<string[]> {
  const stores = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
  ]);
  return [...stores, ...(await context.cookies()).map(({ name }) => `cookie ${name}`)];
}

describe('a page with the chat', () => {
  it('asks for the loader alone, keeps nothing and moves nothing; opening reads the texts; sending makes the visitor', async () => {
    const before = rows();
    const requests: string[] = [];
    const visit = await stage.visit(`<h1>Bread</h1><p>Every day but Monday.</p>${stage.line}`, {
      before: MEASURE_SHIFT,
    });
    const { page, chat, context } = visit;
    // From here on, and what came before by the browser's own list.
    page.on('request', (request) => {
      if (request.url().startsWith(stage.server))
        requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.locator('[part~=launcher]').waitFor();
    await page.waitForLoadState('networkidle');
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).filter((name) => name.startsWith(stage.server))).toEqual([`${stage.server}/guichet.js`]);
    expect(requests).toEqual([]);
    expect(await keptBy(visit)).toEqual([]);
    expect(await page.evaluate('shifted')).toBe(0);

    // Reaching for it fetches code, and nothing else.
    await page.locator('[part~=launcher]').hover();
    await page.waitForFunction(() => customElements.get('guichet-chat'));
    await page.waitForLoadState('networkidle');
    expect(requests.filter((request) => !/^GET \/w\/.*\.js$/.test(request))).toEqual([]);
    expect(requests.filter((request) => request.endsWith('/app.js'))).toHaveLength(1);
    expect(await keptBy(visit)).toEqual([]);

    await chat.open();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((request) => !/^GET \/w\/.*\.js$/.test(request))).toEqual(['GET /v1/sites/default']);
    expect(rows()).toEqual(before);
    expect(await page.evaluate('shifted')).toBe(0);
    // Of this tab alone that the panel is open, and the site's own look: nothing that tells a visitor apart.
    const kept = await keptBy(visit);
    expect(kept.filter((name) => !/:(?:open|look)$/.test(name))).toEqual([]);

    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([
      'POST /v1/sites/default/visitors',
      'POST /v1/conversations',
      expect.stringMatching(/^POST \/v1\/conversations\/.*\/messages$/),
    ]);
    expect(rows()).toEqual({ visitor: before.visitor + 1, conversation: before.conversation + 1, run: before.run + 1 });
    await context.close();
  });

  it('reads what a returning visitor left there, and asks for nothing more before they open it', async () => {
    const visit = await stage.visit(`<h1>Bread</h1>${stage.line}`);
    const { page, chat, context } = visit;
    await chat.open();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await page.getByRole('button', { name: 'Close chat' }).first().click();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.reload();
    await page.locator('[part~=launcher]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual(['GET /', 'GET /guichet.js']);
    await chat.open();
    await expect.poll(() => chat.transcript()).toEqual(['hi', 'You said: hi']);
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    await context.close();
  });
});

describe('a page that may not show the chat', () => {
  it.each([
    ['its origin is not on the list', 'default', 'http://127.0.0.1'],
    ['the site is unknown', 'no-such-site', 'http://localhost'],
  ])('says so where the visitor asks, and to the integrator: %s', async (_, site, from) => {
    const visit = await stage.visit(stage.line.replace('default', site));
    const { page, chat, context, warnings } = visit;
    await page.goto(stage.url.replace('http://localhost', from));
    await chat.open();
    const said = page.locator('.error p').first();
    await expect.poll(() => said.textContent()).toBe('This site is not on the list of sites that may show this chat.');
    await expect.poll(() => page.locator('.error .reference').count()).toBe(1);
    await chat.ask('Where is my parcel?');
    // At once, and never a word about a connection that is fine.
    await expect.poll(() => chat.answerStatus(), { timeout: 5_000 }).toBe('failed');
    expect(await chat.answers.last().textContent()).toContain('not on the list of sites');
    expect(await page.locator('[part~=panel]').textContent()).not.toContain('connection');
    const ours = warnings.filter((warning) => warning.startsWith('Guichet'));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toContain(site);
    expect(ours[0]).toContain(new URL(page.url()).origin);
    const [guide = ''] = /http\S+guide\S+/.exec(ours[0] ?? '') ?? [];
    expect((await fetch(guide)).status).toBe(200);
    expect(await (await fetch(`${stage.server}/metrics`)).text()).toMatch(
      /refusals\w*\{code="origin-not-allowed"\} [1-9]/,
    );
    await context.close();
  });
});
