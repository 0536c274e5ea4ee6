import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type {
  AddressCheckView,
  ModelListView,
  PageLookView,
  WizardStep,
  WizardView,
} from '@guichet/contract/set-up-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { walkToFirstAnswer } from '../testing/walk-to-first-answer.ts';

const EMPTY = { OPENWEBUI_URL: '', OPENWEBUI_API_KEY: '', OPENWEBUI_MODEL: '', GUICHET_ALLOWED_ORIGINS: '' };
const PASSWORD = 'otter lamp violin rain';

let test: TestGuichet;
let operator: Operator;

async function begin(environment: Record<string, string> = EMPTY): Promise<void> {
  test = await startTestGuichet({ environment, practice: { version: '0.12.4' } });
  operator = await Operator.signIn(test.guichet.url, test.dataDir);
}
afterEach(() => test.close());

const wizard = () => operator.ask<WizardView>('GET', '/set-up');
const goTo = (step: WizardStep) => operator.ask<WizardView>('PUT', '/set-up', { step });
const keep = (changes: Record<string, string>) => operator.request('PUT', '/settings', { changes });
const check = (text: string, language = 'en') =>
  operator
    .request('POST', '/set-up/address', { text }, { 'Accept-Language': language })
    .then((response) => response.json() as Promise<AddressCheckView>);

describe('where the wizard stands', () => {
  beforeEach(() => begin());

  it('is the first thing that is missing, further on as each is given, and found again after a restart', async () => {
    expect(await wizard()).toEqual({
      step: 'password',
      hasCredential: false,
      allowedOrigins: [],
      snippet: `<script async src="${test.guichet.url}/guichet.js" data-site="default"></script>`,
      practice: true,
    });
    await operator.request('PUT', '/password', { password: PASSWORD });
    expect(await wizard()).toMatchObject({ step: 'address' });
    await keep({ OPENWEBUI_URL: test.practice.url });
    expect(await wizard()).toMatchObject({ step: 'credential', practice: false, openWebUiUrl: test.practice.url });
    await operator.request('PUT', '/credential', { text: test.credential });
    expect(await wizard()).toMatchObject({ step: 'model', hasCredential: true });
    expect(await goTo('place')).toMatchObject({ step: 'place' });
    await test.restart();
    const again = new Operator(test.guichet.url);
    await again.request('POST', '/session', { password: PASSWORD });
    expect(await again.ask('GET', '/set-up')).toMatchObject({ step: 'place', hasCredential: true });
  });

  it('is not beyond what is needed, whatever is wished', async () => {
    expect(await goTo('snippet')).toMatchObject({ step: 'password' });
    expect((await operator.request('PUT', '/set-up', { step: 'nowhere' })).status).toBe(400);
  });

  it('names the public address in the line to copy once there is one', async () => {
    await keep({ GUICHET_PUBLIC_URL: 'https://guichet.example' });
    expect((await wizard()).snippet).toContain('src="https://guichet.example/guichet.js"');
  });
});

describe('a set-up by environment', () => {
  beforeEach(() => begin({}));

  it('goes on with what is still missing', async () => {
    await operator.request('PUT', '/password', { password: PASSWORD });
    expect(await wizard()).toMatchObject({ step: 'try', model: 'echo', hasCredential: true, practice: false });
  });

  it('lists the models with their names and the chosen one', async () => {
    const list = await operator.ask<ModelListView>('GET', '/models');
    expect(list.chosen).toBe('echo');
    expect(list.models.find(({ id }) => id === 'echo')).toEqual({ id: 'echo', name: 'echo', suggestions: [] });
    expect(list.failure).toBeUndefined();
  });

  it('says why there are none', async () => {
    test.practice.state.deleteAccount(test.account);
    const list = await operator.ask<ModelListView>('GET', '/models');
    expect(list).toMatchObject({ models: [], failure: { text: expect.stringMatching(/\.$/) } });
    expect(list.failure?.cause).not.toBe('unknown');
  });
});

describe('a look at one’s own site', () => {
  beforeEach(() => begin());

  it('finds the line of the wizard on the page and says what is missing', async () => {
    const { snippet } = await wizard();
    const site = await serve(`<p>${'A shop that sells things. '.repeat(10)}</p>${snippet}`);
    const url = `http://127.0.0.1:${portOf(site)}`;
    try {
      const seen = await operator.ask<PageLookView>('POST', '/set-up/page', { url });
      expect(seen).toMatchObject({ snippet: 'found', policy: { kind: 'none' }, originAllowed: false, status: 200 });
      expect(seen.advice).toEqual([expect.stringContaining(url)]);
      await keep({ GUICHET_ALLOWED_ORIGINS: url });
      expect(await operator.ask('POST', '/set-up/page', { url })).toMatchObject({ originAllowed: true, advice: [] });
    } finally {
      site.close();
    }
  });
});

describe('the whole way', () => {
  it.each(['0.9.6', '0.12.4'])(
    'leads from an empty data folder to the first answer of an Open WebUI %s that was just installed, by HTTP alone',
    async (version) => {
      test = await startTestGuichet({ environment: EMPTY, practice: { version, fresh: true } });
      const walk = await walkToFirstAnswer({
        guichetUrl: test.guichet.url,
        link: test.guichet.claimLink?.address.split('#link=')[1] ?? '',
        typedAddress: `${test.practice.url}/api/v1`,
        administrator: { email: 'admin@example.com', password: 'admin-password' },
        model: 'echo',
        password: PASSWORD,
      });
      expect(walk.answer).toBe('You said: hi');
      const seen = Buffer.concat([storedBytes(test.dataDir), Buffer.from(test.log.join(''))]);
      for (const secret of [PASSWORD, 'admin-password']) expect(seen.includes(secret)).toBe(false);
    },
  );
});

describe('an address that is being typed', () => {
  beforeEach(() => begin());

  it('is asked without being kept, and cleaned of what was pasted along', async () => {
    const found = await check(`${test.practice.url}/api/v1/`);
    expect(found).toMatchObject({
      address: test.practice.url,
      usable: true,
      version: '0.12.4',
      cleaned: 'Guichet removed /api/v1/: it needs only the start of the address.',
    });
    expect(found.findings.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(await wizard()).toMatchObject({ step: 'password', practice: true });
  });

  it('gets the beginning it lacks', async () => {
    const { port } = new URL(test.practice.url);
    expect(await check(`localhost:${port}`, 'fr')).toMatchObject({
      address: `http://localhost:${port}`,
      usable: true,
      cleaned: 'Guichet a ajouté http:// au début.',
    });
  });

  it('is named as what it is when something else answers, or nothing', async () => {
    const other = await serve('<html><title>Shop</title><body>Hello</body></html>');
    try {
      const found = await check(`http://127.0.0.1:${portOf(other)}`);
      expect(found.usable).toBe(false);
      expect(found.findings[0]).toMatchObject({ cause: 'not-open-webui', status: 'fail' });
    } finally {
      other.close();
    }
    const closed = await serve('');
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect((await check(`http://127.0.0.1:${port}`)).findings[0]).toMatchObject({ cause: 'connection-refused' });
  });

  it('is not looked up when it holds a key, a password or the address of the cloud', async () => {
    for (const text of [
      `sk-${'0123456789abcdef'.repeat(2)}`,
      'https://a:b@chat.example.com',
      'http://169.254.169.254/',
    ]) {
      const found = await check(text);
      expect(found).toMatchObject({ usable: false, findings: [], refusal: expect.stringMatching(/\.$/) });
      expect(found.address).toBeUndefined();
      expect(JSON.stringify(found)).not.toContain('0123456789');
    }
  });

  it('gives way to the one typed after it', async () => {
    const slow = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => slow.once('listening', resolve));
    try {
      const [first, second] = await Promise.all([
        check(`http://127.0.0.1:${portOf(slow)}`),
        new Promise((resolve) => slow.once('request', resolve)).then(() => check(test.practice.url)),
      ]);
      expect(first).toMatchObject({ code: 'check-superseded' });
      expect(second).toMatchObject({ usable: true });
    } finally {
      slow.closeAllConnections();
      slow.close();
    }
  });

  it('is for operators only', async () => {
    const stranger = new Operator(test.guichet.url);
    for (const [method, place] of [
      ['POST', '/set-up/address'],
      ['POST', '/set-up/page'],
      ['GET', '/set-up'],
      ['PUT', '/set-up'],
      ['GET', '/models'],
      ['GET', '/settings'],
      ['PUT', '/settings'],
    ] as const) {
      expect((await stranger.request(method, place, method === 'GET' ? undefined : { text: 'x' })).status).toBe(401);
    }
  });
});

async function serve(body: string): Promise<Server> {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(body));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function storedBytes(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((file) => readFileSync(path.join(folder, file))));
}
