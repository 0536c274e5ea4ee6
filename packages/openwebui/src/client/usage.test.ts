import { afterEach, describe, expect, it } from 'vitest';
import { collectAnswer, question } from '../contract-suite/collect-answer.ts';
import { createOpenWebUiClient } from './create-open-webui-client.ts';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';
import {
  DONE_FRAME,
  type Script,
  type ScriptedUpstream,
  scriptedUpstream,
  sendFrames,
  sendJson,
  textFrame,
} from './scripted-upstream.ts';
import { createStreamReader } from './stream-reader.ts';
import { DEFAULT_LIMITS } from './upstream-limits.ts';
import { type AnswerUsage, readUsage, UsageWish } from './usage.ts';

describe('the counts that providers tell', () => {
  it.each([
    ['OpenAI', { usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } }, 3, 4],
    ['Anthropic', { usage: { input_tokens: 3, output_tokens: 4 } }, 3, 4],
    ['Ollama', { usage: { prompt_eval_count: 3, eval_count: 4, 'response_token/s': 'N/A' } }, 3, 4],
    ['llama.cpp, which had some of the prompt already', { timings: { cache_n: 2, prompt_n: 1, predicted_n: 4 } }, 3, 4],
    ['nothing written', { usage: { prompt_tokens: 3, completion_tokens: 0 } }, 3, 0],
  ])('%s', (_, frame, inputTokens, outputTokens) => {
    expect(readUsage(frame, 'provider')).toEqual({ inputTokens, outputTokens, from: 'provider' });
    expect(readUsage(frame, 'open-webui')).toEqual({ inputTokens, outputTokens, from: 'open-webui' });
  });

  it('are of the whole run where Open WebUI adds them up, and of the call that answered in a provider’s stream', () => {
    const usage = { prompt_tokens: 30, completion_tokens: 4, input_tokens: 50, output_tokens: 9, total_tokens: 59 };
    expect(readUsage({ usage }, 'open-webui')).toMatchObject({ inputTokens: 50, outputTokens: 9 });
    expect(readUsage({ usage }, 'provider')).toMatchObject({ inputTokens: 30, outputTokens: 4 });
  });

  it.each([
    [{}],
    [{ usage: null }],
    [{ usage: 7 }],
    [{ usage: { prompt_tokens: 0, completion_tokens: 0 } }],
    [{ usage: { prompt_tokens: -1, completion_tokens: 4 } }],
    [{ usage: { prompt_tokens: '3', completion_tokens: 4 } }],
    [{ usage: { prompt_tokens: 1.5, completion_tokens: 4 } }],
    [{ usage: { prompt_tokens: 1e300, completion_tokens: 4 } }],
    [{ usage: { prompt_tokens: 3 } }],
  ])('are none: %j', (frame) => expect(readUsage(frame, 'provider')).toBeUndefined());
});

describe.each(RECORDED_VERSIONS)('as Open WebUI %s passes it on', (version) => {
  const streamed = recordedReplies(version).filter(({ contentType }) => contentType?.startsWith('text/event-stream'));

  it('is read where it was asked for, and nowhere else', () => {
    const asked = streamed.filter(({ name }) => name.includes('usage'));
    expect(asked.length).toBeGreaterThan(0);
    for (const { name, body } of streamed) {
      let usage: AnswerUsage | undefined;
      const told = { onText() {}, onReasoning() {}, onRewrite() {}, onSources() {}, onOutcome() {} };
      const reader = createStreamReader({ ...told, onUsage: (one) => (usage = one) }, DEFAULT_LIMITS);
      reader.feed(Buffer.from(body));
      reader.end();
      const expected = name.includes('usage') ? { inputTokens: 3, outputTokens: 4, from: 'provider' } : undefined;
      expect(usage, name).toEqual(expected);
    }
  });
});

describe('asking for it', () => {
  let upstream: ScriptedUpstream;
  afterEach(() => upstream.close());

  async function ask(script: Script, times = 1) {
    upstream = await scriptedUpstream(script);
    const client = createOpenWebUiClient({ target: () => ({ baseUrl: upstream.url, credential: 'sk-0' }) });
    const told = [];
    for (let time = 0; time < times; time++) told.push(await collectAnswer(client, question('hi')));
    await client.close();
    const asked = upstream.seen
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => 'stream_options' in JSON.parse(body));
    return { told, asked };
  }
  const USAGE_FRAME = `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 2 } })}\n\n`;

  it('comes with the end of the answer', async () => {
    const { told, asked } = await ask((response) => {
      sendFrames(response, [textFrame('Hello'), textFrame('', 'stop'), USAGE_FRAME, DONE_FRAME]);
      response.end();
    });
    expect(asked).toEqual([true]);
    expect(told[0]).toMatchObject({ text: 'Hello', usage: { inputTokens: 5, outputTokens: 2, from: 'provider' } });
  });

  const REFUSAL = 'Extra inputs are not permitted: stream_options';
  const withUsage = (body: string) => 'stream_options' in JSON.parse(body);
  const answered: Script = (response) => {
    sendFrames(response, [textFrame('Hello'), textFrame('', 'stop'), DONE_FRAME]);
    response.end();
  };

  it.each<[string, Script]>([
    ['by a status', (response) => sendJson(response, 400, { detail: REFUSAL })],
    ['in a 200', (response) => sendJson(response, 200, { error: { message: REFUSAL } })],
    ['in the stream', (response) => sendFrames(response, [`data: {"error":{"message":"${REFUSAL}"}}\n\n`])],
  ])('is given up where it is refused %s, and never tried there again', async (_, refuse) => {
    const { told, asked } = await ask(
      (response, request) => (withUsage(request.body) ? refuse : answered)(response, request),
      2,
    );
    expect(told.map(({ text, ends, end }) => [text, ends, end.kind])).toEqual(Array(2).fill(['Hello', 1, 'complete']));
    expect(asked).toEqual([true, false, false]);
  });

  it('is not what another refusal is about', async () => {
    const { told, asked } = await ask((response) => sendJson(response, 400, { detail: 'Model not found' }));
    expect(told[0]?.end.kind).toBe('failed');
    expect(asked).toEqual([true]);
  });

  it('that is refused without it as well fails once', async () => {
    const { told, asked } = await ask((response) => sendJson(response, 400, { detail: REFUSAL }));
    expect(told[0]).toMatchObject({ ends: 1, end: { kind: 'failed' } });
    expect(asked).toEqual([true, false]);
  });
});

it('a refusal counts for its model at its address alone', () => {
  const wish = new UsageWish();
  expect(wish.refused('http://a', 'm', 'unknown field "include_usage"')).toBe(true);
  expect([wish.asksFor('http://a', 'm'), wish.asksFor('http://a', 'n'), wish.asksFor('http://b', 'm')]).toEqual([
    false,
    true,
    true,
  ]);
});
