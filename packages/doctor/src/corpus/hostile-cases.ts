/** Where the first thing that comes to mind is wrong: what must not be called certain, or not be blamed on the key. */
import { createServer as createH2Server, createSecureServer } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import { type CorpusCase, type CorpusSetting, NEWEST } from './corpus-case.ts';
import { makeCertificate } from './make-certificate.ts';
import { type GuardsWord, guardedBy, listening, standIn, standInWithCertificate } from './stand-in-server.ts';
import { whereIpv6 } from './where-ipv6.ts';

type Expected = CorpusCase['expected'];

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });
const HOUR_MS = 3_600_000;

type Guard = (path: string) => GuardsWord | undefined | Promise<undefined>;

/** An Open WebUI, and somebody in front who answers some of the requests himself. */
function guarded(name: string, expected: Expected, guard: Guard): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    async make({ practice, key, onEnd }) {
      const front = await guardedBy(practice.url, guard);
      onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: key, model: 'echo' } };
    },
  };
}

const isApi = (path: string) => path.startsWith('/api/');
const isAnswer = (path: string) => path === '/api/chat/completions';
const isGuardedRead = (path: string) => path === '/api/models' || isAnswer(path);

function json(status: number, value: unknown): GuardsWord {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

function page(status: number, title: string, headers: Record<string, string> = {}): GuardsWord {
  return { status, contentType: 'text/html', body: `<!doctype html><title>${title}</title>`, headers };
}

/** A clock of ours that is off, and a session of which theirs knows whether it has ended. */
function clockOff(name: string, expected: Expected, oursAheadMs: number, leftMs: number): CorpusCase {
  return {
    name,
    versions: ['0.11.4'],
    expected,
    make({ practice, account }) {
      const exp = Math.floor((Date.now() + leftMs) / 1000);
      const credential = practice.state.forgeSessionToken({ id: account.id, exp });
      const tools = { ...createDoctorTools(), now: () => Date.now() + oursAheadMs };
      return { input: { baseUrl: practice.url, credential, model: 'echo' }, tools };
    },
  };
}

/** The provider is itself an Open WebUI, or speaks like one. */
function likeOpenWebUi(name: string, status: number, detail: string): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected: probable('provider-refused'),
    make({ practice, key }) {
      practice.state.provider.script('other', () => ({ ...json(status, { detail }), kind: 'whole', headers: {} }));
      return { input: { baseUrl: practice.url, credential: key, model: 'other' } };
    },
  };
}

function withKey(name: string, expected: Expected, credential: (setting: CorpusSetting) => string): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    make: (setting) => ({ input: { baseUrl: setting.practice.url, credential: credential(setting), model: 'echo' } }),
  };
}

const IN_A_MONTH = { from: new Date(Date.now() - 24 * HOUR_MS), to: new Date(Date.now() + 720 * HOUR_MS) };
const HERE = [{ ip: [127, 0, 0, 1] }] as const;
const NO_PERMISSION =
  'You do not have permission to access this resource. Please contact your administrator for assistance.';

export const hostileCases: CorpusCase[] = [
  guarded('a password box in front that guards all but the health', probable('not-open-webui'), (path) =>
    path === '/health' ? undefined : page(401, '401', { 'www-authenticate': 'Basic realm="x"' }),
  ),
  guarded('a gateway in front refuses in words of Open WebUI', probable('not-open-webui'), (path) =>
    isGuardedRead(path) ? json(401, { detail: 'Not authenticated' }) : undefined,
  ),
  guarded('a gateway in front says that the key is unknown', probable('not-open-webui'), (path) =>
    isGuardedRead(path)
      ? json(401, { detail: 'Your session has expired or the token is invalid. Please sign in again.' })
      : undefined,
  ),
  guarded('a gateway in front limits the rate in the words of a provider', probable('not-open-webui'), (path) =>
    isAnswer(path) ? json(429, { error: { message: 'Rate limit reached', type: 'requests' } }) : undefined,
  ),
  guarded('a page for everything under /api', probable('not-open-webui'), (path) =>
    isApi(path) ? page(200, 'Portal') : undefined,
  ),
  guarded('a firewall’s challenge', probable('not-open-webui'), () =>
    page(403, 'Just a moment...', { server: 'cloudflare', 'cf-ray': '1' }),
  ),
  guarded('a network that wants to be signed in to', probable('not-open-webui'), () => page(511, 'Wi-Fi')),
  guarded('a portal that leads everything to its sign-in', certain('not-open-webui'), () => ({
    ...page(302, ''),
    headers: { location: 'http://portal.example/login?from=x' },
  })),
  guarded('a proxy answers for the health, and finds nobody behind it', probable('connection-refused'), (path) =>
    path === '/health' ? json(200, { status: true }) : page(502, '502 Bad Gateway'),
  ),
  guarded('the health is remembered, and nobody is behind it', probable('connection-refused'), (path) =>
    path === '/health' ? undefined : page(502, '502 Bad Gateway'),
  ),
  guarded(
    'Open WebUI falls over when it is asked for its models',
    { cause: 'unknown', confidence: 'unknown' },
    (path) =>
      path === '/api/models' ? { status: 500, contentType: 'text/plain', body: 'Internal Server Error' } : undefined,
  ),
  {
    name: 'everything takes a second and a half, and nothing wrong',
    versions: NEWEST,
    expected: certain('none'),
    async make({ practice, key, onEnd }) {
      const front = await guardedBy(practice.url, async () => void (await pause(1_500)));
      onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: key, model: 'echo' } };
    },
  },
  likeOpenWebUi('the provider is an Open WebUI that does not permit', 403, NO_PERMISSION),
  likeOpenWebUi('the provider is an Open WebUI that wants a key', 401, 'Not authenticated'),
  {
    name: 'the address is Guichet’s own',
    versions: NEWEST,
    expected: probable('not-open-webui'),
    async make({ key, onEnd }) {
      const server = await standIn((_request, response) => {
        response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"code":"not-found"}');
      });
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  {
    name: 'only HTTP/2 is spoken, without encryption',
    versions: NEWEST,
    expected: probable('not-open-webui'),
    async make({ key, onEnd }) {
      const server = await listening(createH2Server((_request, response) => response.end('hello')));
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  {
    name: 'only HTTP/2 is spoken, encrypted',
    versions: NEWEST,
    expected: probable('tls-invalid'),
    async make({ key, onEnd }) {
      const pair = makeCertificate({ names: HERE, ...IN_A_MONTH });
      const server = await listening(createSecureServer(pair, (_request, response) => response.end('hello')));
      onEnd(() => server.close());
      const tools = createDoctorTools([pair.cert]);
      return { input: { baseUrl: `https://127.0.0.1:${server.port}`, credential: key }, tools };
    },
  },
  ...whereIpv6<CorpusCase>({
    name: 'an address that exists in IPv6 alone, and nothing wrong',
    versions: NEWEST,
    expected: certain('none'),
    async make({ practice, key, onEnd }) {
      const front = await guardedBy(practice.url, () => undefined, '::1');
      onEnd(() => front.close());
      return { input: { baseUrl: `http://[::1]:${front.port}`, credential: key, model: 'echo' } };
    },
  }),
  {
    name: 'a certificate that has ended and is for another name',
    versions: NEWEST,
    expected: certain('tls-invalid'),
    async make({ key, onEnd }) {
      const dates = { from: new Date(Date.now() - 2_000 * HOUR_MS), to: new Date(Date.now() - 48 * HOUR_MS) };
      const server = await standInWithCertificate({ names: [{ dns: 'other.example.com' }], ...dates });
      onEnd(() => server.close());
      return { input: { baseUrl: `https://127.0.0.1:${server.port}`, credential: key } };
    },
  },
  withKey('a key with the end of its line, and nothing wrong', certain('none'), ({ key }) => `${key}\r\n`),
  withKey(
    'an unknown key of the shape that DeepSeek shares, with the end of its line',
    certain('key-unknown'),
    () => `${SAMPLE_KEYS['open-webui-api-key'](seededRandom(11))}\n`,
  ),
  // Ended by our clock and not by theirs: it is the clock that is to be set, not the session that is to be renewed.
  clockOff('our clock is hours ahead, and the session goes on', probable('clock-skew'), 5 * HOUR_MS, 2 * HOUR_MS),
  clockOff(
    'our clock is hours behind, and the session has ended',
    probable('session-token-expired'),
    -5 * HOUR_MS,
    -2 * HOUR_MS,
  ),
  {
    name: 'two models of one name, and the name instead of an id',
    versions: NEWEST,
    expected: probable('model-missing'),
    make({ practice, key }) {
      practice.state.provider.options.models = ['eu/llama', 'us/llama'];
      return { input: { baseUrl: practice.url, credential: key, model: 'llama' } };
    },
  },
];
