import { guardedBy, proxyTo } from '@guichet/doctor/corpus';
import { freePort } from '../../free-port.ts';
import { certain, NOTHING_WRONG, probable, type RealCase } from './real-case.ts';

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

/** Somebody in front who answers some of the requests himself. */
function guarded(name: string, expected: RealCase['expected'], guard: Parameters<typeof guardedBy>[1]): RealCase {
  return {
    name,
    beside: true,
    expected,
    async make(scene) {
      const front = await guardedBy(scene.baseUrl, guard);
      scene.onEnd(() => front.close());
      return { input: { baseUrl: `http://127.0.0.1:${front.port}`, credential: scene.service.key, model: 'echo' } };
    },
  };
}

const QUESTION = '/api/chat/completions';
const plainWord = (status: number, body: string) => ({ status, contentType: 'text/plain; charset=utf-8', body });

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
  guarded('at the question alone: no available server', probable('connection-refused'), (path) =>
    path === QUESTION ? plainWord(503, 'no available server') : undefined,
  ),
  guarded('at the question alone: a bot filter', probable('not-open-webui'), (path) =>
    path === QUESTION ? plainWord(403, 'error code: 1010') : undefined,
  ),
  guarded('at the question alone: the edge waits in vain', probable('timeout'), (path) =>
    path === QUESTION ? plainWord(524, 'error code: 524') : undefined,
  ),
  guarded('at the question alone: 401 in plain text', probable('not-open-webui'), (path) =>
    path === QUESTION ? plainWord(401, 'Unauthorized') : undefined,
  ),
  behindProxy('a proxy collects answers', probable('stream-buffered'), { collects: true }, 'paced-60-20'),
  behindProxy('a proxy that drops headers, and nothing wrong', NOTHING_WRONG, {
    response: (headers) => delete headers['x-process-time'],
  }),
  guarded('a browser’s own password box in front', certain('not-open-webui'), () => ({
    ...page(401, '401'),
    headers: { 'www-authenticate': 'Basic realm="x"' },
  })),
  guarded('a sign-in that guards all but the health of Open WebUI', probable('not-open-webui'), (path) =>
    path === '/health' ? undefined : { ...page(302, ''), headers: { location: 'https://login.example.com/start' } },
  ),
  guarded('a page instead of everything under /api', probable('not-open-webui'), (path) =>
    path.startsWith('/api/') ? page(200, 'Portal') : undefined,
  ),
];

function page(status: number, title: string) {
  return { status, contentType: 'text/html', body: `<!doctype html><title>${title}</title>` };
}
