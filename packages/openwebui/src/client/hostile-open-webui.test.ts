/** What a broken or hostile Open WebUI can send, over a real connection: each has a bound, and none ends the process. */
import { afterEach, describe, expect, it } from 'vitest';
import { collectAnswer, question } from '../contract-suite/collect-answer.ts';
import {
  createOpenWebUiClient,
  type OpenWebUiClientOptions,
  type UpstreamLogEntry,
} from './create-open-webui-client.ts';
import { DONE_FRAME, type Script, scriptedUpstream, sendFrames, sendJson, textFrame } from './scripted-upstream.ts';

const open: (() => Promise<void>)[] = [];
const logged: UpstreamLogEntry[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  logged.length = 0;
});

async function clientOf(script: Script, options: Partial<OpenWebUiClientOptions> = {}) {
  const server = await scriptedUpstream(script);
  open.push(() => server.close());
  const client = createOpenWebUiClient({
    target: () => ({ baseUrl: server.url, credential: `sk-${'0123456789abcdef'.repeat(2)}` }),
    log: (entry) => logged.push(entry),
    ...options,
  });
  open.push(() => client.close());
  return client;
}

async function ask(script: Script, options: Partial<OpenWebUiClientOptions> = {}) {
  return collectAnswer(await clientOf(script, options), question('hi'));
}

/** Sends frames at once and ends the stream. */
function frames(...all: string[]): Script {
  return (response) => {
    sendFrames(response, all);
    response.end();
  };
}

describe('frames', () => {
  it('that are no JSON are told to the log once for an answer, with their number', async () => {
    const broken = 'data: {"a":\n\n'.repeat(5_000);
    const told = await ask(frames(textFrame('Hello'), broken, textFrame('', 'stop'), DONE_FRAME));
    expect(told).toMatchObject({ text: 'Hello', end: { kind: 'complete' } });
    expect(logged).toEqual([{ event: 'frame-unreadable', data: '{"a":', count: 5_000 }]);
  });

  it('that are no JSON are told as well of an answer that somebody stopped', async () => {
    const client = await clientOf((response) => sendFrames(response, ['data: {"a":\n\n', textFrame('Hello')]));
    const ends: string[] = [];
    const running = client.answer(question('hi'), {
      onText: () => running.abort(),
      onReasoning() {},
      onRewrite() {},
      onSources() {},
      onEnd: (end) => ends.push(end.kind),
    });
    await expect.poll(() => ends).toEqual(['aborted']);
    expect(logged).toEqual([{ event: 'frame-unreadable', data: '{"a":', count: 1 }]);
  });

  it.each([
    ['no JSON', 'data: {"a":\n\n'],
    ['comments', ': still here\n'],
    ['long comments', `: ${'x'.repeat(60_000)}\n`],
    ['empty lines', '\n\n\n\n\n\n\n\n'],
    ['nothing', 'data: {}\n\n'],
    ['reasoning', `data: ${JSON.stringify({ choices: [{ delta: { reasoning: 'x'.repeat(1_000) } }] })}\n\n`],
    ['names', `event: ${'x'.repeat(60_000)}\n\n`],
  ])(
    'without end (%s) end the answer, keep its text and close the connection',
    async (_name, unit) => {
      const flood = unit.repeat(Math.ceil(60_000 / unit.length));
      let closed = false;
      const told = await ask((response) => {
        sendFrames(response, [textFrame('Hello')]);
        const pour = () => {
          while (!response.destroyed && response.write(flood));
        };
        response.on('drain', pour);
        response.on('close', () => {
          closed = true;
        });
        pour();
      });
      expect(told).toMatchObject({
        text: 'Hello',
        end: { kind: 'interrupted', failure: { code: 'answer-too-large' } },
      });
      expect(logged.length).toBeLessThanOrEqual(2);
      await expect.poll(() => closed).toBe(true);
    },
    30_000,
  );

  it('behind the end are not read for ever', async () => {
    let closed = false;
    const told = await ask((response) => {
      sendFrames(response, [textFrame('Hello', 'stop'), DONE_FRAME]);
      const pour = () => {
        while (!response.destroyed && response.write(textFrame('more'.repeat(1_000))));
      };
      response.on('drain', pour);
      response.on('close', () => {
        closed = true;
      });
      pour();
    });
    expect(told).toMatchObject({ text: 'Hello', end: { kind: 'complete' } });
    await expect.poll(() => closed).toBe(true);
  });

  it('without a word do not keep an answer waiting for ever', async () => {
    const told = await ask(
      (response) => {
        sendFrames(response, []);
        const timer = setInterval(() => response.write(': still here\n\ndata: {}\n\n'), 10);
        response.on('close', () => clearInterval(timer));
      },
      { timeouts: { wordlessMs: 200 } },
    );
    expect(told.end).toMatchObject({ kind: 'failed', failure: { cause: 'timeout', code: 'assistant-timeout' } });
  });
});

describe('an answer that says "stop" on every chunk', () => {
  const pause = 200;
  const timeouts = { afterFinishMs: 60, silenceMs: 2_000 };

  it('is read on after a pause that is longer than what an end is waited for', async () => {
    const told = await ask(
      (response) => {
        sendFrames(response, [textFrame('One', 'stop'), textFrame(' two', 'stop')]);
        setTimeout(() => {
          response.write(textFrame(' three', 'stop'));
          setTimeout(() => response.end(textFrame(' four', 'stop') + DONE_FRAME), pause);
        }, pause);
      },
      { timeouts },
    );
    expect(told).toMatchObject({ text: 'One two three four', end: { kind: 'complete', finish: 'stop' } });
  });

  it('is read on when the first has no text', async () => {
    const told = await ask(
      (response) => {
        sendFrames(response, [textFrame('', 'stop')]);
        setTimeout(() => response.end(textFrame('One', 'stop')), pause);
      },
      { timeouts },
    );
    expect(told).toMatchObject({ text: 'One', end: { kind: 'complete' } });
  });

  it('is interrupted when its connection breaks or it falls silent', async () => {
    const broken = await ask((response) => {
      sendFrames(response, [textFrame('One', 'stop'), textFrame(' two', 'stop')]);
      setTimeout(() => response.destroy(), 50);
    });
    expect(broken.end.kind).toBe('interrupted');
    const silent = await ask(
      (response) => sendFrames(response, [textFrame('One', 'stop'), textFrame(' two', 'stop')]),
      { timeouts: { silenceMs: 80 } },
    );
    expect(silent.end).toMatchObject({ kind: 'interrupted', failure: { cause: 'timeout' } });
  });
});

describe('thoughts that are taken back', () => {
  it('keep our key to themselves', async () => {
    const key = `sk-${'0123456789abcdef'.repeat(2)}`;
    const told = await ask(frames(textFrame(`It is ${key}`), textFrame(' so.</think>Hello'), DONE_FRAME));
    expect(told).toMatchObject({ text: 'Hello', reasoning: 'It is [credential] so.' });
  });
});

describe('an error in a stream', () => {
  it('keeps our key to itself', async () => {
    const key = `sk-${'0123456789abcdef'.repeat(2)}`;
    const told = await ask(frames(textFrame('Hello'), `error: {"message":"no ${key} here"}\n\n`));
    expect(told.end).toMatchObject({ kind: 'interrupted', failure: { raw: 'no [credential] here' } });
    expect(JSON.stringify(logged)).not.toContain(key);
  });
});

describe('an end that is none', () => {
  it.each([
    ['content_filter', 'assistant-refused'],
    ['tool_calls', 'assistant-misconfigured'],
    ['SOMETHING_NEW', 'assistant-unavailable'],
  ])('%s interrupts, and the log has the word', async (word, code) => {
    const told = await ask(frames(textFrame('Hello'), textFrame('', word), DONE_FRAME));
    expect(told).toMatchObject({
      text: 'Hello',
      end: { kind: 'interrupted', failure: { code, raw: `finish_reason: ${word}` } },
    });
  });

  it('without any text is an empty answer, with the word and the fields in the log', async () => {
    const call = { choices: [{ delta: { tool_calls: [{ index: 0, function: { name: 'f' } }] }, finish_reason: null }] };
    const told = await ask(frames(`data: ${JSON.stringify(call)}\n\n`, textFrame('', 'tool_calls'), DONE_FRAME));
    expect(told.end).toMatchObject({ kind: 'failed', failure: { code: 'answer-empty', cause: 'unknown' } });
    const raw = 'raw' in told.end ? '' : told.end.kind === 'failed' ? told.end.failure.raw : '';
    expect(raw).toBe('finish_reason: tool_calls; fields that hold something and are not read: delta.tool_calls');
  });
});

describe('an answer that comes whole', () => {
  const whole = (message: object, finish: string | null = 'stop') => ({
    choices: [{ message, finish_reason: finish }],
  });

  it('has the same bounds as a streamed one', async () => {
    const text = await ask((response) => sendJson(response, 200, whole({ content: 'x'.repeat(15_000_000) })));
    expect(text.text).toHaveLength(500_000);
    expect(text.end).toMatchObject({ kind: 'interrupted', failure: { code: 'answer-too-large' } });
    const thought = await ask((response) => sendJson(response, 200, whole({ reasoning: 'x'.repeat(600_000) })));
    expect(thought.reasoning).toHaveLength(500_000);
    expect(thought.end).toMatchObject({ kind: 'failed', failure: { code: 'answer-too-large' } });
  });

  it.each([
    [whole({ content: 'Hello' }, 'SAFETY'), 'interrupted'],
    [whole({ content: 'Hello' }, 'tool_use'), 'interrupted'],
    [whole({ content: 'Hello' }, 'error'), 'interrupted'],
    [whole({ content: 'Hello' }, null), 'complete'],
    [whole({ content: 'Thoughts</think>Hello' }), 'complete'],
    [whole({ content: null, refusal: 'Hello' }), 'complete'],
  ])('%j', async (body, kind) => {
    const told = await ask((response) => sendJson(response, 200, body));
    expect(told).toMatchObject({ text: 'Hello', end: { kind } });
  });

  it.each([
    [{ object: 'error', message: 'The model ran out of memory', code: 500 }],
    [[{ error: { message: 'The model ran out of memory' } }]],
    [{ choices: [{ message: { content: '' }, error: { message: 'The model ran out of memory' } }] }],
  ])('%j is an error', async (body) => {
    const told = await ask((response) => sendJson(response, 200, body));
    const raw = expect.stringContaining('The model ran out of memory');
    expect(told.end).toMatchObject({ kind: 'failed', failure: { raw } });
  });

  it('in a field nobody reads is empty', async () => {
    const told = await ask((response) => sendJson(response, 200, whole({ content: null, audio: { data: 'AAAA' } })));
    expect(told.end).toMatchObject({ kind: 'failed', failure: { code: 'answer-empty' } });
    expect(logged.map((entry) => JSON.stringify(entry)).join()).toContain('message.audio');
  });

  it.each([
    [200, 2_000_000],
    [400, 30_000],
    [500, 30_000],
  ])('does not end the process by being nested without end, under %i', async (status, depth) => {
    const deep = (head: string) => `${head}${'['.repeat(depth)}${']'.repeat(depth)}}`;
    for (const head of ['{"error":', '{"detail":', '{"choices":', '{"choices":[],"x":']) {
      const told = await ask((response) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(deep(head));
      });
      expect(told.end.kind).toBe('failed');
    }
  });
});

describe('what is asked besides answers', () => {
  const model = (more: object) => ({ id: 'm', name: 'M', info: { meta: more } });
  const long = 'x'.repeat(10_000_000);

  it('has names, descriptions and suggestions of a length for people', async () => {
    const prompts = Array.from({ length: 10_000 }, (_, at) => ({ content: `Question ${at}` }));
    const data = [
      {
        ...model({
          description: `${'d'.repeat(999)}🎉`,
          suggestion_prompts: [{ content: 'x'.repeat(501) }, ...prompts],
        }),
      },
      { id: 'n', name: 'N'.repeat(5_000) },
      { id: 'i'.repeat(301) },
      model({ description: long }),
    ];
    const client = await clientOf((response) => sendJson(response, 200, { data }));
    const result = await client.models();
    if (!result.ok) throw new Error('no models');
    expect(result.value.map(({ id }) => id)).toEqual(['m', 'n', 'm']);
    expect(result.value[0]?.description).toBe('d'.repeat(999));
    expect(result.value[0]?.suggestions).toEqual(prompts.slice(0, 12).map(({ content }) => content));
    expect(result.value[1]?.name).toHaveLength(200);
    expect(JSON.stringify(result.value).length).toBeLessThan(5_000);
  });

  it('has a bounded number of models', async () => {
    const data = Array.from({ length: 5_000 }, (_, at) => ({ id: `m${at}` }));
    const result = await (await clientOf((response) => sendJson(response, 200, { data }))).models();
    expect(result.ok && result.value.length).toBe(2_000);
  });

  it('has a version and an account of bounded length', async () => {
    const client = await clientOf((response, { path }) =>
      sendJson(
        response,
        200,
        path === '/api/version' ? { version: '1'.repeat(5_000) } : { role: 'user', id: 'i', name: long },
      ),
    );
    expect((await client.version()).ok).toBe(false);
    const identity = await client.identity();
    expect(identity.ok && identity.value.name?.length).toBe(320);
  });
});
