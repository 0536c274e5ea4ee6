import { networkProxy } from '@guichet/openwebui/testing';
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import { type CorpusCase, NEWEST } from './corpus-case.ts';
import type { CertificateWish } from './make-certificate.ts';
import { proxyTo, rawStandIn, standIn, standInWithCertificate } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];

function written(name: string, baseUrl: string | undefined, expected: Expected): CorpusCase {
  return { name, versions: NEWEST, expected, make: ({ key }) => ({ input: { baseUrl, credential: key } }) };
}

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });

function pasted(path: string): CorpusCase {
  return {
    name: `${path} pasted along`,
    versions: NEWEST,
    expected: certain('url-has-path'),
    make: ({ practice, key }) => ({ input: { baseUrl: practice.url + path, credential: key } }),
  };
}

/** Open WebUI below a path of a larger site, whose own page answers everywhere else. */
function below(name: string, path: string, written: string, expected: Expected): CorpusCase {
  return {
    name,
    versions: ['0.8.12', '0.11.4', '0.12.4'],
    expected,
    async make({ practice, key, onEnd }) {
      const server = await proxyTo(practice.url, { below: path });
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}${written}`, credential: key, model: 'echo' } };
    },
  };
}

function secure(name: string, names: CertificateWish['names'], more: SecureWish = {}): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected: certain('tls-invalid'),
    async make({ key, onEnd }) {
      const now = Date.now();
      const { host = '127.0.0.1', fromDays = -1, toDays = 60 } = more;
      const dates = { from: new Date(now + fromDays * DAY_MS), to: new Date(now + toDays * DAY_MS) };
      const server = await standInWithCertificate({ names, ...dates });
      onEnd(() => server.close());
      return { input: { baseUrl: `https://${host}:${server.port}`, credential: key } };
    },
  };
}

interface SecureWish {
  host?: string;
  fromDays?: number;
  toDays?: number;
}

const DAY_MS = 86_400_000;
const HERE = [{ ip: [127, 0, 0, 1] }] as const;

/** From no address at all to something that answers there. */
export const addressCases: CorpusCase[] = [
  written('no address', undefined, certain('url-missing')),
  written('an address of blanks', '   ', certain('url-missing')),
  written('no protocol', 'chat.example.com', certain('url-malformed')),
  written('no protocol, with a port', 'localhost:3000', certain('url-malformed')),
  written('another protocol', 'ftp://chat.example.com', certain('url-malformed')),
  written('a sentence', 'my open webui', certain('url-malformed')),
  written('a password in the address', 'https://me:secret@chat.example.com', certain('url-malformed')),
  written('the scheme twice', 'https://https://chat.example.com', certain('url-malformed')),
  written('two schemes', 'http://https://chat.example.com', certain('url-malformed')),
  written('the scheme twice, the second without its colon', 'https://http//chat.example.com', certain('url-malformed')),
  written('a scheme without its colon', 'https//chat.example.com', certain('url-malformed')),
  pasted('/api'),
  pasted('/v1'),
  pasted('/ollama'),
  pasted('/openai/v1'),
  pasted('/api/chat/completions'),
  pasted('/?settings=account'),
  pasted('/c/3f2b9c1e'),
  pasted('/intranet'),
  below('Open WebUI below a path, and nothing wrong', '/chatgpt', '/chatgpt', certain('none')),
  below('Open WebUI below a path, with a slash, and nothing wrong', '/tools/chat', '/tools/chat/', certain('none')),
  below('Open WebUI below a path, and /api pasted along', '/chatgpt', '/chatgpt/api/v1', certain('url-has-path')),
  {
    name: 'a proxy of the network leads there, and nothing wrong',
    versions: ['0.8.12', '0.12.4'],
    expected: certain('none'),
    async make({ practice, key, onEnd }) {
      const proxy = await networkProxy(Number(new URL(practice.url).port));
      onEnd(() => proxy.close());
      const environment = { HTTP_PROXY: proxy.url.replace('http://', 'http://me:hunter2hunter2hunter2@') };
      return {
        input: { baseUrl: 'http://open-webui.test', credential: key, model: 'echo' },
        tools: createDoctorTools([], { environment }),
      };
    },
  },
  {
    name: 'the proxy of the network is away',
    versions: NEWEST,
    expected: certain('connection-refused'),
    async make({ key }) {
      const server = await standIn(() => undefined);
      await server.close();
      return {
        input: { baseUrl: 'http://open-webui.test', credential: key },
        tools: createDoctorTools([], { environment: { ALL_PROXY: `127.0.0.1:${server.port}` } }),
      };
    },
  },
  {
    name: 'nobody answers, with the path or without',
    versions: NEWEST,
    expected: certain('connection-refused'),
    async make({ key }) {
      const server = await standIn(() => undefined);
      await server.close();
      return { input: { baseUrl: `http://127.0.0.1:${server.port}/chatgpt`, credential: key } };
    },
  },
  {
    name: 'a name that does not exist',
    versions: NEWEST,
    expected: certain('dns-failed'),
    make: ({ key }) => ({
      input: { baseUrl: 'https://open-webui.invalid', credential: key },
      tools: {
        ...createDoctorTools(),
        lookUp: () => Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' })),
      },
    }),
  },
  {
    name: 'the name server is away',
    versions: NEWEST,
    expected: probable('dns-failed'),
    make: ({ key }) => ({
      input: { baseUrl: 'https://chat.example.com', credential: key },
      tools: {
        ...createDoctorTools(),
        lookUp: () => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' })),
      },
    }),
  },
  {
    name: 'the name server never answers',
    versions: NEWEST,
    expected: probable('dns-failed'),
    make: ({ key }) => ({
      input: { baseUrl: 'https://chat.example.com', credential: key },
      tools: { ...createDoctorTools(), lookUp: () => new Promise(() => undefined) },
      limits: { nameMs: 200 },
    }),
  },
  {
    name: 'nothing listens there',
    versions: NEWEST,
    expected: certain('connection-refused'),
    async make({ key }) {
      const server = await standIn(() => undefined);
      await server.close();
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  {
    name: 'a firewall drops the packets',
    versions: NEWEST,
    expected: certain('timeout'),
    make: ({ practice, key }) => ({
      input: { baseUrl: practice.url, credential: key },
      tools: {
        ...createDoctorTools(),
        openConnection: () => Promise.reject(Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' })),
      },
    }),
  },
  {
    name: 'it accepts and stays silent',
    versions: NEWEST,
    expected: certain('timeout'),
    async make({ key, onEnd }) {
      const server = await rawStandIn(() => undefined);
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key }, limits: { replyMs: 400 } };
    },
  },
  {
    name: 'it hangs up',
    versions: NEWEST,
    expected: probable('connection-refused'),
    async make({ key, onEnd }) {
      const server = await rawStandIn((socket) => socket.destroy());
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  {
    name: 'it speaks another language',
    versions: NEWEST,
    expected: probable('not-open-webui'),
    async make({ key, onEnd }) {
      const server = await rawStandIn((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  {
    name: 'https where only http is spoken',
    versions: NEWEST,
    expected: probable('tls-invalid'),
    make: ({ practice, key }) => ({ input: { baseUrl: practice.url.replace('http', 'https'), credential: key } }),
  },
  secure('a certificate signed by itself', HERE),
  secure('a certificate that has ended', HERE, { fromDays: -90, toDays: -2 }),
  secure('a certificate of next month', HERE, { fromDays: 30, toDays: 90 }),
  secure('a certificate for another name', [{ dns: 'other.example.com' }]),
  secure('a certificate for an address, asked for a name', HERE, { host: 'localhost' }),
];
