/** What visitors say and hear: by Open WebUI where it offers it, only where the site wants it, bounded, and kept nowhere. */

import type { OpenWebUiSignInView } from '@guichet/contract/admin-api';
import { MAX_RECORDING_BYTES } from '@guichet/contract/limits';
import type { Problem } from '@guichet/contract/problem';
import type { PublicSite } from '@guichet/contract/public-site';
import type { Conversation, Transcription } from '@guichet/contract/visitor-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

const WEBM = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(500, 1)]);

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet({ practice: { provider: { heard: ' Quand ouvrez-vous ? ' } } });
  test.practice.state.setVoice({ stt: 'openai', tts: 'openai' });
  await setSite(test, 'voice=open-webui');
});
afterAll(() => test.close());

async function setSite({ dataDir, practice, guichet }: TestGuichet, setting: string): Promise<void> {
  const done = await runCommand(['site', 'set', '--site', 'default', setting], {
    GUICHET_DATA_DIR: dataDir,
    OPENWEBUI_URL: practice.url,
    OPENWEBUI_MODEL: 'echo',
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
  });
  expect(done.code, done.output).toBe(0);
  const isOn = !setting.endsWith('off');
  await vi.waitFor(async () => expect((await siteOf(guichet.url)).features.voice).toBe(isOn), { timeout: 10_000 });
}

async function siteOf(url: string): Promise<PublicSite> {
  return (await (await fetch(`${url}/v1/sites/default`, { headers: { Origin: ORIGIN } })).json()) as PublicSite;
}

const say = (visitor: VisitorClient, body: BodyInit, headers: Record<string, string> = {}) =>
  visitor.request('/v1/transcriptions', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'audio/webm', 'Accept-Language': 'fr', ...headers },
  });

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const problem = (await response.json()) as Problem;
  expect([response.status, problem.code]).toEqual([status, code]);
}

const heardCalls = () => test.practice.state.provider.calls.filter(({ kind }) => kind === 'transcription');
const spokenCalls = () => test.practice.state.provider.calls.filter(({ kind }) => kind === 'speech');

async function answered(visitor: VisitorClient, text: string): Promise<string> {
  const conversation = await visitor.newConversation();
  await visitor.ask(conversation, text);
  const { messages } = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
  return messages.at(-1)?.id ?? '';
}

describe('a site without voice', () => {
  it('says nothing of it, and takes and gives no sound', async () => {
    const other = await startTestGuichet();
    other.practice.state.setVoice({ stt: 'openai', tts: 'openai' });
    try {
      expect(await siteOf(other.guichet.url)).not.toHaveProperty('voice');
      const visitor = await VisitorClient.arrive(other.guichet.url);
      await expectProblem(await say(visitor, WEBM), 502, 'voice-unavailable');
      const message = await answered(visitor, 'hi');
      await expectProblem(await visitor.request(`/v1/messages/${message}/speech`), 502, 'voice-unavailable');
      expect(other.practice.state.received.some(({ path }) => path.includes('/audio/'))).toBe(false);
    } finally {
      await other.close();
    }
  });
});

describe('a recording', () => {
  it('is offered with its longest time, and becomes text in the language that is spoken', async () => {
    const offered = { transcription: true, speech: true, browser: false, maxSeconds: 120 };
    expect((await siteOf(test.guichet.url)).voice).toEqual(offered);
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const response = await say(visitor, WEBM);
    expect(response.status).toBe(200);
    expect((await response.json()) as Transcription).toEqual({ text: 'Quand ouvrez-vous ?' });
    expect(heardCalls().at(-1)?.body).toEqual({ model: '', language: 'fr' });
    const sent = test.practice.state.received.findLast(({ path }) => path.endsWith('/transcriptions'));
    const file = sent?.form.find(({ name }) => name === 'file');
    expect([file?.filename, file?.contentType, file?.content.equals(WEBM)]).toEqual([
      'recording.webm',
      'audio/webm',
      true,
    ]);
    expect(sent?.headers.authorization).toBe(`Bearer ${test.credential}`);
  });

  it('is of the kind that its bytes say, not of the one that is claimed', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const before = heardCalls().length;
    for (const bytes of ['<svg onload=alert(1)>', '', 'MZ\x90', '{"text":"x"}'])
      await expectProblem(await say(visitor, bytes), 400, 'recording-unusable');
    expect(heardCalls().length).toBe(before);
    const kinds = { ogg: 'OggS\0\0\0\0\0\0\0\0', mp4: '\0\0\0\x18ftypM4A ', wav: 'RIFF\0\0\0\0WAVEfmt ' };
    for (const [ending, beginning] of Object.entries(kinds)) {
      expect((await say(visitor, Buffer.from(beginning, 'latin1'), { 'Content-Type': 'text/html' })).status).toBe(200);
      const sent = test.practice.state.received.findLast(({ path }) => path.endsWith('/transcriptions'));
      expect(sent?.form.find(({ name }) => name === 'file')?.filename).toBe(`recording.${ending}`);
    }
  });

  it('that is too large is refused, whether it says so or not', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const large = Buffer.concat([WEBM, Buffer.alloc(MAX_RECORDING_BYTES)]);
    await expectProblem(await say(visitor, large), 413, 'recording-too-large');
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.length; at += 100_000) controller.enqueue(large.subarray(at, at + 100_000));
        controller.close();
      },
    });
    const streamed = visitor.request('/v1/transcriptions', {
      method: 'POST',
      body: pieces,
      duplex: 'half',
      headers: { 'Content-Type': 'audio/webm' },
    } as RequestInit);
    await expectProblem(await streamed, 413, 'recording-too-large');
  });

  it('is guarded like every visitor’s route, below a site’s own path as well', async () => {
    const bare = (path: string, headers: Record<string, string>) =>
      fetch(`${test.guichet.url}${path}`, { method: 'POST', body: WEBM, headers });
    for (const path of ['/v1/transcriptions', '/v1/sites/default/transcriptions']) {
      expect((await bare(path, { Origin: ORIGIN })).status).toBe(401);
      expect((await bare(path, { Origin: 'https://evil.example' })).status).toBe(403);
      const { token } = await VisitorClient.arrive(test.guichet.url);
      expect((await bare(path, { Origin: ORIGIN, Authorization: `Bearer ${token}` })).status).toBe(200);
    }
  });

  it('that Open WebUI cannot hear is no answer, and the next one is', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const { options } = test.practice.state.provider;
    options.reachable = false;
    await expectProblem(await say(visitor, WEBM), 502, 'voice-unavailable');
    options.reachable = true;
    expect((await say(visitor, WEBM)).status).toBe(200);
  });
});

describe('an answer', () => {
  it('is read piece by piece, without marks, to the visitor whose it is', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const message = await answered(visitor, `**First** sentence. ${'Word '.repeat(75)}end. Last one.`);
    const first = await visitor.request(`/v1/messages/${message}/speech`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
    expect(first.headers.get('content-security-policy')).toContain('sandbox');
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(100);
    expect(spokenCalls().at(-1)?.body.input).toBe('You said: First sentence.');
    expect((await visitor.request(`/v1/messages/${message}/speech?piece=1`)).status).toBe(200);
    expect(spokenCalls().at(-1)?.body.input).toMatch(/end\. Last one\.$/);
    expect((await visitor.request(`/v1/messages/${message}/speech?piece=2`)).status).toBe(204);
    await expectProblem(await visitor.request(`/v1/messages/${message}/speech?piece=-1`), 400, 'bad-request');
    const stranger = await VisitorClient.arrive(test.guichet.url);
    await expectProblem(await stranger.request(`/v1/messages/${message}/speech`), 404, 'not-found');
  });
});

describe('how much', () => {
  it('is counted by the minute and by the day, recordings and pieces together', async () => {
    const limits = { visitorVoicePerMinute: 2, visitorVoicePerDay: 3, addressVoicePerDay: 4 };
    const own = await startTestGuichet({ limits });
    own.practice.state.setVoice({ stt: 'openai', tts: 'openai' });
    try {
      await setSite(own, 'voice=any');
      const visitor = await VisitorClient.arrive(own.guichet.url);
      const message = await answered(visitor, 'hi');
      expect((await say(visitor, WEBM)).status).toBe(200);
      expect((await visitor.request(`/v1/messages/${message}/speech`)).status).toBe(200);
      const third = await say(visitor, WEBM);
      expect(Number(third.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      await expectProblem(third, 429, 'voice-limit-reached');
      const other = await VisitorClient.arrive(own.guichet.url);
      for (let count = 0; count < 2; count++) expect((await say(other, WEBM)).status).toBe(200);
      // The network has had its four.
      await expectProblem(await say(await VisitorClient.arrive(own.guichet.url), WEBM), 429, 'voice-limit-reached');
    } finally {
      await own.close();
    }
  });
});

describe('an operator who closes what the key need not reach', () => {
  it('keeps the way of sound open', async () => {
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      email: 'admin@example.com',
      password: 'admin-password',
    });
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const { ticket } = signIn;
    await operator.request('POST', '/openwebui/allow-list/apply', { ticket });
    const visitor = await VisitorClient.arrive(test.guichet.url);
    expect((await say(visitor, WEBM)).status).toBe(200);
    const message = await answered(visitor, 'hi');
    expect((await visitor.request(`/v1/messages/${message}/speech`)).status).toBe(200);
    await operator.request('POST', '/openwebui/allow-list/undo', { ticket });
  });
});

describe('what Open WebUI does not offer', () => {
  it('is left to the browser where the site says so, and to nobody otherwise', async () => {
    const own = await startTestGuichet();
    own.practice.state.permit('chat', 'stt', false);
    try {
      await setSite(own, 'voice=any');
      const nothing = { transcription: false, speech: false, maxSeconds: 120 };
      expect((await siteOf(own.guichet.url)).voice).toEqual({ ...nothing, browser: true });
      const done = await runCommand(['site', 'set', '--site', 'default', 'voice=open-webui'], {
        GUICHET_DATA_DIR: own.dataDir,
        OPENWEBUI_URL: own.practice.url,
        GUICHET_ALLOWED_ORIGINS: ORIGIN,
      });
      expect(done.code, done.output).toBe(0);
      await vi.waitFor(async () => expect(await siteOf(own.guichet.url)).not.toHaveProperty('voice'), {
        timeout: 10_000,
      });
    } finally {
      await own.close();
    }
  });
});
