import { afterEach, describe, expect, it } from 'vitest';
import { CHAT, call, open, question, streamedText } from '../practice-client.ts';
import { type PracticeServer, startPractice } from '../start-practice.ts';

let practice: PracticeServer;
afterEach(() => practice.close());

async function start(version?: string): Promise<string> {
  practice = await startPractice({ ...(version && { version }), provider: { tokenMs: 2 } });
  return practice.state.makeKey(practice.state.addAccount());
}

function stream(as: string, model: string, content = 'one two three four') {
  return call(practice, 'POST', CHAT, { as, body: question(model, content, { stream: true }) });
}

describe('a caller who goes away', () => {
  it('ends a streamed generation at once', async () => {
    const as = await start();
    const gone = new AbortController();
    const body = question('slow', 'one two three', { stream: true });
    const response = await open(practice, 'POST', CHAT, { as, body, signal: gone.signal });
    await response.body?.getReader().read();
    gone.abort();
    // It has words left for longer than this waits.
    await expect.poll(() => practice.state.provider.calls[0]).toMatchObject({ cutOff: true, finished: false });
  });

  it('ends one that has stalled as well', async () => {
    const as = await start();
    const gone = new AbortController();
    const body = question('stall-2', 'x', { stream: true });
    const response = await open(practice, 'POST', CHAT, { as, body, signal: gone.signal });
    await response.body?.getReader().read();
    gone.abort();
    await expect.poll(() => practice.state.provider.calls[0]).toMatchObject({ cutOff: true });
  });

  it('does not keep the server from stopping', async () => {
    const as = await start();
    const hanging = call(practice, 'POST', CHAT, { as, body: question('hang', 'x') }).catch((error: Error) => error);
    await expect.poll(() => practice.state.provider.calls.length).toBe(1);
    await practice.close();
    expect(await hanging).toBeInstanceOf(Error);
  });
});

describe('a provider that fails', () => {
  it.each([
    ['0.8.12', 401, 'error'],
    ['0.9.1', 200, 'null'],
    ['0.10.2', 400, 'detail'],
    ['0.11.4', 400, 'detail'],
    ['0.12.0', 401, 'error'],
  ])('is told by %s as %i with %s', async (version, status, member) => {
    const answer = await stream(await start(version), 'err401');
    expect(answer.status).toBe(status);
    expect(answer.text === 'null' ? 'null' : Object.keys(answer.json)[0]).toBe(member);
  });

  it('passes Retry-After on from 0.12 on', async () => {
    expect((await stream(await start('0.11.4'), 'err429')).headers.get('retry-after')).toBeNull();
    await practice.close();
    expect((await stream(await start('0.12.0'), 'err429')).headers.get('retry-after')).toBe('20');
  });

  it.each([
    ['0.10.2', ''],
    ['0.11.4', '\n\ndata: {"error": {"message": "Chat completion stream failed"}}\n\ndata: [DONE]\n\n'],
    ['0.12.0', '\n\ndata: {"error":{"message":"Chat completion stream failed"}}\n\ndata: [DONE]\n\n'],
  ])('ends a broken stream in %s with %j', async (version, end) => {
    const { text } = await stream(await start(version), 'cut');
    expect(text.slice(text.lastIndexOf('"finish_reason":null}]}\n\n') + 25)).toBe(end);
  });

  it('is unreachable in words and numbers of the version, and its models stay or go', async () => {
    const as = await start('0.12.4');
    await call(practice, 'GET', '/api/models', { as });
    practice.state.provider.options.reachable = false;
    const answer = await stream(as, 'echo');
    expect([answer.status, answer.json.detail]).toEqual([500, 'Open WebUI: Server Connection Error']);
    expect((await call(practice, 'GET', '/api/models', { as })).json.data).toHaveLength(12);
    const later = await stream(as, 'echo');
    expect([later.status, later.json.detail]).toEqual([404, "Model '' was not found"]);
    practice.state.provider.options.reachable = true;
    expect((await stream(as, 'echo')).status).toBe(200);
    await practice.close();
    const older = await start('0.9.6');
    await call(practice, 'GET', '/api/models', { as: older });
    practice.state.provider.options.reachable = false;
    expect((await stream(older, 'echo')).status).toBe(400);
    expect((await call(practice, 'GET', '/api/models', { as: older })).json.data).toEqual([]);
    expect((await stream(older, 'echo')).json.detail).toBe('Model not found');
  });
});

describe('scripted answers', () => {
  it('come at the pace and length that the model id says', async () => {
    const as = await start();
    const startedMs = performance.now();
    const { text } = await stream(as, 'paced-10-20');
    expect(performance.now() - startedMs).toBeGreaterThan(180);
    expect(streamedText(text).match(/token/g)).toHaveLength(20);
  });

  it('cite, end quietly, say nothing, use other line ends, or are no stream at all', async () => {
    const as = await start();
    expect((await stream(as, 'cite')).text).toMatch(/^data: \{"sources":\[/);
    expect((await stream(as, 'clean-cut')).text).not.toMatch(/DONE|"stop"/);
    expect(streamedText((await stream(as, 'empty')).text)).toBe('');
    expect((await stream(as, 'crlf')).text).toContain('}\r\n\r\ndata: [DONE]\r\n\r\n');
    expect(streamedText((await stream(as, 'huge-line')).text).length).toBeGreaterThan(1_000_000);
    expect((await stream(as, 'json200')).json.object).toBe('chat.completion');
    expect((await stream(as, 'null200')).text).toBe('null');
    expect((await stream(as, 'html200')).headers.get('content-type')).toContain('text/html');
  });

  it('can be written by a test', async () => {
    const as = await start();
    practice.state.provider.script('mine', () => ({
      kind: 'whole',
      status: 418,
      contentType: 'text/plain',
      headers: {},
      body: 'short and stout',
    }));
    expect(await stream(as, 'mine')).toMatchObject({ status: 418, text: 'short and stout' });
  });
});

describe('what the provider is sent', () => {
  it('holds nothing of what Open WebUI reads itself', async () => {
    const as = await start();
    const more = { params: { function_calling: 'legacy' }, session_id: 's', temperature: 0.5 };
    await call(practice, 'POST', CHAT, { as, body: question('echo', 'hi', more) });
    expect(Object.keys(practice.state.provider.calls[0]?.body ?? {})).toEqual(['model', 'messages', 'temperature']);
  });

  it('escapes accents in frames of its own up to 0.11', async () => {
    const files = [{ type: 'text', content: 'Fermé à midi' }];
    const ask = async (version: string) => {
      const as = await start(version);
      return call(practice, 'POST', CHAT, { as, body: question('echo', 'quand ?', { stream: true, files }) });
    };
    expect((await ask('0.11.4')).text).toContain('"document": ["Ferm\\u00e9 \\u00e0 midi"]');
    await practice.close();
    expect((await ask('0.12.0')).text).toContain('"document":["Fermé à midi"]');
  });
});
