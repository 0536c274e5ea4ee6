/** `/chat/{site}`: who may frame it, what it may load, and what a site that is not there looks like. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN } from '../testing/visitor-client.ts';

const SHOP = 'https://www.second.example';

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet();
  const words = ['site', 'add', '--site', 'shop', `origins=${SHOP},https://*.second.example`, 'name=<Bread> & "cakes"'];
  await runCommand(words, { GUICHET_DATA_DIR: test.dataDir, OPENWEBUI_URL: test.practice.url });
  await vi.waitFor(async () => expect((await get('/chat/shop')).status).toBe(200), { timeout: 10_000 });
});
afterAll(() => test.close());

const get = (place: string, headers: Record<string, string> = {}) =>
  fetch(`${test.guichet.url}${place}`, { headers: { 'Accept-Language': 'fr', ...headers } });

/** A policy's directives by name. */
async function policyOf(place: string): Promise<Record<string, string>> {
  const policy = (await get(place)).headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/).slice(0, 2)));
}

describe('a site’s own page', () => {
  it('has the site’s name as its title, the visitor’s language, and the widget with its hash', async () => {
    const response = await get('/chat/shop');
    const page = await response.text();
    expect(response.headers.get('content-language')).toBe('fr');
    expect(page).toContain('<html lang="fr" dir="ltr">');
    expect(page).toContain('<title>&lt;Bread&gt; &amp; &quot;cakes&quot;</title>');
    expect(page).toMatch(/<guichet-chat mode="page" site="shop"><\/guichet-chat>/);
    const [, path, integrity] = /src="\.\.(\/w\/[\w.-]+\/app\.js)" integrity="(sha384-[^"]+)"/.exec(page) ?? [];
    expect(integrity).toBeTruthy();
    expect((await get(path ?? '')).status).toBe(200);
  });

  it('is written from right to left where the language is, and in the language its address asks for', async () => {
    const page = await (await get('/chat/shop?locale=ar')).text();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('site="shop" locale="ar"');
  });

  it('loads nothing but our own, and is framed by the site’s origins alone', async () => {
    const policy = await policyOf('/chat/shop');
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': `'self' ${SHOP} https://*.second.example`,
      'require-trusted-types-for': "'script'",
    });
    expect(JSON.stringify(policy)).not.toContain('unsafe');
    expect((await policyOf('/chat/default'))['frame-ancestors']).toBe(`'self' ${ORIGIN}`);
    const { headers } = await get('/chat/shop');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a panel for a page', () => {
  it.each([SHOP, 'https://a.b.second.example'])('is framed by that page’s origin alone: %s', async (from) => {
    const place = `/chat/shop?from=${encodeURIComponent(from)}`;
    expect((await get(place)).status).toBe(200);
    expect((await policyOf(place))['frame-ancestors']).toBe(from);
    expect(await (await get(place)).text()).toContain(`<meta name="guichet-from" content="${from}" data-site="shop">`);
  });

  it.each([
    ['not on the list', 'shop', 'https://evil.example'],
    ['the list’s own pattern', 'shop', 'https://*.second.example'],
    ['a second directive', 'shop', `${SHOP}; script-src *`],
    ['several origins', 'shop', `${SHOP} https://evil.example`],
    ['a path', 'shop', `${SHOP}/page`],
    ['no origin', 'shop', 'null'],
    ['nothing', 'shop', ''],
    ['markup', 'shop', '"><script>alert(1)</script>'],
    ['a long one', 'shop', `https://${'a'.repeat(300)}.second.example`],
    ['of another site', 'default', SHOP],
    ['of a site that is not there', 'no-such-site', SHOP],
  ])('is refused to anybody else, in nobody’s frame: %s', async (_, site, from) => {
    const place = `/chat/${site}?from=${encodeURIComponent(from)}`;
    const response = await get(place);
    const page = await response.text();
    expect([response.status, page.includes('<script')]).toEqual([403, false]);
    expect((await policyOf(place))['frame-ancestors']).toBe("'none'");
    if (from) expect(page).not.toContain(from);
  });

  it('that was refused is counted for the operator', async () => {
    const count = async () =>
      Number(/refusals\w*\{code="origin-not-allowed"\} (\d+)/.exec(await (await get('/metrics')).text())?.[1] ?? 0);
    const before = await count();
    await get('/chat/shop?from=https%3A%2F%2Fevil.example');
    await expect.poll(count, { timeout: 5_000 }).toBe(before + 1);
  });
});

it('a site that is unknown and one that is paused are one answer: a page in the visitor’s language that says so', async () => {
  const pause = ['site', 'pause', '--site', 'shop'];
  await runCommand(pause, { GUICHET_DATA_DIR: test.dataDir, OPENWEBUI_URL: test.practice.url });
  await expect.poll(async () => (await get('/chat/shop')).status, { timeout: 10_000 }).toBe(404);
  const [paused, unknown] = await Promise.all(
    ['shop', 'no-such-site'].map(async (site) =>
      (await (await get(`/chat/${site}`)).text()).replace(/<code>.*<\/code>/, ''),
    ),
  );
  expect(paused).toBe(unknown);
  expect(paused).toContain('<html lang="fr"');
  expect((await policyOf('/chat/shop'))['frame-ancestors']).toBe("'none'");
});
