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
];
