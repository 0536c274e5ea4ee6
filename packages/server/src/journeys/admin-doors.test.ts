/** Every door of the operators' part, as its own description lists them: shut without a session, and for other pages. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';

let test: TestGuichet;
let doors: { method: string; place: string }[] = [];

beforeAll(async () => {
  test = await startTestGuichet();
  const { paths } = (await (await fetch(`${test.guichet.url}/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  doors = Object.entries(paths)
    .filter(([path]) => path.startsWith('/admin/api/'))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        place: path.slice('/admin/api'.length).replace(/\{\w+\}/g, 'x'),
      })),
    );
});
afterAll(() => test.close());

const hasBody = (method: string) => method === 'POST' || method === 'PUT';

it('is shut for whoever has no session, but the door to come in by', async () => {
  expect(doors.length).toBeGreaterThan(20);
  const visitor = new Operator(test.guichet.url);
  for (const { method, place } of doors.filter(({ place }) => place !== '/session')) {
    const { status } = await visitor.request(method, place, hasBody(method) ? {} : undefined);
    expect(status, `${method} ${place}`).toBe(401);
  }
});

it('does nothing for a page that is not ours, though the operator is signed in', async () => {
  const operator = await Operator.signIn(test.guichet.url, test.dataDir);
  const { host, port } = new URL(test.guichet.url);
  for (const origin of [
    'null',
    '',
    'https://evil.example',
    `http://sub.${host}`,
    `http://${host}.evil.example`,
    `http://evil.example/${host}`,
    `http://${host}@evil.example`,
    `http://localhost:${Number(port) === 65_535 ? 1 : Number(port) + 1}`,
    'file://',
  ]) {
    for (const { method, place } of doors.filter((door) => door.method !== 'GET')) {
      const answer = await operator.request(method, place, hasBody(method) ? {} : undefined, {
        Origin: origin,
        // Nobody's word counts for whom we do not trust.
        'X-Forwarded-Host': 'evil.example',
      });
      expect(await answer.json(), `${method} ${place} of ${origin}`).toMatchObject({ code: 'origin-not-allowed' });
    }
  }
  expect((await operator.request('GET', '/credential')).status).toBe(200);
});

it('does nothing for our own name without the encryption that we are known to have', async () => {
  const own = await startTestGuichet({ environment: { GUICHET_PUBLIC_URL: 'https://guichet.example.com' } });
  const operator = await Operator.signIn(own.guichet.url, own.dataDir);
  const askedFrom = async (origin: string) =>
    (await operator.request('PUT', '/set-up', { step: 'address' }, { Origin: origin })).status;
  expect(await askedFrom('https://guichet.example.com')).toBe(200);
  expect(await askedFrom('http://guichet.example.com')).toBe(403);
  expect(await askedFrom('http://guichet.example.com:8787')).toBe(403);
  await own.close();
});
