import { request as nodeRequest } from 'node:http';
import { proxyTo, standIn } from '@guichet/doctor/corpus';
import { freePort } from '../free-port.ts';
import { certain, NOTHING_WRONG, probable, type RealCase } from './real-case.ts';
import type { RealScene } from './real-scene.ts';

function written(
  name: string,
  expected: RealCase['expected'],
  address: (baseUrl: string) => string | Promise<string>,
): RealCase {
  return {
    name,
    beside: true,
    expected,
    make: async ({ baseUrl, service }) => ({
      input: { baseUrl: await address(baseUrl), credential: service.key, model: 'echo' },
    }),
  };
}

type Change = Parameters<typeof proxyTo>[1];

function behindProxy(name: string, expected: RealCase['expected'], change: Change, model = 'echo'): RealCase {
  return {
    name,
    beside: true,
    expected,
    async make(scene) {
      const proxy = await proxyTo(scene.baseUrl, change);
      scene.onEnd(() => proxy.close());
      return { input: { baseUrl: `http://127.0.0.1:${proxy.port}`, credential: scene.service.key, model } };
    },
  };
}

/** Lets through what the condition allows, and answers the rest itself. */
function guarded(
  name: string,
  expected: RealCase['expected'],
  answer: Parameters<typeof standIn>[0],
  isGuarded: (path: string, authorization: string) => boolean,
): RealCase {
  return {
    name,
    beside: true,
    expected,
    async make(scene: RealScene) {
      const inner = await proxyTo(scene.baseUrl, {});
      const front = await standIn((request, response) => {
        if (isGuarded(request.url ?? '', request.headers.authorization ?? '')) return answer(request, response);
        request.headers.host = `127.0.0.1:${inner.port}`;
        passOn(inner.port, request, response);
      });
      scene.onEnd(() => inner.close());
      scene.onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: scene.service.key, model: 'echo' } };
    },
  };
}

const passOn: (port: number, ...both: Parameters<Parameters<typeof standIn>[0]>) => void = (
  port,
  request,
  response,
) => {
  const { method = 'GET', url = '/', headers } = request;
  const outgoing = nodeRequest({ port, host: '127.0.0.1', method, path: url, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  request.pipe(outgoing);
};

/** The address, and what stands in front of Open WebUI. */
export const frontCases: RealCase[] = [
  written('/api pasted along', certain('url-has-path'), (url) => `${url}/api`),
  written('/v1 pasted along', certain('url-has-path'), (url) => `${url}/v1`),
  written('/ollama pasted along', certain('url-has-path'), (url) => `${url}/ollama`),
  written('https where only http is spoken', probable('tls-invalid'), (url) => url.replace('http:', 'https:')),
  written('the server is down', certain('connection-refused'), async () => `http://127.0.0.1:${await freePort()}`),
  behindProxy('a proxy takes the key away', certain('header-stripped'), {
    request: (headers) => delete headers.authorization,
  }),
  behindProxy('a proxy collects answers', probable('stream-buffered'), { collects: true }, 'paced-60-20'),
  behindProxy('a proxy that drops headers, and nothing wrong', NOTHING_WRONG, {
    response: (headers) => delete headers['x-process-time'],
  }),
  guarded(
    'a browser’s own password box in front',
    certain('not-open-webui'),
    (_request, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'content-type': 'text/html' }).end('401');
    },
    () => true,
  ),
  guarded(
    'a sign-in that guards all but the health of Open WebUI',
    probable('not-open-webui'),
    (_request, response) => {
      response.writeHead(302, { location: 'https://login.example.com/start' }).end();
    },
    (path) => path !== '/health',
  ),
  guarded(
    'a page instead of everything under /api',
    probable('not-open-webui'),
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Portal</title>');
    },
    (path) => path.startsWith('/api/'),
  ),
];
