import { request } from 'node:http';
import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import type { CorpusCase, CorpusSetting, ExpectedFinding } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { sceneWith } from './independent-scene.ts';
import { type CertificateWish, makeCertificate } from './make-certificate.ts';
import { type GuardsWord, guardedBy, listening, proxyTo, rawStandIn, standIn } from './stand-in-server.ts';
import { whereIpv6 } from './where-ipv6.ts';

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
const DAY_MS = 86_400_000;
const HERE: CertificateWish['names'] = [{ ip: [127, 0, 0, 1] }];

const certain = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'certain' });

/** An address as it was written, on a server that is fine. */
const WRITTEN: { name: string; expected: ExpectedFinding; url(url: string): string | undefined }[] = [
  { name: 'ends with a slash', expected: FINE, url: (url) => `${url}/` },
  { name: 'is in capitals', expected: FINE, url: (url) => url.replace('http://127.0.0.1', 'HTTP://LOCALHOST') },
  { name: 'has blanks around it', expected: FINE, url: (url) => ` ${url} ` },
  { name: 'is missing', expected: certain('url-missing'), url: () => undefined },
  { name: 'is empty', expected: certain('url-missing'), url: () => '' },
  { name: 'lacks http://', expected: certain('url-malformed'), url: (url) => url.replace('http://', '') },
  // Corrected (was url-malformed): it is read as it was meant, here and where answers are asked for.
  { name: 'has one slash too few', expected: FINE, url: (url) => url.replace('//', '/') },
  { name: 'has a port that is no number', expected: certain('url-malformed'), url: () => 'http://127.0.0.1:port' },
  { name: 'begins with ws://', expected: certain('url-malformed'), url: (url) => url.replace('http', 'ws') },
  { name: 'is the example', expected: certain('url-malformed'), url: () => 'https://<votre-open-webui>' },
  { name: 'ends with /api', expected: certain('url-has-path'), url: (url) => `${url}/api` },
  { name: 'ends with /api/v1/', expected: certain('url-has-path'), url: (url) => `${url}/api/v1/` },
  {
    name: 'ends with /api/chat/completions',
    expected: certain('url-has-path'),
    url: (url) => `${url}/api/chat/completions`,
  },
  {
    name: 'is that of a conversation',
    expected: certain('url-has-path'),
    url: (url) => `${url}/c/0b1c2d3e-1111-4222-8333-444455556666`,
  },
  { name: 'is that of the page to sign in', expected: certain('url-has-path'), url: (url) => `${url}/auth` },
];

/** Somebody else at the address. */
const ELSEWHERE: { name: string; expected: ExpectedFinding; reply(path: string): GuardsWord }[] = [
  {
    name: 'a website',
    expected: certain('not-open-webui'),
    reply: () => ({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Mairie de Saint-Exemple</title>',
    }),
  },
  {
    // It has a version too, and on the very same path.
    name: 'Ollama itself',
    expected: certain('not-open-webui'),
    reply(path) {
      if (path === '/') return { status: 200, contentType: 'text/plain; charset=utf-8', body: 'Ollama is running' };
      if (path === '/api/version') return json({ version: '0.13.1' });
      if (path === '/api/tags') return json({ models: [] });
      return { status: 404, contentType: 'text/plain', body: '404 page not found' };
    },
  },
  // Corrected (was certain): a proxy also says "not found" for an Open WebUI that is stopped behind it.
  {
    name: 'an OpenAI-compatible server',
    expected: { cause: 'not-open-webui', confidence: 'probable' },
    reply: (path) => (path === '/v1/models' ? json({ data: [] }) : json({ detail: 'Not Found' }, 404)),
  },
  {
    name: 'a page that asks to sign in at the organisation',
    expected: certain('not-open-webui'),
    reply: () => ({
      status: 302,
      contentType: 'text/html',
      body: '',
      headers: { location: 'https://auth.example.org/?rd=https%3A%2F%2Fia.example.org' },
    }),
  },
  {
    name: 'a password asked by the web server',
    expected: certain('not-open-webui'),
    reply: () => ({
      status: 401,
      contentType: 'text/html',
      body: '<h1>401 Authorization Required</h1>',
      headers: { 'www-authenticate': 'Basic realm="ia"' },
    }),
  },
  // Corrected (was certain): Open WebUI may well stand behind the guard.
  {
    name: 'a guard against robots',
    expected: { cause: 'not-open-webui', confidence: 'probable' },
    reply: () => ({
      status: 403,
      contentType: 'text/html',
      body: '<title>Just a moment...</title>',
      headers: { 'cf-mitigated': 'challenge', server: 'cloudflare' },
    }),
  },
  {
    // The proxy is there, what stands behind it is not.
    name: 'a proxy whose Open WebUI is stopped',
    expected: { cause: 'connection-refused', confidence: 'probable' },
    reply: () => ({
      status: 502,
      contentType: 'text/html',
      body: '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>',
      headers: { server: 'nginx' },
    }),
  },
  {
    name: 'a port for https, asked without',
    expected: { cause: 'not-open-webui', confidence: 'probable' },
    reply: () => ({
      status: 400,
      contentType: 'text/html',
      body: '<title>400 The plain HTTP request was sent to HTTPS port</title>',
      headers: { server: 'nginx' },
    }),
  },
];

function json(value: unknown, status = 200): GuardsWord {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

/** Open WebUI behind a proxy with a certificate of one's own making. */
async function behindCertificate({ practice, onEnd }: CorpusSetting, wish: CertificateWish) {
  const made = makeCertificate(wish);
  const front = await listening(
    createServer(made, (incoming, response) => {
      const { method, url, headers } = incoming;
      const onward = request(`${practice.url}${url}`, { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 0, reply.headers);
        reply.pipe(response);
      });
      onward.on('error', () => response.destroy());
      incoming.pipe(onward);
    }),
  );
  onEnd(() => front.close());
  return { baseUrl: `https://127.0.0.1:${front.port}`, cert: made.cert };
}

const LATELY = { from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + 300 * DAY_MS) };

export const independentAddressCases: readonly CorpusCase[] = [
  ...WRITTEN.map(
    ({ name, expected, url }): CorpusCase => ({
      name: `independent: the address ${name}`,
      versions: NEWEST,
      expected,
      make: (setting) => sceneWith(setting, { baseUrl: url(setting.practice.url) }),
    }),
  ),
  ...ELSEWHERE.map(
    ({ name, expected, reply }): CorpusCase => ({
      name: `independent: at the address stands ${name}`,
      versions: NEWEST,
      expected,
      async make(setting) {
        const front = await guardedBy(setting.practice.url, reply);
        setting.onEnd(() => front.close());
        return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
      },
    }),
  ),
  {
    name: 'independent: address and key changed places',
    versions: NEWEST,
    expected: certain('url-malformed'),
    make: (setting) => sceneWith(setting, { baseUrl: setting.key, credential: setting.practice.url }),
  },
  ...whereIpv6<CorpusCase>({
    name: 'independent: the address is an IPv6 literal',
    versions: NEWEST,
    expected: FINE,
    async make(setting) {
      const front = await guardedBy(setting.practice.url, () => undefined, '::1');
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://[::1]:${front.port}` });
    },
  }),
  {
    name: 'independent: Open WebUI is stopped (or localhost means the container)',
    versions: NEWEST,
    expected: certain('connection-refused'),
    async make(setting) {
      const gone = await standIn(() => undefined);
      await gone.close();
      return sceneWith(setting, { baseUrl: `http://localhost:${gone.port}` });
    },
  },
  {
    name: 'independent: a name nobody knows',
    versions: NEWEST,
    expected: certain('dns-failed'),
    make: (setting) => ({
      ...sceneWith(setting, { baseUrl: 'http://host.docker.internal:3000' }),
      tools: {
        ...createDoctorTools(),
        lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
      },
    }),
  },
  // Corrected (was certain): the name itself may be right.
  {
    name: 'independent: the name server does not answer',
    versions: NEWEST,
    expected: { cause: 'dns-failed', confidence: 'probable' },
    make: (setting) => ({
      ...sceneWith(setting, { baseUrl: 'https://ia.example.org' }),
      tools: {
        ...createDoctorTools(),
        lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'EAI_AGAIN' })),
      },
    }),
  },
  {
    name: 'independent: somebody accepts the connection and says nothing',
    versions: NEWEST,
    expected: certain('timeout'),
    async make(setting) {
      const mute = await rawStandIn(() => undefined);
      setting.onEnd(() => mute.close());
      return { ...sceneWith(setting, { baseUrl: `http://127.0.0.1:${mute.port}` }), limits: { replyMs: 400 } };
    },
  },
  // Corrected (was certain): a server with another idea of TLS ends the handshake in the same way.
  {
    name: 'independent: https asked of a port that speaks http',
    versions: NEWEST,
    expected: { cause: 'tls-invalid', confidence: 'probable' },
    make: (setting) => sceneWith(setting, { baseUrl: setting.practice.url.replace('http:', 'https:') }),
  },
  {
    name: 'independent: a certificate signed by itself',
    versions: NEWEST,
    expected: certain('tls-invalid'),
    async make(setting) {
      const { baseUrl } = await behindCertificate(setting, { names: HERE, ...LATELY });
      return sceneWith(setting, { baseUrl });
    },
  },
  {
    // The same list that NODE_EXTRA_CA_CERTS fills at the start. It is the whole process's: no other case may touch it.
    name: 'independent: a certificate of the organisation, which Node was told to trust',
    versions: NEWEST,
    expected: FINE,
    async make(setting) {
      const { baseUrl, cert } = await behindCertificate(setting, { names: HERE, ...LATELY });
      const before = getCACertificates('default');
      setDefaultCACertificates([...before, cert]);
      setting.onEnd(async () => setDefaultCACertificates(before));
      return sceneWith(setting, { baseUrl });
    },
  },
  {
    name: 'independent: a trusted certificate that ended last week',
    versions: NEWEST,
    expected: certain('tls-invalid'),
    async make(setting) {
      const dates = { from: new Date(Date.now() - 90 * DAY_MS), to: new Date(Date.now() - 7 * DAY_MS) };
      const { baseUrl, cert } = await behindCertificate(setting, { names: HERE, ...dates });
      return { ...sceneWith(setting, { baseUrl }), tools: createDoctorTools([cert]) };
    },
  },
  {
    name: 'independent: a trusted certificate for another name',
    versions: NEWEST,
    expected: certain('tls-invalid'),
    async make(setting) {
      const { baseUrl, cert } = await behindCertificate(setting, { names: [{ dns: 'www.example.org' }], ...LATELY });
      return { ...sceneWith(setting, { baseUrl }), tools: createDoctorTools([cert]) };
    },
  },
  {
    name: 'independent: http leads on to https',
    versions: NEWEST,
    expected: certain('not-open-webui'),
    async make(setting) {
      const front = await standIn((incoming, response) =>
        response.writeHead(301, { location: `https://127.0.0.1:1${incoming.url}` }).end(),
      );
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  {
    name: 'independent: the proxy lets the Authorization header fall',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    expected: certain('header-stripped'),
    async make(setting) {
      const front = await proxyTo(setting.practice.url, { request: (headers) => void delete headers.authorization });
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  {
    name: 'independent: a version of long ago',
    versions: NEWEST,
    expected: certain('upstream-too-old'),
    async make(setting) {
      const front = await guardedBy(setting.practice.url, (path) =>
        path === '/api/version' ? json({ version: '0.5.20' }) : undefined,
      );
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
];
