import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { visitorClient } from './visitor-client.ts';

const session = { token: 'tok', expiresAt: '2099-01-01T00:00:00Z', visitor: { id: 'vis_1' } };

function clientWith(answer: () => Response, site = 'a b') {
  const requests: { url: string; init: RequestInit }[] = [];
  const client = visitorClient({
    server: 'https://chat.example.com',
    site,
    locale: () => 'fr',
    sessions: () => ({ current: () => session, ensure: () => Promise.resolve(session), forget: () => {} }),
    fetch: async (url, init) => {
      requests.push({ url: String(url), init: init ?? {} });
      return answer();
    },
  });
  return { client, requests };
}

const never = new AbortController().signal;
const refused = (answer: () => Response) =>
  clientWith(answer)
    .client.site()
    .catch((thrown: unknown) => thrown);

describe('visitorClient', () => {
  it('asks with the token, the key, the language, and no cookies', async () => {
    const stream = () => new Response('', { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
    const { client, requests } = clientWith(stream);
    await client.ask('con_1', { text: 'Why?', key: 'key-12345' }, never);
    expect(requests[0]).toMatchObject({
      url: 'https://chat.example.com/v1/sites/a%20b/conversations/con_1/messages',
      init: {
        method: 'POST',
        credentials: 'omit',
        body: '{"text":"Why?"}',
        headers: { Authorization: 'Bearer tok', 'Idempotency-Key': 'key-12345', 'Accept-Language': 'fr' },
      },
    });
  });

  it('asks below the site’s own path, but for the default site', async () => {
    const places = async (site: string) => {
      const { client, requests } = clientWith(() => Response.json({}), site);
      await client.newConversation();
      await client.stop('run_1');
      await client.followUps('msg_1');
      await client.picture('/v1/files/fil_1');
      return requests.map(({ url }) => url.replace('https://chat.example.com', ''));
    };
    const paths = ['/conversations', '/runs/run_1/stop', '/messages/msg_1/follow-ups'];
    expect(await places('default')).toEqual([...paths.map((path) => `/v1${path}`), '/v1/files/fil_1']);
    // The server names a picture's place itself.
    expect(await places('shop')).toEqual([...paths.map((path) => `/v1/sites/shop${path}`), '/v1/files/fil_1']);
  });

  it('reads on after an event, or from the beginning', async () => {
    const stream = () => new Response('', { headers: { 'Content-Type': 'text/event-stream' } });
    const { client, requests } = clientWith(stream);
    await client.events('run_1', '1-7', never);
    await client.events('run_1', undefined, never);
    expect(requests[0]?.init.headers).toMatchObject({ 'Last-Event-ID': '1-7' });
    expect(requests[1]?.init.headers).not.toHaveProperty('Last-Event-ID');
  });

  it('reads a long conversation page by page, to its beginning', async () => {
    const pages = [
      { id: 'con_1', title: 't', messages: [{ id: 'c' }], earlier: '5' },
      { id: 'con_1', title: 't', messages: [{ id: 'b' }], earlier: '3' },
      { id: 'con_1', title: 't', messages: [{ id: 'a' }] },
    ];
    const { client, requests } = clientWith(() => Response.json(pages[requests.length - 1]));
    expect((await client.conversation('con_1')).messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(requests.map(({ url }) => url.replace(/.*con_1/, ''))).toEqual(['', '?before=5', '?before=3']);
  });

  it('writes names into addresses safely', async () => {
    const { client, requests } = clientWith(() => Response.json({ id: 'x' }));
    await client.site();
    expect(requests[0]?.url).toBe('https://chat.example.com/v1/sites/a%20b');
  });

  it('hands on what the server says is wrong', async () => {
    const problem = { code: 'too-many-messages', detail: 'Wait.', ref: 'A-1', retryAfter: 7 };
    const thrown = await refused(() => Response.json(problem, { status: 429 }));
    expect(thrown).toBeInstanceOf(Refusal);
    expect((thrown as Refusal).failure).toEqual({ ...problem, retryable: true });
  });

  it('does not take a proxy’s page for an answer', async () => {
    const page = (status: number) => () => new Response('<html>', { status, headers: { 'Retry-After': '3' } });
    for (const status of [200, 502]) {
      const thrown = await refused(page(status));
      expect((thrown as Refusal).failure).toMatchObject({ code: 'unexpected-answer', retryable: true });
    }
    const asking = clientWith(page(200)).client.ask('con_1', { text: 'Why?', key: 'key-12345' }, never);
    await expect(asking).rejects.toMatchObject({ failure: { code: 'unexpected-answer' } });
  });
});
