import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import { type CorpusCase, type CorpusSetting, NEWEST } from './corpus-case.ts';
import { proxyTo, standIn } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];
type Own = Partial<Awaited<ReturnType<CorpusCase['make']>>['input']>;

function own(name: string, expected: Expected, more: (setting: CorpusSetting) => Own | Promise<Own>): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    make: async (setting) => ({
      input: { baseUrl: setting.practice.url, credential: setting.key, model: 'echo', ...(await more(setting)) },
    }),
  };
}

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });

interface Way {
  /** All at the end, or let go of at once; packed with a block that fills up, or with each tick let go of. */
  collected?: true;
  packed?: 'holding' | 'flowing';
  /** Milliseconds after which the connection is cut. */
  cutAfterMs?: number;
  headers?: Record<string, string>;
}

/** Guichet's measured stream, as it arrives behind something. */
async function sendTicks(
  response: ServerResponse,
  { collected, packed, cutAfterMs, headers = {} }: Way,
): Promise<void> {
  const encoding = packed ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(200, { 'content-type': 'text/event-stream', ...encoding, ...headers });
  const out = packed ? createGzip(packed === 'flowing' ? { flush: constants.Z_SYNC_FLUSH } : {}) : response;
  if (out !== response) out.pipe(response);
  const begun = performance.now();
  let held = '';
  for (let seq = 1; seq <= 10; seq++) {
    const sentMs = Math.round(performance.now() - begun);
    held += `id: ${seq}\ndata: ${JSON.stringify({ seq, sentMs })}\n\n`;
    if (!collected) {
      out.write(held);
      held = '';
    }
    if (cutAfterMs !== undefined && sentMs >= cutAfterMs) {
      response.destroy();
      return;
    }
    if (seq < 10) await pause(100);
  }
  out.end(held);
}

function ticks(name: string, expected: Expected, way: Way, more: Own = {}): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    async make({ practice, key, onEnd }) {
      const server = await standIn((_request, response) => void sendTicks(response, way).catch(() => undefined));
      onEnd(() => server.close());
      const tickUrl = `http://127.0.0.1:${server.port}/`;
      return { input: { baseUrl: practice.url, credential: key, model: 'echo', tickUrl, ...more } };
    },
  };
}

const EVEN = Array.from({ length: 10 }, (_, place) => 20 + place * 100);
const AT_ONCE = Array.from({ length: 10 }, () => 930);
const lateAs = (confidence: Expected['confidence']): Expected => ({ cause: 'stream-buffered', confidence });

/** A Guichet as its public address shows it, whose visitors' tokens get lost or not. */
function door(name: string, expected: Expected, code: string): CorpusCase {
  return own(name, expected, async ({ onEnd }) => {
    const server = await standIn((request, response) => {
      response.writeHead(request.url === '/openapi.json' ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(request.url === '/openapi.json' ? { info: { title: 'Guichet' } } : { code }));
    });
    onEnd(() => server.close());
    return { publicUrl: `http://127.0.0.1:${server.port}` };
  });
}

/** Guichet's own side. */
export const ownCases: CorpusCase[] = [
  own(
    'something else answers at the public address',
    { cause: 'public-url-wrong', confidence: 'probable' },
    ({ practice }) => ({
      publicUrl: practice.url,
    }),
  ),
  own('the public address cannot be read', certain('public-url-wrong'), () => ({ publicUrl: 'guichet.example.com' })),
  own('nothing answers at the public address', { cause: 'public-url-wrong', confidence: 'unknown' }, async () => {
    const server = await standIn(() => undefined);
    await server.close();
    return { publicUrl: `http://127.0.0.1:${server.port}` };
  }),
  own('the data folder is not there', certain('storage-not-writable'), () => ({ dataDir: '/nowhere/guichet' })),
  own('the data folder cannot be written', certain('storage-not-writable'), () => ({ dataDir: '/proc' })),
  own('the database does not answer', certain('store-unreachable'), () => ({
    askStore: () => Promise.reject(new Error('SQLITE_CANTOPEN')),
  })),
  own('PostgreSQL does not answer', certain('store-unreachable'), () => ({
    storedIn: 'postgresql',
    dataDir: '/nowhere/guichet',
    askStore: () => Promise.reject(new Error('ECONNREFUSED')),
  })),
  own('Redis does not answer: worth a warning', certain('store-unreachable'), () => ({
    askRedis: () => Promise.resolve({ kind: 'lost', reason: 'connect ECONNREFUSED' }),
    allowedOrigins: ['https://www.example.com'],
  })),
  own('a Redis that throws entries away: worth a warning', certain('none'), () => ({
    askRedis: () => Promise.resolve({ kind: 'usable', memoryPolicy: 'allkeys-lru' }),
    allowedOrigins: ['https://www.example.com'],
  })),
  own('an allowed site with a path', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['https://www.example.com/shop'],
  })),
  own('an allowed site without a protocol', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['www.example.com'],
  })),
  own('an allowed site with a star for everybody', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['https://*'],
  })),
  own('an allowed site with a star in the middle', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['https://www.*.example.com'],
  })),
  own('every name below one is allowed, and nothing wrong', certain('none'), () => ({
    allowedOrigins: ['https://*.example.com'],
    refusedOrigins: [
      { origin: 'https://shop.example.com', times: 3, since: '2026-11-28T10:00:00.000Z', isKnown: true },
    ],
  })),
  {
    name: 'the clocks differ by an hour',
    versions: NEWEST,
    expected: { cause: 'clock-skew', confidence: 'probable' },
    make: ({ practice, key }) => ({
      input: { baseUrl: practice.url, credential: key, model: 'echo' },
      tools: { ...createDoctorTools(), now: () => Date.now() - 3_600_000 },
    }),
  },
  {
    name: 'a proxy in front that drops headers, and nothing wrong',
    versions: NEWEST,
    expected: certain('none'),
    async make({ practice, key, onEnd }) {
      const server = await proxyTo(practice.url, { response: (headers) => delete headers['x-process-time'] });
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key, model: 'echo' } };
    },
  },
  ticks('ticks come one by one, and nothing wrong', certain('none'), {}),
  ticks('ticks come all together', lateAs('probable'), { collected: true }),
  ticks(
    'ticks come all together, in the browser as well',
    lateAs('certain'),
    { collected: true },
    {
      browserTicks: { arrivals: AT_ONCE },
    },
  ),
  ticks(
    'ticks come all together in the browser alone',
    lateAs('probable'),
    {},
    { browserTicks: { arrivals: AT_ONCE } },
  ),
  ticks(
    'ticks come all together inside alone, and nothing wrong for visitors',
    certain('none'),
    { collected: true },
    {
      browserTicks: { arrivals: EVEN },
    },
  ),
  ticks('ticks are packed until a block is full', lateAs('probable'), { packed: 'holding' }),
  ticks('ticks are packed and let go of at once, and nothing wrong', certain('none'), { packed: 'flowing' }),
  ticks('the measured stream breaks off', { cause: 'timeout', confidence: 'probable' }, { cutAfterMs: 500 }),
  own('only the browser measured, and it comes all together', lateAs('probable'), () => ({
    browserTicks: { arrivals: AT_ONCE },
  })),
  door('visitors’ tokens get lost in front of Guichet', certain('header-stripped'), 'token-missing'),
  door('visitors’ tokens arrive, and nothing wrong', certain('none'), 'token-invalid'),
  door('something else refuses at the public address, and nothing can be told', certain('none'), 'origin-not-allowed'),
  own('the public address is reached by the browser alone, and nothing wrong', certain('none'), async () => {
    const server = await standIn(() => undefined);
    await server.close();
    const publicUrl = `http://127.0.0.1:${server.port}`;
    return { publicUrl, browserOrigin: publicUrl };
  }),
  own('“User Status” is off, and nothing wrong', certain('none'), ({ practice }) => {
    practice.state.set('ENABLE_USER_STATUS', false);
    return {};
  }),
  own('keys are restricted to what Guichet needs, and nothing wrong', certain('none'), ({ practice }) => {
    practice.state.restrictKeysTo('/api/models,/api/chat/completions,/api/v1/users/user/status');
    return {};
  }),
  own('what was pasted along with the key, and nothing wrong', certain('none'), ({ key }) => ({
    credential: `OPENWEBUI_API_KEY="Bearer ${key}"`,
  })),
  own('a trusted proxy that writes no address: worth a warning, and nothing wrong', certain('none'), () => ({
    forwarded: { unread: { entry: 'unknown', times: 12 } },
    allowedOrigins: ['https://www.example.com'],
  })),
  own('addresses that come through the proxy', certain('none'), () => ({
    forwarded: {},
    allowedOrigins: ['https://www.example.com'],
  })),
  own('a writable folder and a database that answers, and nothing wrong', certain('none'), () => ({
    dataDir: tmpdir(),
    askStore: () => Promise.resolve(),
    allowedOrigins: ['https://www.example.com'],
  })),
];
