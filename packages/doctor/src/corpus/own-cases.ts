import { tmpdir } from 'node:os';
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

/** A numbered tick every tenth of a second, handed on at once or all together. */
function ticks(name: string, expected: Expected, how: { collected?: boolean; encoding?: string }): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    async make({ practice, key, onEnd }) {
      const server = await standIn(async (_request, response) => {
        const type = { 'content-type': 'text/event-stream' };
        response.writeHead(200, how.encoding ? { ...type, 'content-encoding': how.encoding } : type);
        let held = '';
        for (let tick = 1; tick <= 9; tick++) {
          held += `data: ${tick}\n\n`;
          if (!how.collected) {
            response.write(held);
            held = '';
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        response.end(held);
      });
      onEnd(() => server.close());
      const tickUrl = `http://127.0.0.1:${server.port}/`;
      return { input: { baseUrl: practice.url, credential: key, model: 'echo', tickUrl } };
    },
  };
}

/** Guichet's own side. */
export const ownCases: CorpusCase[] = [
  own('the public address belongs to another program', certain('public-url-wrong'), ({ practice }) => ({
    publicUrl: practice.url,
  })),
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
  own('an allowed site with a path', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['https://www.example.com/shop'],
  })),
  own('an allowed site without a protocol', certain('origin-not-allowed'), () => ({
    allowedOrigins: ['www.example.com'],
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
  ticks('ticks come all together', { cause: 'stream-buffered', confidence: 'probable' }, { collected: true }),
  ticks('ticks come compressed', { cause: 'stream-buffered', confidence: 'probable' }, { encoding: 'gzip' }),
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
  own('a writable folder and a database that answers, and nothing wrong', certain('none'), () => ({
    dataDir: tmpdir(),
    askStore: () => Promise.resolve(),
    allowedOrigins: ['https://www.example.com'],
  })),
];
