import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { wizardEn } from '../wizard-text-en.ts';
import { lookAtPage } from './look-at-page.ts';

const GUICHET = 'https://chat.example.com';
const LINE = `<script async src="${GUICHET}/guichet.js" data-site="default"></script>`;
const TEXT = `<p>${'A shop that sells many things. '.repeat(10)}</p>`;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = (html: string, headers: Record<string, string | string[]> = {}, status = 200) =>
  serve((_, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(html);
  });

const look = (url: string, more: Partial<Parameters<typeof lookAtPage>[1]> = {}) =>
  lookAtPage(url, {
    ownAddresses: [GUICHET],
    snippet: LINE,
    allowedOrigins: [URL.parse(url)?.origin ?? ''],
    texts: wizardEn.site,
    signal: new AbortController().signal,
    ...more,
  });

describe('a look at one’s own page', () => {
  it('finds that all is well', async () => {
    const url = await page(TEXT + LINE);
    expect(await look(url)).toEqual({
      url: `${url}/`,
      status: 200,
      snippet: 'found',
      policy: { kind: 'none' },
      originAllowed: true,
      advice: [],
    });
  });

  it('says what a policy lacks for the pictures that the site shows', async () => {
    const policy = `default-src 'self'; script-src ${GUICHET}; connect-src ${GUICHET}`;
    const url = await page(TEXT + LINE, { 'Content-Security-Policy': policy });
    expect(await look(url, { pictureHosts: ['images.example.net'] })).toMatchObject({
      policy: { kind: 'allows' },
      advice: [expect.stringContaining("img-src 'self' https://images.example.net")],
    });
    expect(await look(url)).toMatchObject({ policy: { kind: 'allows' }, advice: [] });
  });

  it('names what is missing, with the very line', async () => {
    const url = await page(TEXT, { 'Content-Security-Policy': ["default-src 'self'", "img-src 'self'"] });
    const seen = await look(url, { allowedOrigins: [] });
    expect(seen).toMatchObject({ snippet: 'missing', originAllowed: false });
    expect(seen.policy).toEqual({
      kind: 'blocks',
      directives: ['script-src', 'connect-src'],
      line: `script-src 'self' ${GUICHET}; connect-src 'self' ${GUICHET}`,
    });
    expect(seen.advice).toEqual([
      expect.stringContaining(LINE),
      expect.stringContaining(`script-src 'self' ${GUICHET}`),
      expect.stringContaining(url),
    ]);
  });

  it('tells a line that leads elsewhere, and a page that only scripts make', async () => {
    const url = await page(TEXT + LINE.replace('chat.', 'old.'));
    expect(await look(url)).toMatchObject({
      snippet: 'other-server',
      advice: [expect.stringContaining('https://old.example.com')],
    });
    server?.close();
    expect(await look(await page('<div id="app"></div><script src="/x.js"></script>'))).toMatchObject({
      snippet: 'unknown',
      advice: [expect.stringContaining('cannot tell whether the line is on it')],
    });
  });

  it('judges by the policy in the page, and by the nonce of the line', async () => {
    const policy = `script-src 'strict-dynamic' 'nonce-r4'; connect-src ${GUICHET}`;
    const meta = `<head><meta http-equiv="Content-Security-Policy" content="${policy}"></head>`;
    expect((await look(await page(meta + TEXT + LINE))).policy).toMatchObject({ kind: 'blocks' });
    server?.close();
    expect((await look(await page(meta + TEXT + LINE.replace('async', 'async nonce="r4"')))).policy).toEqual({
      kind: 'allows',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s', async (encoding, pack) => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': encoding }).end(pack(TEXT + LINE));
    });
    expect(await look(url)).toMatchObject({ snippet: 'found' });
  });

  it('reads pages of any status, and says so', async () => {
    expect(await look(await page(TEXT + LINE, {}, 404))).toMatchObject({
      snippet: 'found',
      status: 404,
      advice: [expect.stringContaining('404')],
    });
  });

  it('shows where a page leads without what it hands over there', async () => {
    const url = await serve((request, response) => {
      if (request.url?.includes('token'))
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Sign in</p>');
      else response.writeHead(302, { Location: '/sign-in?token=private#token=private' }).end();
    });
    const seen = await look(url);
    expect(seen.url).toBe(new URL('/sign-in', url).href);
    expect(JSON.stringify(seen)).not.toContain('private');
  });

  it('follows five redirections and no sixth', async () => {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { Location: `/${left - 1}` }).end();
      else response.writeHead(200, { 'Content-Type': 'text/html' }).end(TEXT + LINE);
    };
    const url = await serve(answer);
    expect(await look(`${url}/5`)).toMatchObject({ url: `${url}/0`, snippet: 'found' });
    expect(await look(`${url}/6`)).toMatchObject({ unreadable: expect.stringContaining('more than five times') });
  });

  it('reads two megabytes and no more', async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.write(TEXT + LINE);
      const more = () => {
        while (!response.destroyed && sent < 64 * 1024 * 1024) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 120))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(await look(url)).toMatchObject({ snippet: 'found' });
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it('is not blown up by a little that unpacks to a lot', async () => {
    const url = await serve((_, response) => {
      const bomb = gzipSync(Buffer.concat([Buffer.from(TEXT + LINE), Buffer.alloc(64 * 1024 * 1024)]));
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }).end(bomb);
    });
    expect(await look(url)).toMatchObject({ snippet: 'found' });
  });
});

describe('a page that cannot be read', () => {
  const why = async (url: string, more = {}) => (await look(url, more)).unreadable;
  const { unreadable } = wizardEn.site;

  it.each([
    ['', 'none'],
    ['no address', 'none'],
    ['ftp://x.example/', 'none'],
    ['file:///etc/passwd', 'none'],
    ['https://a:b@x.example/', 'none'],
  ] as const)('"%s" is no address', async (url, reason) => {
    expect(await why(url)).toBe(unreadable[reason]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://0.0.0.0/',
    'http://100.100.100.200/',
  ])('%s is not asked', async (url) => {
    expect(await why(url)).toBe(unreadable.forbidden);
  });

  it('may not be reached by a detour either', async () => {
    const url = await serve((_, response) => {
      response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    expect(await why(url)).toBe(unreadable.forbidden);
  });

  it('leads to something else than the web, is no page, or breaks off', async () => {
    expect(
      await why(await serve((_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end())),
    ).toBe(unreadable['redirect-elsewhere']);
    server?.close();
    expect(await why(await page('{}', { 'Content-Type': 'application/json' }))).toBe(unreadable['no-page']);
    server?.close();
    expect(
      await why(
        await serve((_, response) => {
          response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '1000' });
          response.write('<p>', () => response.destroy());
        }),
      ),
    ).toBe(unreadable.broken);
  });

  it('does not answer in time, before or after its first bytes', async () => {
    expect(await why(await serve(() => undefined), { limitMs: 100 })).toBe(unreadable.timeout);
    server?.closeAllConnections();
    server?.close();
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.write('<p>');
    });
    expect(await why(url, { limitMs: 200 })).toBe(unreadable.timeout);
  });

  it('is not there at all', async () => {
    const url = await serve(() => undefined);
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    expect(await why(url)).toBe(unreadable.refused);
    expect(await why('http://nothing.invalid/')).toBe(unreadable['not-found']);
  });

  it('gives nothing of its body away', async () => {
    const seen = await look(await page(`${TEXT}<p>internal-secret-9</p>`, { 'X-Secret': 'internal-secret-9' }));
    expect(JSON.stringify(seen)).not.toContain('internal-secret-9');
  });

  it('is not waited for by somebody who has gone', async () => {
    const gone = new AbortController();
    const url = await serve(() => gone.abort());
    await expect(look(url, { signal: gone.signal })).rejects.toThrow();
  });
});
