/** Every visitors' route, as its own description lists them: below a site's path too, and shut alike where there is none. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
let paths: Record<string, Record<string, { parameters?: object[]; responses: object; summary: string }>>;

/** What is not a visitor's: it is asked without a token and of no site. */
const NOT_OF_A_SITE = new Set(['/v1/ticks']);
const BELOW = '/v1/sites/{site}/';

beforeAll(async () => {
  test = await startTestGuichet();
  ({ paths } = (await (await fetch(`${test.guichet.url}/openapi.json`)).json()) as { paths: typeof paths });
});
afterAll(() => test.close());

const shortPaths = () =>
  Object.keys(paths).filter(
    (path) => path.startsWith('/v1/') && !path.startsWith('/v1/sites/') && !NOT_OF_A_SITE.has(path),
  );
const withoutSite = (parameters: object[] = []) => parameters.filter((one) => 'name' in one && one.name !== 'site');

it('exists below a site’s own path, described the same', () => {
  expect(shortPaths().length).toBeGreaterThanOrEqual(6);
  for (const path of shortPaths()) {
    const below = paths[path.replace('/v1/', BELOW)];
    expect(Object.keys(below ?? {}), path).toEqual(Object.keys(paths[path] ?? {}));
    for (const [method, described] of Object.entries(paths[path] ?? {})) {
      const own = { ...described, parameters: withoutSite(described.parameters) };
      const site = { ...below?.[method], parameters: withoutSite(below?.[method]?.parameters) };
      expect(site, `${method} ${path}`).toEqual(own);
    }
  }
});

it('means the site `default` where none is named', async () => {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const conversation = await visitor.newConversation();
  const run = await visitor.ask(conversation, 'hi');
  for (const path of ['/conversations', `/conversations/${conversation}`, `/runs/${run.runId}/events`]) {
    const [short, long] = await Promise.all(
      ['/v1', '/v1/sites/default'].map(async (base) => (await visitor.request(`${base}${path}`)).text()),
    );
    expect(long, path).toBe(short);
  }
});

it('answers for a site that does not exist as for one that is not allowed here, on every route', async () => {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const ask = async (path: string, method: string, origin: string) => {
    const response = await fetch(test.guichet.url + path, {
      method: method.toUpperCase(),
      headers: { Origin: origin, Authorization: `Bearer ${visitor.token}`, 'Content-Type': 'application/json' },
      ...(method === 'post' && { body: '{}' }),
    });
    const { ref: _, ...problem } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, problem };
  };
  const doors = Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/sites/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })));
  expect(doors.length).toBeGreaterThan(8);
  for (const { path, method } of doors) {
    const at = (site: string) => path.replace('{site}', site).replace(/\{\w+\}/g, 'x');
    const unknown = await ask(at('nowhere'), method, ORIGIN);
    const notAllowed = await ask(at('default'), method, 'https://elsewhere.example');
    expect(unknown, `${method} ${path}`).toEqual(notAllowed);
    expect(unknown).toMatchObject({ status: 403, problem: { code: 'origin-not-allowed' } });
  }
});
