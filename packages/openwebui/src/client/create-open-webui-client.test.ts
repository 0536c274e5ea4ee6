import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { collectAnswer, question } from '../contract-suite/collect-answer.ts';
import {
  createOpenWebUiClient,
  type OpenWebUiClientOptions,
  type UpstreamLogEntry,
} from './create-open-webui-client.ts';
import type { OpenWebUiClient, UpstreamTarget } from './open-webui-client.ts';
import {
  DONE_FRAME,
  type Script,
  type ScriptedUpstream,
  scriptedUpstream,
  sendFrames,
  sendJson,
  textFrame,
} from './scripted-upstream.ts';

const KEY = `sk-${'0123456789abcdef'.repeat(2)}`;
const open: (() => Promise<void>)[] = [];
const logged: UpstreamLogEntry[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  logged.length = 0;
});

async function upstream(script: Script): Promise<ScriptedUpstream> {
  const server = await scriptedUpstream(script);
  open.push(() => server.close());
  return server;
}

function clientFor(
  target: string | UpstreamTarget | undefined,
  options: Partial<OpenWebUiClientOptions> = {},
): OpenWebUiClient {
  const client = createOpenWebUiClient({
    target: () => (typeof target === 'string' ? { baseUrl: target, credential: KEY } : target),
    log: (entry) => logged.push(entry),
    ...options,
  });
  open.push(() => client.close());
  return client;
}

async function failureOf(client: OpenWebUiClient) {
  const told = await collectAnswer(client, question('hi'));
  if (told.end.kind !== 'failed' && told.end.kind !== 'interrupted') throw new Error(JSON.stringify(told.end));
  return { kind: told.end.kind, ...told.end.failure };
}

describe('the target', () => {
  it.each([
    [undefined, 'url-missing', 'not-configured'],
    [{ baseUrl: '', credential: KEY }, 'url-missing', 'not-configured'],
    [{ baseUrl: 'chat.example.com', credential: KEY }, 'url-malformed', 'assistant-misconfigured'],
    [{ baseUrl: 'ftp://chat.example.com', credential: KEY }, 'url-malformed', 'assistant-misconfigured'],
    [{ baseUrl: 'http://user:pass@chat.example.com', credential: KEY }, 'url-malformed', 'assistant-misconfigured'],
    [{ baseUrl: 'https://chat.example.com/api', credential: KEY }, 'url-has-path', 'assistant-misconfigured'],
    [{ baseUrl: 'https://chat.example.com', credential: '' }, 'key-missing', 'not-configured'],
    [{ baseUrl: 'https://chat.example.com', credential: 'a\r\nx: y' }, 'key-malformed', 'assistant-misconfigured'],
    [{ baseUrl: 'https://chat.example.com', credential: `Bearer ${KEY}` }, 'key-malformed', 'assistant-misconfigured'],
    [{ baseUrl: 'https://chat.example.com', credential: 'clé' }, 'key-malformed', 'assistant-misconfigured'],
  ])('%j is not asked: %s', async (target, cause, code) => {
    const client = clientFor(target);
    expect(await failureOf(client)).toMatchObject({ kind: 'failed', cause, code, phase: 'connect' });
    expect(await client.models()).toMatchObject({ ok: false, failure: { cause, code } });
  });

  it('is read at each call, so that a swapped credential counts from the next one on', async () => {
    const server = await upstream((response) => sendJson(response, 200, { data: [] }));
    let credential = 'first';
    const client = clientFor(undefined, { target: () => ({ baseUrl: `${server.url}/`, credential }) });
    await client.models();
    credential = 'second';
    await client.models();
    expect(server.seen.map((request) => request.headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });
});

describe('the credential', () => {
  it('goes to no other address: a redirect is not followed', async () => {
    const other = await upstream((response) => sendJson(response, 200, { data: [] }));
    const server = await upstream((response) => response.writeHead(302, { location: `${other.url}/api/models` }).end());
    const client = clientFor(server.url);
    expect(await client.models()).toMatchObject({ ok: false, failure: { cause: 'not-open-webui', status: 302 } });
    expect(await client.identity()).toMatchObject({ ok: false, failure: { cause: 'not-open-webui' } });
    expect(await failureOf(client)).toMatchObject({ cause: 'not-open-webui', status: 302 });
    expect(other.seen).toEqual([]);
  });

  it('is taken out of what a server repeats, before it reaches the log', async () => {
    const server = await upstream((response, request) =>
      sendJson(response, 400, { detail: `bad header ${request.headers.authorization}` }),
    );
    const client = clientFor(server.url);
    await client.models();
    await client.identity();
    await failureOf(client);
    expect(logged).toHaveLength(3);
    expect(JSON.stringify(logged)).not.toContain(KEY);
    expect(JSON.stringify(logged)).toContain('[credential]');
  });

  it('is taken out of an answer, its sources, the list of models and frames that cannot be read', async () => {
    const sources = [{ source: { name: `for ${KEY}` }, document: [`with ${KEY} in it`], metadata: [{ source: 'a' }] }];
    const server = await upstream((response, { path }) => {
      if (path === '/api/models') {
        const info = { meta: { description: `by ${KEY}`, suggestion_prompts: [{ content: KEY }] } };
        sendJson(response, 200, { data: [{ id: 'm', name: `Model ${KEY}`, info }] });
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: {"sources":${JSON.stringify(sources)}}\n\ndata: {broken ${KEY}\n\n`);
      for (const content of ['Your key is ', KEY.slice(0, 9), KEY.slice(9, 20), `${KEY.slice(20)}.`]) {
        response.write(
          `data: ${JSON.stringify({ choices: [{ delta: { content, reasoning_content: content } }] })}\n\n`,
        );
      }
      response.end('data: [DONE]\n\n');
    });
    const client = clientFor(server.url);
    const told = await collectAnswer(client, question('hi'));
    expect(told.text).toMatch(/^Your key is .{0,5}\[credential\]\.$/);
    const all = JSON.stringify([told, await client.models(), logged]);
    expect(all).not.toContain(KEY);
    expect(all).not.toContain(KEY.slice(-16));
    expect(all.match(/\[credential\]/g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('is taken out where it is masked, encoded or cut, before it reaches the log', async () => {
    const written = [`${KEY.slice(0, 7)}...${KEY.slice(-4)}`, Buffer.from(`Bearer ${KEY}`).toString('base64')];
    const server = await upstream((response) =>
      sendJson(response, 400, { detail: `${'x'.repeat(1_850)} ${written.join(' ')} ${KEY}` }),
    );
    const client = clientFor(server.url);
    await failureOf(client);
    const said = JSON.stringify(logged);
    for (const one of written) expect(said).not.toContain(one);
    expect(said).not.toContain(KEY.slice(0, 12));
  });

  it('is not in what identity keeps, although the body repeats it', async () => {
    const body = { id: 'u', role: 'user', name: 'N', email: 'e@example.com', token: KEY, settings: { private: KEY } };
    const server = await upstream((response) => sendJson(response, 200, body));
    expect(await clientFor(server.url).identity()).toEqual({
      ok: true,
      value: { role: 'user', accountId: 'u', name: 'N', email: 'e@example.com' },
    });
  });
});

describe('the network', () => {
  it('knows a name that does not exist', async () => {
    const client = clientFor('http://guichet.invalid');
    expect(await failureOf(client)).toMatchObject({
      cause: 'dns-failed',
      code: 'assistant-unavailable',
      phase: 'connect',
    });
  });

  it('knows a port that nobody listens on', async () => {
    const server = await scriptedUpstream(() => {});
    await server.close();
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'connection-refused', phase: 'connect' });
  });

  it('knows a server that speaks no TLS', async () => {
    const server = await upstream((response) => response.end());
    const failure = await failureOf(clientFor(server.url.replace('http:', 'https:')));
    expect(failure).toMatchObject({ cause: 'tls-invalid', code: 'assistant-misconfigured' });
  });

  it('knows a server that speaks no HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(async () => void server.close());
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('no port');
    expect(await failureOf(clientFor(`http://127.0.0.1:${address.port}`))).toMatchObject({ cause: 'not-open-webui' });
  });

  it('knows a connection that is closed without a word', async () => {
    const server = await upstream((response) => response.destroy());
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'connection-refused', phase: 'first-byte' });
  });

  it('asks once more when a kept connection turns out to be dead', async () => {
    let calls = 0;
    const server = await upstream((response) => {
      if (++calls === 2) response.destroy();
      else sendJson(response, 200, { data: [] });
    });
    const client = clientFor(server.url);
    expect((await client.models()).ok).toBe(true);
    expect((await client.models()).ok).toBe(true);
    expect(calls).toBe(3);
  });

  it('interrupts an answer whose connection breaks', async () => {
    const server = await upstream((response) => {
      sendFrames(response, [textFrame('Hello')]);
      setTimeout(() => response.destroy(), 30);
    });
    expect(await failureOf(clientFor(server.url))).toMatchObject({ kind: 'interrupted', phase: 'stream' });
  });
});

describe('the limits of time', () => {
  const hang: Script = () => {};

  it('give up a server that takes no connection', async () => {
    // A documentation address: packets to it are dropped or refused, and both are told apart from an answer.
    const client = clientFor('http://192.0.2.1', { timeouts: { connectMs: 100 } });
    const failure = await failureOf(client);
    expect(failure.phase).toBe('connect');
    expect(['timeout', 'connection-refused']).toContain(failure.cause);
  });

  it('give up a server that says nothing', async () => {
    const server = await upstream(hang);
    const client = clientFor(server.url, { timeouts: { firstByteMs: 80 } });
    expect(await failureOf(client)).toMatchObject({
      kind: 'failed',
      cause: 'timeout',
      code: 'assistant-timeout',
      phase: 'first-byte',
    });
  });

  it('wait longer for the first word than between words, also when the head came at once', async () => {
    const server = await upstream((response) => {
      sendFrames(response, [': thinking\n\n']);
      setTimeout(() => response.end(textFrame('Hello', 'stop')), 250);
    });
    const client = clientFor(server.url, { timeouts: { firstByteMs: 2_000, silenceMs: 80 } });
    expect((await collectAnswer(client, question('hi'))).end.kind).toBe('complete');
  });

  it('interrupt an answer that falls silent', async () => {
    const server = await upstream((response) => sendFrames(response, [textFrame('Hello')]));
    const client = clientFor(server.url, { timeouts: { silenceMs: 80 } });
    expect(await failureOf(client)).toMatchObject({ kind: 'interrupted', cause: 'timeout', phase: 'stream' });
  });

  it('interrupt an answer that never comes to an end', async () => {
    const server = await upstream((response) => {
      sendFrames(response, []);
      const timer = setInterval(() => response.write(textFrame('x')), 10);
      response.on('close', () => clearInterval(timer));
    });
    const client = clientFor(server.url, { timeouts: { totalMs: 200 } });
    expect(await failureOf(client)).toMatchObject({ kind: 'interrupted', cause: 'timeout' });
  });

  it('take an answer for complete when only the closing is missing', async () => {
    const server = await upstream((response) => sendFrames(response, [textFrame('Hello', 'stop')]));
    const client = clientFor(server.url, { timeouts: { afterFinishMs: 80 } });
    expect((await collectAnswer(client, question('hi'))).end).toEqual({ kind: 'complete', finish: 'stop', model: 'm' });
  });

  it('give up a short question', async () => {
    const server = await upstream(hang);
    const client = clientFor(server.url, { timeouts: { replyMs: 80 } });
    expect(await client.models()).toMatchObject({ ok: false, failure: { cause: 'timeout', phase: 'first-byte' } });
  });
});

describe('what comes instead of a stream', () => {
  it.each([
    ['a page', 'text/html', '<html></html>', 'not-open-webui'],
    ['null', 'application/json', 'null', 'provider-unreachable'],
    ['no choices', 'application/json', '{"status":true,"task_ids":[]}', 'unknown'],
    ['an error under 200', 'application/json', '{"error":{"detail":"Rate limit reached"}}', 'provider-rate-limited'],
    ['broken JSON', 'application/json', '{"choices":', 'unknown'],
    ['plain text', 'text/plain', 'Hello', 'not-open-webui'],
  ])('%s is a failure', async (_name, contentType, body, cause) => {
    const server = await upstream((response) => response.writeHead(200, { 'content-type': contentType }).end(body));
    expect(await failureOf(clientFor(server.url))).toMatchObject({ kind: 'failed', cause, status: 200 });
  });

  it('a compressed stream is a failure, because it comes in lumps', async () => {
    const server = await upstream((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
      response.end('garbage');
    });
    expect(await failureOf(clientFor(server.url))).toMatchObject({ kind: 'failed', cause: 'stream-buffered' });
  });

  it('an answer that came whole is an answer', async () => {
    const whole = {
      model: 'm',
      sources: [{ source: { id: 's', name: 'S' } }],
      choices: [{ message: { role: 'assistant', content: '<think>hm</think>Hello' }, finish_reason: 'length' }],
    };
    const server = await upstream((response) => sendJson(response, 200, whole));
    expect(await collectAnswer(clientFor(server.url), question('hi'))).toMatchObject({
      text: 'Hello',
      reasoning: 'hm',
      sources: [{ id: '1', title: 'S' }],
      end: { kind: 'complete', finish: 'length', model: 'm' },
      ends: 1,
    });
  });

  it.each([
    ['nothing', [DONE_FRAME]],
    ['white space', [textFrame(' \n'), textFrame('', 'stop'), DONE_FRAME]],
    ['reasoning alone', [textFrame('<think>hm</think>', 'stop')]],
  ])('an answer of %s is empty', async (_name, frames) => {
    const server = await upstream((response) => {
      sendFrames(response, frames);
      response.end();
    });
    expect(await failureOf(clientFor(server.url))).toMatchObject({ kind: 'failed', code: 'answer-empty' });
  });

  it('a stream that brings nothing at all is a failure', async () => {
    const server = await upstream((response) => {
      sendFrames(response, []);
      response.end();
    });
    expect(await failureOf(clientFor(server.url))).toMatchObject({ kind: 'failed', code: 'assistant-unavailable' });
  });
});

describe('a refusal', () => {
  const refused = { detail: 'Not authenticated' };

  it('in our own words is confirmed by asking for the models', async () => {
    const server = await upstream((response) => sendJson(response, 401, refused));
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'header-stripped', confidence: 'certain' });
    expect(server.seen.map((request) => request.path)).toEqual(['/api/chat/completions', '/api/models']);
  });

  it("in our own words is the provider's when the models come all the same", async () => {
    const server = await upstream((response, request) =>
      request.path === '/api/models' ? sendJson(response, 200, { data: [] }) : sendJson(response, 401, refused),
    );
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'provider-refused', confidence: 'probable' });
  });

  it.each([
    ['"Model not found"', 400, { detail: 'Model not found' }],
    ['null', 200, null],
  ])('of %s is overcome when asking for the models brings the model back', async (_name, status, body) => {
    let listed = false;
    const server = await upstream((response, request) => {
      if (request.path === '/api/models') {
        listed = true;
        sendJson(response, 200, { data: [{ id: 'echo' }] });
      } else if (listed) {
        sendFrames(response, [textFrame('Hello', 'stop')]);
        response.end();
      } else {
        sendJson(response, status, body);
      }
    });
    const told = await collectAnswer(clientFor(server.url), question('hi'));
    expect(told).toMatchObject({ text: 'Hello', ends: 1, end: { kind: 'complete' } });
    expect(server.seen).toHaveLength(3);
  });

  it('is not asked about for ever', async () => {
    const server = await upstream((response, request) =>
      request.path === '/api/models'
        ? sendJson(response, 200, { data: [{ id: 'echo' }] })
        : sendJson(response, 400, { detail: 'Model not found' }),
    );
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'model-missing' });
    expect(server.seen).toHaveLength(4);
  });

  it('tells how long to wait', async () => {
    const server = await upstream((response) =>
      sendJson(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '20', 'retry-after-ms': '1500' }),
    );
    expect(await failureOf(clientFor(server.url))).toMatchObject({ cause: 'provider-rate-limited', retryAfter: 2 });
  });
});

describe('stopping', () => {
  it('closes the connection and is told once', async () => {
    let closed: (() => void) | undefined;
    const whenClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await upstream((response) => {
      response.on('close', () => closed?.());
      sendFrames(response, [textFrame('one') + textFrame('two') + DONE_FRAME]);
    });
    const ends: string[] = [];
    const texts: string[] = [];
    const running = clientFor(server.url).answer(question('hi'), {
      onText: (text) => {
        texts.push(text);
        running.abort();
        running.abort();
      },
      onReasoning() {},
      onRewrite() {},
      onSources() {},
      onEnd: (end) => ends.push(end.kind),
    });
    await whenClosed;
    expect(ends).toEqual(['aborted']);
    expect(texts).toEqual(['one']);
  });

  it('before anything was sent sends nothing', async () => {
    const server = await upstream((response) => response.end());
    const ends: string[] = [];
    const handler = {
      onText() {},
      onReasoning() {},
      onRewrite() {},
      onSources() {},
      onEnd: (end: { kind: string }) => void ends.push(end.kind),
    };
    clientFor(server.url).answer(question('hi'), handler).abort();
    clientFor(undefined).answer(question('hi'), handler).abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ends).toEqual(['aborted', 'aborted']);
    expect(server.seen).toEqual([]);
  });

  it('the client twice is no harm, and whoever asks it afterwards hears of a failure', async () => {
    const client = clientFor('http://127.0.0.1:9');
    await client.close();
    await client.close();
    expect(await failureOf(client)).toMatchObject({ kind: 'failed', code: 'assistant-unavailable' });
    expect((await client.models()).ok).toBe(false);
  });

  it('the client aborts running answers', async () => {
    const server = await upstream((response) => sendFrames(response, [textFrame('Hello')]));
    const client = clientFor(server.url);
    const told = collectAnswer(client, question('hi'));
    await expect.poll(() => server.seen.length).toBe(1);
    await client.close();
    expect((await told).end).toEqual({ kind: 'aborted' });
  });
});

describe('the limits of size', () => {
  it('interrupt an answer that grows beyond all measure, and close the connection', async () => {
    const server = await upstream((response) => {
      sendFrames(response, []);
      const timer = setInterval(() => response.write(textFrame('x'.repeat(100))), 2);
      response.on('close', () => clearInterval(timer));
    });
    const client = clientFor(server.url, { limits: { answerChars: 500 } });
    expect(await failureOf(client)).toMatchObject({ kind: 'interrupted', code: 'answer-too-large' });
  });

  it('refuse a list that never ends', async () => {
    const server = await upstream((response) => sendJson(response, 200, { data: ['x'.repeat(5_000)] }));
    const client = clientFor(server.url, { limits: { replyBytes: 1_000 } });
    expect(await client.models()).toMatchObject({ ok: false, failure: { cause: 'not-open-webui' } });
  });

  it('read only the beginning of a long error', async () => {
    const server = await upstream((response) => {
      response.writeHead(503, { 'content-type': 'text/plain' });
      response.end('upstream sad '.repeat(10_000));
    });
    const failure = await failureOf(clientFor(server.url));
    expect(failure).toMatchObject({ cause: 'provider-unreachable', status: 503 });
    expect(failure.raw).toHaveLength(2000);
  });
});
