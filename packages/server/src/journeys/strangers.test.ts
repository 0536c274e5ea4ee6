/** What a stranger may have a little of: pages, readers, places in line, networks, names. */
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet, type TestGuichetOptions } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

async function start(options: TestGuichetOptions = {}): Promise<TestGuichet> {
  test = await startTestGuichet(options);
  return test;
}

interface Page {
  messages: { text: string }[];
  earlier?: string;
}

/** The run that answers now. */
async function runOf(visitor: VisitorClient, conversation: string): Promise<string> {
  const { messages } = await visitor.json<{ messages: { runId?: string }[] }>(`/v1/conversations/${conversation}`);
  return messages.at(-1)?.runId ?? '';
}

describe('a long conversation', () => {
  it('comes in pages, the newest first, with the same fields', async () => {
    const { guichet } = await start();
    const visitor = await VisitorClient.arrive(guichet.url);
    const conversation = await visitor.newConversation();
    for (let number = 0; number < 4; number++) await visitor.ask(conversation, `Question ${number}`);
    const path = `/v1/conversations/${conversation}`;
    const whole = await visitor.json<Page>(path);
    expect(whole.messages).toHaveLength(8);
    expect(whole.earlier).toBeUndefined();
    const newest = await visitor.json<Page>(`${path}?limit=3`);
    expect(newest.messages).toEqual(whole.messages.slice(-3));
    const older = await visitor.json<Page>(`${path}?limit=100&before=${newest.earlier}`);
    expect(older).toEqual({ ...whole, messages: whole.messages.slice(0, 5) });
    for (const wrong of ['before=x', 'before=-1', 'limit=0', 'limit=x', `before=${'9'.repeat(30)}`]) {
      expect((await visitor.request(`${path}?${wrong}`)).status, wrong).toBe(400);
    }
  });
});

describe('limits in total', () => {
  it('refuses more readers of a run than it may have, and lets others in when one leaves', async () => {
    const { guichet } = await start({ model: 'slow', limits: { readersPerRun: 3 } });
    const visitor = await VisitorClient.arrive(guichet.url);
    const conversation = await visitor.newConversation();
    const asked = await visitor.post(conversation, 'one two three four five six seven eight nine');
    expect(asked.status).toBe(200);
    const runId = await runOf(visitor, conversation);
    const second = await visitor.resume(runId);
    const third = await visitor.resume(runId);
    expect([second.status, third.status]).toEqual([200, 200]);
    const refused = await visitor.resume(runId);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'too-many-readers', retryAfter: 10 });
    await third.body?.cancel();
    await expect.poll(async () => (await visitor.resume(runId)).status).toBe(200);
    await visitor.request(`/v1/runs/${runId}/stop`, { method: 'POST' });
  });

  it('refuses more readers of one visitor, whatever they read', async () => {
    const { guichet } = await start({ model: 'slow', limits: { readersPerVisitor: 2 } });
    const visitor = await VisitorClient.arrive(guichet.url);
    const conversation = await visitor.newConversation();
    const asked = await Promise.all([1, 2].map(() => visitor.post(conversation, 'one two three four five six')));
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    const other = await VisitorClient.arrive(guichet.url);
    expect((await visitor.post(conversation, 'hi')).status).toBe(429);
    expect((await other.post(await other.newConversation(), 'hi')).status).toBe(200);
  });

  it('lets Open WebUI write as many answers as are set, tells the others their place, and answers them in turn', async () => {
    const { guichet, practice } = await start({
      model: 'slow',
      environment: { GUICHET_ANSWERS_AT_A_TIME: '2', GUICHET_TRUSTED_PROXIES: '127.0.0.1' },
    });
    practice.state.provider.calls.length = 0;
    const askers = await Promise.all(Array.from({ length: 4 }, () => VisitorClient.arrive(guichet.url)));
    const conversations = await Promise.all(askers.map((asker) => asker.newConversation()));
    const runs: Promise<Awaited<ReturnType<typeof readRun>>>[] = [];
    for (const [index, asker] of askers.entries()) {
      const headers = { 'X-Forwarded-For': `203.0.113.${index}` };
      runs.push(readRun(await asker.post(conversations[index] ?? '', 'one two three', undefined, { headers })));
    }
    expect(practice.state.provider.calls.length).toBeLessThanOrEqual(2);
    const read = await Promise.all(runs);
    expect(read.map(({ end }) => end.event)).toEqual(['done', 'done', 'done', 'done']);
    expect(practice.state.provider.calls).toHaveLength(4);
    const said = read.map(({ messages }) =>
      messages.flatMap(({ event, data }) => (event === 'status' ? [JSON.parse(data) as Record<string, unknown>] : [])),
    );
    expect(said.slice(0, 2)).toEqual([[], []]);
    expect(said[2]?.[0]).toEqual({
      kind: 'queue',
      label: 'Many people are asking at once. Your question is next.',
      done: false,
    });
    expect(said[3]?.[0]).toMatchObject({ label: expect.stringContaining('1 question is ahead of yours.') });
    for (const each of said.slice(2)) expect(each.at(-1)).toMatchObject({ kind: 'queue', done: true });
  });

  it('can be stopped while it waits, and then asks Open WebUI nothing', async () => {
    const { guichet, practice } = await start({ model: 'slow', environment: { GUICHET_ANSWERS_AT_A_TIME: '1' } });
    const [first, second] = [await VisitorClient.arrive(guichet.url), await VisitorClient.arrive(guichet.url)];
    const running = await first.post(await first.newConversation(), 'one two three four five six seven');
    practice.state.provider.calls.length = 0;
    const conversation = await second.newConversation();
    const waiting = await second.post(conversation, 'never asked');
    const runId = await runOf(second, conversation);
    await second.request(`/v1/runs/${runId}/stop`, { method: 'POST' });
    expect((await readRun(waiting)).end).toMatchObject({ event: 'done', data: { reason: 'stopped' } });
    await running.body?.cancel();
    expect(practice.state.provider.calls.filter((call) => JSON.stringify(call).includes('never asked'))).toEqual([]);
  });

  it('keeps places for others: so many of one network, so many in all', async () => {
    const { guichet } = await start({
      model: 'slow',
      environment: { GUICHET_TRUSTED_PROXIES: '127.0.0.1' },
      limits: { runningAnswers: 1, waitingAnswers: 2, addressRunsAtATime: 2 },
    });
    const ask = async (from: string) => {
      const visitor = await VisitorClient.arrive(guichet.url);
      const headers = { 'X-Forwarded-For': from };
      const response = await visitor.post(await visitor.newConversation(), 'one two three', undefined, { headers });
      return response.status === 200 ? 'taken' : ((await response.json()) as { code: string }).code;
    };
    expect(await ask('203.0.113.1')).toBe('taken');
    expect(await ask('203.0.113.1')).toBe('taken');
    expect(await ask('203.0.113.1')).toBe('network-busy');
    expect(await ask('203.0.113.2')).toBe('taken');
    expect(await ask('203.0.113.3')).toBe('server-busy');
  });

  it('keeps so many conversations of a visitor, and so many a day of a network', async () => {
    const { guichet } = await start({ limits: { visitorConversations: 2, addressConversationsPerDay: 3 } });
    const make = async (visitor: VisitorClient) => {
      const response = await visitor.request('/v1/conversations', { method: 'POST' });
      return response.status === 201 ? 'made' : ((await response.json()) as { code: string }).code;
    };
    const [first, second] = [await VisitorClient.arrive(guichet.url), await VisitorClient.arrive(guichet.url)];
    expect([await make(first), await make(first), await make(first)]).toEqual([
      'made',
      'made',
      'too-many-conversations',
    ]);
    expect([await make(second), await make(second)]).toEqual(['made', 'address-limit-reached']);
  });

  it('refuses a network that asks for too much, but never a health check', async () => {
    const { guichet } = await start({ limits: { addressRequestsPerMinute: 5, addressSearchesPerMinute: 1 } });
    const status = async (path: string) => (await fetch(guichet.url + path)).status;
    expect([await status('/guide/en/search?q=key'), await status('/guide/en/se%61rch?q=key')]).toEqual([200, 429]);
    expect([await status('/'), await status('/v1/sites/default'), await status('/nothing')]).toEqual([200, 200, 404]);
    for (const path of ['/', '/v1/sites/default', '/admin/api/settings', '/nothing']) {
      expect(await status(path), path).toBe(429);
    }
    for (const path of ['/healthz', '/metrics', '/admin/api/session']) expect(await status(path), path).toBe(200);
    expect(test?.log.filter((line) => line.includes('too-many-requests'))).toHaveLength(1);
  });

  it('counts the /64, the /56 and the /48 of an address, each with a number of its own', async () => {
    const { guichet } = await start({
      environment: { GUICHET_TRUSTED_PROXIES: '127.0.0.1' },
      limits: { addressVisitorsPerMinute: 2 },
    });
    const arrive = async (from: string) =>
      (
        await fetch(`${guichet.url}/v1/sites/default/visitors`, {
          method: 'POST',
          headers: { Origin: ORIGIN, 'X-Forwarded-For': from },
        })
      ).status;
    const statuses = async (count: number, from: (number: number) => string) => {
      const all: number[] = [];
      for (let number = 0; number < count; number++) all.push(await arrive(from(number)));
      return all.filter((status) => status === 201).length;
    };
    expect(await statuses(4, (number) => `[2001:db8:1:1::${number}]:443`)).toBe(2);
    // 2 × 4 of the /56, of which two are used up already.
    expect(await statuses(12, (number) => `2001:db8:1:${(number + 2).toString(16)}::1`)).toBe(6);
    // 2 × 16 of the /48.
    expect(await statuses(40, (number) => `2001:db8:1:${(number + 1).toString(16)}00::1`)).toBe(24);
    expect(await arrive('2001:db8:2::1')).toBe(201);
  });
});

describe('a proxy that writes no address', () => {
  it('is named in the diagnosis and once in the log', async () => {
    const { guichet, log, dataDir } = await start({ environment: { GUICHET_TRUSTED_PROXIES: '127.0.0.1' } });
    const operator = await Operator.signIn(guichet.url, dataDir);
    for (const list of ['unknown', '203.0.113.9, unknown', '']) {
      await fetch(`${guichet.url}/v1/sites/default`, { headers: { 'X-Forwarded-For': list } });
    }
    const asked = await operator.request('POST', '/diagnosis', { only: 'own/forwarded-addresses' });
    const text = await asked.text();
    expect(text).toMatch(/\b2 times\b/);
    expect(log.filter((line) => line.includes('X-Forwarded-For'))).toHaveLength(1);
  });
});

describe('a name that leads here', () => {
  function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(test?.guichet.url ?? '');
      const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject);
      asked.end();
    });
  }
  const both = { GUICHET_PUBLIC_URL: 'https://chat.example.com', GUICHET_ALLOWED_ORIGINS: ORIGIN };
  const paths = [
    ['POST', '/v1/sites/default/visitors'],
    ['GET', '/v1/sites/default'],
    ['GET', '/v1/conversations'],
    ['GET', '/v1/ticks'],
    ['GET', '/admin/api/session'],
    ['POST', '/admin/api/session'],
    ['GET', '/console/'],
    ['GET', '/diagnostic'],
    ['GET', '/'],
  ] as const;

  it('is refused where the own names are known, also when Origin equals it', async () => {
    await start({ environment: both });
    for (const [method, path] of paths) {
      for (const origin of [{}, { Origin: 'http://evil.example:8787' }, { Origin: ORIGIN }]) {
        const headers = { Host: 'evil.example:8787', ...origin };
        expect(await statusOf(path, headers, method), `${method} ${path}`).toBe(403);
      }
    }
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect(await statusOf(path, { Host: 'evil.example' }), path).toBe(200);
    }
  });

  it('is not the public address, nor an allowed site, nor a container’s own name', async () => {
    await start({ environment: both });
    for (const host of [
      'chat.example.com',
      'CHAT.example.com:443',
      'shop.example',
      'guichet:8787',
      'localhost:1',
      '[::1]:8787',
      '127.0.0.1:1',
    ]) {
      expect(await statusOf('/v1/sites/default', { Host: host, Origin: ORIGIN }), host).toBe(200);
    }
    // Not one of the allowed sites, although the request came to it.
    for (const host of ['localhost:8787', '192.168.1.20:8787']) {
      expect(await statusOf('/v1/sites/default', { Host: host, Origin: `http://${host}` }), host).toBe(403);
    }
  });

  it('is taken where one of the two is not set: for a first try and at home', async () => {
    await start({ environment: { GUICHET_ALLOWED_ORIGINS: '' } });
    for (const host of ['localhost:8787', 'nas.home.example:8787', '192.168.1.20:8787']) {
      const headers = { Host: host, Origin: `http://${host}` };
      expect(await statusOf('/v1/sites/default/visitors', headers, 'POST'), host).toBe(201);
    }
  });

  it('is what a trusted proxy says it was, and nobody else', async () => {
    await start({ environment: { ...both, GUICHET_TRUSTED_PROXIES: '127.0.0.1' } });
    const through = { Host: 'upstream.internal', 'X-Forwarded-Host': 'chat.example.com' };
    expect(await statusOf('/v1/sites/default', through)).toBe(200);
    const twice = { ...through, 'X-Forwarded-Host': 'chat.example.com, proxy.internal' };
    expect(await statusOf('/v1/sites/default', twice)).toBe(200);
    await test?.close();
    await start({ environment: both });
    expect(await statusOf('/v1/sites/default', through)).toBe(403);
  });
});
