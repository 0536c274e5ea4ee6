import type { RequestListener } from 'node:http';
import { type CorpusCase, NEWEST } from './corpus-case.ts';
import { standIn } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];

function inPlace(
  name: string,
  expected: Expected,
  listener: RequestListener | ((openWebUi: string) => RequestListener),
): CorpusCase {
  return {
    name,
    versions: NEWEST,
    expected,
    async make({ practice, key, onEnd }) {
      const isMaker = listener.length === 1;
      const answering = isMaker
        ? (listener as (openWebUi: string) => RequestListener)(practice.url)
        : (listener as RequestListener);
      const server = await standIn(answering);
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  };
}

const other: Expected = { cause: 'not-open-webui', confidence: 'certain' };
const likelyOther: Expected = { cause: 'not-open-webui', confidence: 'probable' };

function page(status: number, html: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  };
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
}

/** Whatever answers in Open WebUI's place, or stands in front of it. */
export const frontCases: CorpusCase[] = [
  inPlace('Ollama', likelyOther, (_request, response) => {
    const root = _request.url === '/';
    response
      .writeHead(root ? 200 : 404, { 'content-type': 'text/plain' })
      .end(root ? 'Ollama is running' : '404 page not found');
  }),
  inPlace('LiteLLM', other, json(200, { healthy_endpoints: [], unhealthy_endpoints: [] })),
  inPlace('vLLM, whose health is an empty 200', other, (request, response) => {
    if (request.url === '/health') response.writeHead(200).end();
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"detail":"Not Found"}');
  }),
  inPlace(
    'another single-page application',
    other,
    page(200, '<!doctype html><title>Grafana</title><div id=app></div>'),
  ),
  inPlace('a page for everything, without a title', other, page(200, '<!doctype html><div id=app></div>')),
  inPlace(
    'a web server’s own page',
    likelyOther,
    page(404, '<html><title>404 Not Found</title></html>', { server: 'nginx' }),
  ),
  inPlace('a program that says {"status": true} to everything', likelyOther, json(200, { status: true })),
  inPlace('a login page', likelyOther, page(200, '<title>Sign in</title><form><input type="password"></form>')),
  inPlace('a browser’s own password box', other, (_request, response) => {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'content-type': 'text/html' }).end('401');
  }),
  inPlace('a redirection to a sign-in', other, (_request, response) => {
    response.writeHead(302, { location: '/oauth2/start?rd=%2F' }).end();
  }),
  inPlace('a redirection to a sign-in elsewhere', other, (_request, response) => {
    response.writeHead(302, { location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login' }).end();
  }),
  inPlace('a redirection to https', other, (_request, response) => {
    response.writeHead(301, { location: 'https://127.0.0.1/health' }).end();
  }),
  inPlace('a redirection to another host', other, (_request, response) => {
    response.writeHead(308, { location: 'https://chat.example.com/health' }).end();
  }),
  inPlace('a refusal without a word', likelyOther, page(403, '<h1>Forbidden</h1>')),
  inPlace(
    'Open WebUI is stopped behind the proxy',
    { cause: 'connection-refused', confidence: 'probable' },
    page(502, '<h1>502</h1>'),
  ),
  inPlace(
    'no healthy server behind the proxy',
    { cause: 'connection-refused', confidence: 'probable' },
    (_request, response) => {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('no available server');
    },
  ),
  inPlace('the proxy waits in vain', { cause: 'timeout', confidence: 'probable' }, page(504, '<h1>504</h1>')),
  inPlace('an Open WebUI from before', { cause: 'upstream-too-old', confidence: 'certain' }, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-process-time': '0' });
    response.end(JSON.stringify(request.url === '/health' ? { status: true } : { version: '0.5.20' }));
  }),
];
