import { describe, expect, it } from 'vitest';
import { judgePolicy, type PolicyQuestion } from './judge-policy.ts';

const SERVER = 'https://chat.example.com';
const PAGE = 'https://www.example.com/contact';

const judge = (headers: string | string[], more: Partial<PolicyQuestion> = {}) =>
  judgePolicy({ headers: [headers].flat(), metas: [], pageUrl: PAGE, server: SERVER, ...more });

const both = (sources: string) => `script-src ${sources}; connect-src ${sources}`;

describe('a page without a policy', () => {
  it('has none, also when what it says is empty', () => {
    expect(judge([])).toEqual({ kind: 'none' });
    expect(judge(['', ' ; ', ','])).toEqual({ kind: 'none' });
  });
});

describe('a policy that lets the chat run', () => {
  it.each([
    'frame-ancestors none',
    "style-src 'none'; img-src 'none'; font-src 'none'; base-uri 'none'; form-action 'none'",
    'upgrade-insecure-requests',
    'default-src *',
    'default-src https:',
    `default-src 'self' ${SERVER}`,
    both(SERVER),
    both('chat.example.com'),
    both('CHAT.Example.com'),
    both('https://chat.example.com:443'),
    both('https://chat.example.com/'),
    both('http://chat.example.com'),
    both('*.example.com'),
    both('https://*.example.com'),
    both('*:443'),
    both('https://chat.example.com:*'),
    `default-src 'none'; ${both(SERVER)}`,
    `script-src 'none'; script-src-elem ${SERVER}; connect-src ${SERVER}`,
    `SCRIPT-SRC ${SERVER}; Connect-Src ${SERVER}`,
    `script-src ${SERVER}; script-src 'none'; connect-src ${SERVER}`,
    `script-src 'unsafe-inline' ${SERVER}`,
    "worker-src 'none'; object-src 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
    "require-trusted-types-for 'script'",
    "require-trusted-types-for 'script'; trusted-types app guichet",
    "require-trusted-types-for 'script'; trusted-types *",
    'trusted-types app',
    `script-src ${SERVER}/guichet.js ${SERVER}/w/; connect-src ${SERVER}/v1/`,
  ])('%s', (policy) => {
    expect(judge(policy)).toEqual({ kind: 'allows' });
  });

  it('says so by the nonce or the hash that the script carries', () => {
    const connect = `connect-src ${SERVER}`;
    expect(judge(`script-src 'nonce-r4nd0m'; ${connect}`, { nonce: 'r4nd0m' })).toEqual({ kind: 'allows' });
    expect(judge(`script-src 'strict-dynamic' 'nonce-r4nd0m'; ${connect}`, { nonce: 'r4nd0m' })).toEqual({
      kind: 'allows',
    });
    expect(judge(`script-src 'strict-dynamic' 'sha384-Ab-_c='; ${connect}`, { integrity: 'sha384-Ab+/c=' })).toEqual({
      kind: 'allows',
    });
    expect(judge(`script-src 'sha384-Abc=' ${SERVER}/w/; ${connect}`, { integrity: 'sha384-Abc=' })).toEqual({
      kind: 'allows',
    });
  });

  it('calls the page’s own address ’self’', () => {
    expect(judge("default-src 'self'", { server: 'https://www.example.com' })).toEqual({ kind: 'allows' });
    expect(judge("default-src 'self'", { server: 'https://www.example.com/chat' })).toEqual({ kind: 'allows' });
    const http = { pageUrl: 'http://www.example.com/', server: 'https://www.example.com' };
    expect(judge("default-src 'self'", http)).toEqual({ kind: 'allows' });
  });

  it('may leave the scheme out on a page by http', () => {
    const http = { pageUrl: 'http://www.example.com/', server: 'http://chat.example.com:8787' };
    expect(judge(both('chat.example.com:8787'), http)).toEqual({ kind: 'allows' });
  });
});

describe('a policy that does not let the chat run', () => {
  it.each([
    ["default-src 'self'", ['script-src', 'connect-src'], `script-src 'self' ${SERVER}; connect-src 'self' ${SERVER}`],
    ["default-src 'none'", ['script-src', 'connect-src'], `script-src ${SERVER}; connect-src ${SERVER}`],
    ['default-src', ['script-src', 'connect-src'], `script-src ${SERVER}; connect-src ${SERVER}`],
    ["script-src 'self'", ['script-src'], `script-src 'self' ${SERVER}`],
    [
      "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
      ['script-src'],
      `script-src 'self' 'unsafe-inline' 'unsafe-eval' ${SERVER}`,
    ],
    ["script-src-elem 'self'; script-src *", ['script-src-elem'], `script-src-elem 'self' ${SERVER}`],
    [
      "connect-src 'self' https://api.example.com",
      ['connect-src'],
      `connect-src 'self' https://api.example.com ${SERVER}`,
    ],
    [`default-src 'self'; script-src ${SERVER}`, ['connect-src'], `connect-src 'self' ${SERVER}`],
    [
      `default-src 'self' cdn.example.com; connect-src *`,
      ['script-src'],
      `script-src 'self' cdn.example.com ${SERVER}`,
    ],
    [`script-src ${SERVER}/guichet.js`, ['script-src'], `script-src ${SERVER}/guichet.js ${SERVER}`],
    ["script-src 'nonce-r4nd0m'", ['script-src'], `script-src 'nonce-…' ${SERVER}`],
    ['script-src https://chat.example.com:8443', ['script-src'], `script-src https://chat.example.com:8443 ${SERVER}`],
    ['script-src *.chat.example.com', ['script-src'], `script-src *.chat.example.com ${SERVER}`],
    ['script-src wss:', ['script-src'], `script-src wss: ${SERVER}`],
    ['script-src data: blob:', ['script-src'], `script-src data: blob: ${SERVER}`],
    ["script-src 'chat.example.com'", ['script-src'], `script-src 'chat.example.com' ${SERVER}`],
  ])('%s', (policy, directives, line) => {
    expect(judge(policy)).toEqual({ kind: 'blocks', why: 'sources', directives, line });
  });

  it('by strict-dynamic, which leaves all sources but nonces and hashes aside', () => {
    const line = `<script async nonce="…" src="${SERVER}/guichet.js" data-site="default"></script>`;
    const policy = `script-src 'strict-dynamic' 'nonce-r4nd0m' 'unsafe-inline' https: ${SERVER}; connect-src ${SERVER}`;
    expect(judge(policy)).toEqual({ kind: 'blocks', why: 'nonce', directives: ['script-src'], line });
    expect(judge(policy, { nonce: 'another' })).toMatchObject({ why: 'nonce' });
    expect(judge(policy, { nonce: '' })).toMatchObject({ why: 'nonce' });
    expect(judge("default-src 'strict-dynamic' 'nonce-x' 'self'")).toEqual({
      kind: 'blocks',
      why: 'nonce',
      directives: ['script-src', 'connect-src'],
      line: `${line}\nconnect-src 'strict-dynamic' 'nonce-…' 'self' ${SERVER}`,
    });
  });

  it('by a hash that lets in the loader alone', () => {
    expect(judge("script-src 'sha384-Abc='", { integrity: 'sha384-Abc=' })).toMatchObject({
      directives: ['script-src'],
      line: `script-src 'sha384-Abc=' ${SERVER}`,
    });
    expect(
      judge("script-src 'strict-dynamic' 'sha384-Abc='", { integrity: 'sha384-Abc= sha384-Other=' }),
    ).toMatchObject({
      why: 'nonce',
    });
  });

  it('by the sandbox, which only a header can ask for', () => {
    expect(judge('sandbox')).toMatchObject({ why: 'sandbox', line: 'sandbox allow-scripts allow-same-origin' });
    expect(judge('sandbox allow-scripts')).toMatchObject({ line: 'sandbox allow-scripts allow-same-origin' });
    expect(judge([], { metas: ['sandbox'] })).toEqual({ kind: 'allows' });
  });

  it('by names of Trusted Types that are others, wherever they stand', () => {
    expect(judge("require-trusted-types-for 'script'; trusted-types app")).toEqual({
      kind: 'blocks',
      why: 'trusted-types',
      directives: ['trusted-types'],
      line: 'trusted-types app guichet',
    });
    expect(judge(["require-trusted-types-for 'script'", "trusted-types 'none'"])).toMatchObject({
      line: 'trusted-types guichet',
    });
  });
});

describe('several policies', () => {
  it('must all let it run: headers, parts of one header, and those of the page', () => {
    const good = `default-src ${SERVER}`;
    const bad = "connect-src 'self'";
    for (const verdict of [
      judge([good, bad]),
      judge(`${good}, ${bad}`),
      judge(good, { metas: [bad] }),
      judge(bad, { metas: [good] }),
    ]) {
      expect(verdict).toEqual({
        kind: 'blocks',
        why: 'sources',
        directives: ['connect-src'],
        line: `connect-src 'self' ${SERVER}`,
      });
    }
    expect(judge([good, good], { metas: [good] })).toEqual({ kind: 'allows' });
  });

  it('get a line each, once', () => {
    expect(judge(["script-src 'self'", "script-src 'self'", "connect-src 'self'"])).toMatchObject({
      directives: ['script-src', 'connect-src'],
      line: `script-src 'self' ${SERVER}\nconnect-src 'self' ${SERVER}`,
    });
  });

  it('in a page’s own element may hold commas, which do not part them', () => {
    expect(judge([], { metas: [`script-src ${SERVER} a.example, default-src 'none'`] })).toMatchObject({
      kind: 'allows',
    });
  });
});

describe('a policy that is nonsense', () => {
  it.each(['x'.repeat(40_000), ';;;;', 'script-src \u0000\u0001', "script-src é'é", '💥 💥; 💥'])(
    'breaks nothing',
    (policy) => {
      expect(() => judge(policy)).not.toThrow();
    },
  );
});

describe('pictures of other hosts', () => {
  const pictureHosts = ['images.example.net', '*.example.org'];
  const scripts = `script-src ${SERVER}; connect-src ${SERVER}`;

  it.each([
    scripts,
    `${scripts}; img-src https:`,
    `${scripts}; default-src 'none'; img-src images.example.net https://*.example.org`,
  ])('are in the way of nothing: %s', (policy) => {
    expect(judge(policy, { pictureHosts })).toEqual({ kind: 'allows' });
  });

  it('are named with what is missing, while the chat itself runs', () => {
    expect(judge(`${scripts}; img-src 'none'`, { pictureHosts })).toEqual({
      kind: 'allows',
      pictures: 'img-src https://images.example.net https://*.example.org',
    });
    expect(judge([`${scripts}; img-src 'self' *.example.org`, scripts], { pictureHosts })).toEqual({
      kind: 'allows',
      pictures: "img-src 'self' *.example.org https://images.example.net",
    });
    expect(judge("default-src 'self'", { pictureHosts })).toMatchObject({
      kind: 'blocks',
      pictures: "img-src 'self' https://images.example.net https://*.example.org",
    });
  });

  it('need nothing where the site shows none', () => {
    expect(judge(`${scripts}; img-src 'none'`)).toEqual({ kind: 'allows' });
  });
});
