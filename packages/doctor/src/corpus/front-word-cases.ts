/** Somebody in front of Open WebUI answers the question alone, in his own words: it is not the provider who said so. */
import type { CorpusCase, ExpectedFinding } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { type GuardsWord, guardedBy, proxyTo, standIn } from './stand-in-server.ts';

const probable = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'probable' });

function plain(status: number, body: string, headers: Record<string, string> = {}): GuardsWord {
  return { status, contentType: 'text/plain; charset=utf-8', body, headers };
}

function json(status: number, value: unknown): GuardsWord {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

function atTheQuestion(name: string, cause: ExpectedFinding['cause'], word: GuardsWord): CorpusCase {
  return {
    name: `at the question alone: ${name}`,
    versions: NEWEST,
    expected: probable(cause),
    async make({ practice, key, onEnd }) {
      const front = await guardedBy(practice.url, (path) => (path === '/api/chat/completions' ? word : undefined));
      onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: key, model: 'echo' } };
    },
  };
}

function everywhere(name: string, cause: ExpectedFinding['cause'], word: GuardsWord): CorpusCase {
  return {
    name: `whatever is asked: ${name}`,
    versions: NEWEST,
    expected: probable(cause),
    async make({ key, onEnd }) {
      const front = await standIn((_request, response) => {
        response.writeHead(word.status, { 'content-type': word.contentType, ...word.headers }).end(word.body);
      });
      onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: key, model: 'echo' } };
    },
  };
}

export const frontWordCases: readonly CorpusCase[] = [
  atTheQuestion('no available server', 'connection-refused', plain(503, 'no available server')),
  atTheQuestion('404 page not found', 'not-open-webui', plain(404, '404 page not found\n')),
  atTheQuestion('a bot filter', 'not-open-webui', plain(403, 'error code: 1010')),
  atTheQuestion('the edge waits in vain', 'timeout', plain(524, 'error code: 524')),
  atTheQuestion('a password box in plain text', 'not-open-webui', plain(401, 'Unauthorized')),
  atTheQuestion(
    'no application under this name',
    'not-open-webui',
    json(404, { status: 'error', code: 404, message: 'Application not found', request_id: 'x' }),
  ),
  atTheQuestion('a tunnel that is down', 'connection-refused', plain(530, 'error code: 1033')),
  atTheQuestion('the edge limits the rate', 'not-open-webui', plain(429, 'error code: 1015')),
  atTheQuestion(
    'a gateway limits the rate in JSON',
    'not-open-webui',
    json(429, { message: 'API rate limit exceeded' }),
  ),
  atTheQuestion('a mesh finds nobody', 'connection-refused', plain(503, 'no healthy upstream')),
  atTheQuestion('a gateway waits in vain, in JSON', 'timeout', json(504, { message: 'Endpoint request timed out' })),
  atTheQuestion('an edge that distrusts the certificate', 'tls-invalid', plain(526, 'error code: 526')),
  atTheQuestion('a proxy without a word', 'connection-refused', { status: 502, contentType: 'text/plain', body: '' }),
  atTheQuestion(
    'in words of a provider',
    'not-open-webui',
    json(401, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } }),
  ),
  {
    // Marks are taken away, so nobody knows whose word it is; what a front alone says is a front's.
    name: 'a front’s words, where marks are taken away',
    versions: NEWEST,
    expected: probable('connection-refused'),
    async make({ practice, key, onEnd }) {
      const front = await guardedBy(practice.url, (path) =>
        path === '/api/chat/completions' ? plain(503, 'no available server') : undefined,
      );
      onEnd(() => front.close());
      const stripping = await proxyTo(`http://127.0.0.1:${front.port}`, {
        response: (headers) => {
          delete headers['x-process-time'];
        },
      });
      onEnd(() => stripping.close());
      return { input: { baseUrl: `http://127.0.0.1:${stripping.port}`, credential: key, model: 'echo' } };
    },
  },
  {
    name: 'a page that names our key in its title',
    versions: NEWEST,
    expected: probable('not-open-webui'),
    async make({ key, onEnd }) {
      const front = await standIn((_request, response) => {
        response.writeHead(404, { 'content-type': 'text/html', server: key }).end(`<title>No route for ${key}</title>`);
      });
      onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: key, model: 'echo' } };
    },
  },
  everywhere('a tunnel that is down', 'connection-refused', plain(530, 'error code: 1033')),
  everywhere('an offline endpoint of a tunnel', 'connection-refused', {
    status: 404,
    contentType: 'text/html',
    body: '<html><head><title>ngrok</title></head><body>The endpoint abc.ngrok-free.app is offline. ERR_NGROK_3200</body></html>',
    headers: { 'ngrok-error-code': 'ERR_NGROK_3200' },
  }),
  everywhere('a tunnel’s page without its client', 'connection-refused', {
    status: 404,
    contentType: 'text/html',
    body: '<html><head><title>Not Found</title></head><body><em>Faithfully yours, frp.</em></body></html>',
  }),
  everywhere('an application that is stopped', 'connection-refused', {
    status: 403,
    contentType: 'text/html',
    body: '<html><head><title>Web App - Unavailable</title></head><body><h1>Error 403 - This web app is stopped.</h1></body></html>',
  }),
  everywhere('an edge that gets an odd answer', 'connection-refused', plain(520, 'error code: 520')),
  everywhere('an edge that distrusts the certificate', 'tls-invalid', plain(526, 'error code: 526')),
];
