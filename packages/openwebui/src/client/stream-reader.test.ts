import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';
import { createStreamReader, type StreamOutcome } from './stream-reader.ts';
import { DEFAULT_LIMITS, type UpstreamLimits } from './upstream-limits.ts';

function read(pieces: (string | Buffer)[], limits: Partial<UpstreamLimits> = {}) {
  const told = {
    text: '',
    reasoning: '',
    sources: [] as unknown[],
    unreadable: 0,
    unreadableTold: 0,
    outcomes: [] as StreamOutcome[],
  };
  const reader = createStreamReader(
    {
      onText: (text) => {
        expect(told.outcomes).toEqual([]);
        told.text += text;
      },
      onReasoning: (text) => {
        expect(told.outcomes).toEqual([]);
        told.reasoning += text;
      },
      onRewrite: ({ text, reasoning }) => {
        expect(told.outcomes).toEqual([]);
        Object.assign(told, { text, reasoning });
      },
      onSources: (sources) => told.sources.push(sources),
      onUnreadable: ({ count }) => {
        told.unreadable += count;
        told.unreadableTold++;
      },
      onOutcome: (outcome) => told.outcomes.push(outcome),
    },
    { ...DEFAULT_LIMITS, ...limits },
  );
  for (const piece of pieces) reader.feed(Buffer.from(piece));
  reader.end();
  return told;
}

function frame(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

const DONE = 'data: [DONE]\n\n';
const HELLO = frame({ content: 'Hello' });

describe.each(RECORDED_VERSIONS)('the stream reader on the recordings of %s', (version) => {
  const streams = recordedReplies(version).filter((reply) => reply.contentType === 'text/event-stream');

  it('has recordings to read', () => expect(streams.length).toBeGreaterThan(10));

  it.each(streams.map((reply) => [reply.name, reply.body]))('%s: the same, cut at any byte', (_name, body) => {
    const bytes = Buffer.from(body);
    const whole = read([bytes]);
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
    for (let at = 1; at < bytes.length; at += 7) {
      expect(read([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    }
    expect(whole.outcomes).toHaveLength(1);
  });

  it.each(streams.map((reply) => [reply.name, reply.body]))('%s: the same with every line end', (_name, body) => {
    const whole = read([body]);
    expect(read([body.replaceAll('\n', '\r\n')])).toEqual(whole);
    expect(read([body.replaceAll('\n', '\r')])).toEqual(whole);
    expect(read([`\ufeff${body}`])).toEqual(whole);
    expect(read([body.replaceAll('data: ', ': still there\ndata:')])).toEqual(whole);
  });

  it('calls no cut answer whole', () => {
    const cut = read([streams.find((reply) => reply.name === 'chat streamed: cut')?.body ?? '']);
    expect(cut.text).toBe('You said: hi ');
    expect(cut.outcomes[0]?.kind).toMatch(/^(cut|error)$/);
    const broken = read([streams.find((reply) => reply.name === 'chat streamed: midstream-error')?.body ?? '']);
    expect(broken.outcomes[0]).toEqual({ kind: 'error', message: 'The server had an error', type: 'server_error' });
  });
});

describe('the end of a stream', () => {
  it('is whole with a finish reason, or with [DONE]', () => {
    expect(read([HELLO, frame({}, 'stop')]).outcomes).toEqual([{ kind: 'whole', finish: 'stop', model: 'm' }]);
    expect(read([HELLO, DONE]).outcomes).toEqual([{ kind: 'whole', finish: 'stop', model: 'm' }]);
    expect(read([HELLO, frame({}, 'length'), DONE]).outcomes[0]).toMatchObject({ finish: 'length' });
  });

  it('is cut without either', () => {
    expect(read([HELLO]).outcomes).toEqual([{ kind: 'cut' }]);
    expect(read([]).outcomes).toEqual([{ kind: 'cut' }]);
    expect(read([HELLO, 'data: [DO']).outcomes).toEqual([{ kind: 'cut' }]);
  });

  it('counts without the last empty line, as pipes leave it', () => {
    expect(read([HELLO, 'data: [DONE]']).outcomes[0]?.kind).toBe('whole');
    expect(read([HELLO, 'data: [DONE]\n']).outcomes[0]?.kind).toBe('whole');
  });

  it('proves nothing after an error', () => {
    const told = read([HELLO, 'data: {"error":{"message":"Chat completion stream failed"}}\n\n', DONE, HELLO]);
    expect(told.text).toBe('Hello');
    expect(told.outcomes).toEqual([{ kind: 'error', message: 'Chat completion stream failed' }]);
  });

  it('stays whole when something breaks after the provider had finished', () => {
    const told = read([HELLO, frame({}, 'stop'), 'data: {"error":"late"}\n\n']);
    expect(told.outcomes[0]?.kind).toBe('whole');
  });

  it('is nothing that a finish reason on every chunk could say', () => {
    const every = ['One', ' two', ' three'].map((content) => frame({ content }, 'stop'));
    expect(read([...every, DONE])).toMatchObject({ text: 'One two three', outcomes: [{ kind: 'whole' }] });
    expect(read(every)).toMatchObject({ text: 'One two three', outcomes: [{ kind: 'whole' }] });
    const broken = read([...every, 'data: {"error":"it broke"}\n\n']);
    expect(broken.outcomes).toEqual([{ kind: 'error', message: 'it broke' }]);
    expect(read([frame({ content: 'a' }, 'stop'), frame({ content: 'b' })]).outcomes).toEqual([{ kind: 'cut' }]);
    const steps = [frame({}, 'tool_calls'), HELLO, frame({}, 'stop'), DONE];
    expect(read(steps).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'stop' });
  });

  it.each([
    ...['length', 'LENGTH', 'max_tokens', 'MAX_TOKENS', 'FINISH_REASON_MAX_TOKENS', 'maxTokens', 'model_length'],
    ...['stop_limit', 'hitLimit', 'out_of_tokens', 'context_overflow', 'FinishReason.MAX_TOKENS'],
    ...['max_output_tokens', 'ERROR_LIMIT', 'model_context_window_exceeded', 'token_limit', 'incomplete'],
  ])('is one of length when the provider says %s', (word) => {
    expect(read([HELLO, frame({}, word), DONE]).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'length' });
  });

  it.each([
    ...[
      'content_filter',
      'Content-Filter',
      'SAFETY',
      'FINISH_REASON_SAFETY',
      'RECITATION',
      'PROHIBITED_CONTENT',
      'SPII',
    ],
    ...['BLOCKLIST', 'guardrail_intervened', 'ERROR_TOXIC', 'refusal', 'sensitive', 'content_filtered'],
    ...['tool_calls', 'tool_use', 'toolUse', 'function_call', 'pause_turn', 'MALFORMED_FUNCTION_CALL'],
    ...['load', 'unload', 'OTHER', 'something nobody has heard of', 'x'.repeat(10_000)],
    ...[
      'MODEL_ARMOR',
      'unsafe',
      'violation',
      'IMAGE_SAFETY',
      'requires_action',
      'LANGUAGE',
      'repetition',
      'not_finished',
    ],
    ...['engine_overloaded', 'server_shutdown', 'client_disconnect', 'oom', 'preempted', 'quota'],
    ...['abort', 'cancelled', 'network_error', 'insufficient_system_resource', 'error', 'ERROR', 'timeout'],
  ])('is no whole answer when the provider says %s', (word) => {
    const told = read([HELLO, frame({}, word), DONE]);
    expect(told.text).toBe('Hello');
    expect(told.outcomes[0]?.kind).toMatch(/^(unfinished|error)$/);
    expect(JSON.stringify(told.outcomes[0])).toContain(word.slice(0, 50));
    expect(JSON.stringify(told.outcomes[0]).length).toBeLessThan(300);
    // Also in one frame with the last words, and without [DONE].
    expect(read([frame({ content: 'Hello' }, word)])).toMatchObject({ text: 'Hello', outcomes: [told.outcomes[0]] });
  });

  it('is no whole answer when a tool is called last, whatever the provider says', () => {
    const call = frame({ tool_calls: [{ index: 0, function: { name: 'f' } }] });
    const old = frame({ function_call: { name: 'f' } });
    for (const last of [call, old]) {
      const unfinished = { kind: 'unfinished', why: 'tools' };
      expect(read([HELLO, last, frame({}, 'stop'), DONE]).outcomes[0]).toMatchObject(unfinished);
      expect(read([HELLO, last, DONE]).outcomes[0]).toMatchObject(unfinished);
      // A pipe that runs its tools itself goes on in words.
      expect(read([last, HELLO, frame({}, 'stop'), DONE]).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'stop' });
    }
  });

  it.each([
    'stop',
    'STOP',
    'FINISH_REASON_STOP',
    'end_turn',
    'stop_sequence',
    'COMPLETE',
    'eos',
    'eos_token',
    'END_TURN',
    '<|im_end|>',
    '<|eot_id|>',
    '</s>',
    'FinishReason.STOP',
  ])('is whole when the provider says %s', (word) => {
    expect(read([HELLO, frame({}, word)]).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'stop' });
  });

  it.each(['null', 'FINISH_REASON_UNSPECIFIED', ''])('is not said by %j', (word) => {
    expect(read([HELLO, frame({}, word)]).outcomes).toEqual([{ kind: 'cut' }]);
  });

  it.each([
    ['in another spelling', { choices: [{ delta: {}, finishReason: 'length' }] }],
    ['in the delta', { choices: [{ delta: { finish_reason: 'length' } }] }],
    ['beside the choices', { choices: [{ delta: {} }], finish_reason: 'length' }],
    ['as another name says it', { choices: [{ delta: {}, finish_reason: null, stop_reason: 'max_tokens' }] }],
    [
      'in the provider’s own words',
      { choices: [{ delta: {}, finish_reason: 'stop', native_finish_reason: 'MAX_TOKENS' }] },
    ],
    ['as a list', { choices: [{ delta: {}, finish_reason: ['length'] }] }],
    ['as an object', { choices: [{ delta: {}, finish_reason: { type: 'length' } }] }],
    ['as Ollama says it', { model: 'm', done: true, done_reason: 'length' }],
    ['as Anthropic says it', { type: 'message_delta', delta: { stop_reason: 'max_tokens' } }],
    [
      'as the Responses API says it',
      { type: 'response.incomplete', response: { incomplete_details: { reason: 'max_output_tokens' } } },
    ],
  ])('is one of length where that is said %s', (_where, value) => {
    const sent = `data: ${JSON.stringify(value)}\n\n`;
    expect(read([HELLO, sent, DONE]).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'length' });
  });

  it('is whole where vLLM says at which text or number it stopped', () => {
    for (const stop_reason of ['User:', 128_009, null]) {
      const last = { choices: [{ delta: {}, finish_reason: 'stop', stop_reason }] };
      const sent = `data: ${JSON.stringify(last)}\n\n`;
      expect(read([HELLO, sent, DONE]).outcomes[0]).toMatchObject({ kind: 'whole', finish: 'stop' });
    }
  });

  it.each(['content_filter', 'length', 'tool_calls'])(
    'stays what %s made it when a closing frame says "stop"',
    (word) => {
      const told = read([HELLO, frame({}, word), frame({}, 'stop'), DONE]);
      expect(told.outcomes).toEqual(read([HELLO, frame({}, word), DONE]).outcomes);
    },
  );

  it('is not told by anything after [DONE]', () => {
    const told = read([HELLO, DONE, frame({ content: ' again' }), DONE]);
    expect(told).toMatchObject({ text: 'Hello', outcomes: [{ kind: 'whole' }] });
  });
});

describe('frames', () => {
  it.each([
    ['{"error":"it broke"}', 'it broke'],
    ['{"error":{"message":"it broke"}}', 'it broke'],
    ['{"error":{"detail":"it broke"}}', 'it broke'],
    ['{"error":{"message":"it broke"},"choices":[{"delta":{"content":""},"finish_reason":"error"}]}', 'it broke'],
    ['{"detail":"it broke"}', 'it broke'],
    ['{"choices":[{"delta":{},"finish_reason":"error"}]}', 'finish_reason: error'],
  ])('%s is an error', (data, message) => {
    expect(read([HELLO, `data: ${data}\n\n`, DONE]).outcomes[0]).toMatchObject({ kind: 'error', message });
  });

  it('without choices are left out', () => {
    const others = [
      '{}',
      '{"usage":{"total_tokens":1}}',
      '{"choices":[]}',
      '{"selected_model_id":"m"}',
      '[]',
      '1',
      'null',
    ];
    const told = read([...others.map((data) => `data: ${data}\n\n`), HELLO, 'data:\n\n', DONE]);
    expect(told).toMatchObject({ text: 'Hello', unreadable: 0, outcomes: [{ kind: 'whole' }] });
  });

  it('that say `"error": null` are none', () => {
    const told = read(['data: {"error":null,"choices":[{"delta":{"content":"Hi"}}]}\n\n', DONE]);
    expect(told.text).toBe('Hi');
  });

  it('that are no JSON are told and left out', () => {
    expect(read([HELLO, 'data: {"choices":[\n\n', DONE])).toMatchObject({ text: 'Hello', unreadable: 1 });
  });

  it.each([['reasoning_content'], ['reasoning'], ['thinking']])('carry reasoning as %s', (name) => {
    expect(read([frame({ [name]: 'hm' }), HELLO, DONE])).toMatchObject({ reasoning: 'hm', text: 'Hello' });
  });

  it('carry the same reasoning under two names only once', () => {
    expect(read([frame({ reasoning: 'hm', reasoning_content: 'hm' }), DONE]).reasoning).toBe('hm');
  });

  it('carry content in parts', () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
      { type: 'text', text: 'Hi' },
    ];
    expect(read([frame({ content: parts }), DONE])).toMatchObject({ reasoning: 'hm', text: 'Hi' });
  });

  it("carry sources, Open WebUI's own and those of pipes", () => {
    const own = {
      sources: [{ source: { id: 'k', name: 'KB' }, document: ['d'], metadata: [{ source: 'a.txt', name: 'a.txt' }] }],
    };
    const pipe = {
      event: {
        type: 'citation',
        data: { source: { name: 'B' }, document: ['e'], metadata: [{ source: 'https://b.example/' }] },
      },
    };
    const told = read([`data: ${JSON.stringify(own)}\n\n`, `data: ${JSON.stringify(pipe)}\n\n`, HELLO, DONE]);
    expect(told.sources.at(-1)).toEqual([
      { id: '1', title: 'a.txt', snippet: 'd' },
      { id: '2', title: 'B', url: 'https://b.example/', snippet: 'e' },
    ]);
  });
});

describe('errors in other clothes', () => {
  it.each([
    ['a field of the stream', 'error: {"message":"it broke"}\n\n', 'it broke'],
    ['a field of the stream with an object in it', 'error: {"error":{"message":"it broke"}}\n\n', 'it broke'],
    ['a field of the stream in plain words', 'Error: it broke\n\n', 'it broke'],
    ['an event named so', 'event: error\ndata: {"message":"it broke"}\n\n', 'it broke'],
    ['an event named so, in plain words', 'event: error\ndata: it broke\n\n', 'it broke'],
    ['a bare line', '{"error":{"message":"it broke"}}\n\n', 'it broke'],
    ['an object', 'data: {"object":"error","message":"it broke","code":500}\n\n', 'it broke'],
    ['a type', 'data: {"type":"error","message":"it broke"}\n\n', 'it broke'],
    ['a status', 'data: {"status":"error","message":"it broke"}\n\n', 'it broke'],
    ['a list', 'data: [{"error":{"code":429,"message":"it broke","status":"UNAVAILABLE"}}]\n\n', 'it broke'],
    ['errors', 'data: {"errors":[{"message":"it broke"}]}\n\n', 'it broke'],
    ['a success that is none', 'data: {"success":false,"message":"it broke"}\n\n', 'it broke'],
    ['a code and a message', 'data: {"code":"InvalidParameter","message":"it broke","request_id":"r"}\n\n', 'it broke'],
    ['an error message', 'data: {"error_code":336100,"error_msg":"it broke"}\n\n', 'it broke'],
    ['a base response', 'data: {"base_resp":{"status_code":1008,"status_msg":"it broke"}}\n\n', 'it broke'],
    ['a status code', 'data: {"statusCode":500,"message":"it broke"}\n\n', 'it broke'],
    ['in the choice', 'data: {"choices":[{"delta":{"content":""},"error":{"message":"it broke"}}]}\n\n', 'it broke'],
    [
      'a failed response',
      'data: {"type":"response.failed","response":{"error":{"message":"it broke"}}}\n\n',
      'it broke',
    ],
    [
      'a pipe’s event',
      'data: {"event":{"type":"chat:message:error","data":{"error":{"content":"it broke"}}}}\n\n',
      'it broke',
    ],
  ])('%s', (_name, sent, message) => {
    const told = read([HELLO, sent, DONE]);
    expect(told.text).toBe('Hello');
    expect(told.outcomes).toHaveLength(1);
    expect(told.outcomes[0]).toMatchObject({ kind: 'error', message: expect.stringContaining(message) });
  });

  it.each([
    ['an error in capitals', '{"Error":"it broke"}'],
    ['an exception', '{"exception":"it broke"}'],
    ['an exception of Bedrock', '{"internalServerException":{"message":"it broke"}}'],
    ['a type of AWS', '{"__type":"ThrottlingException","message":"it broke"}'],
    ['a fault', '{"fault":{"faultstring":"it broke"}}'],
    ['errors as one text', '{"errors":"it broke"}'],
    ['an error that is only said to be there', '{"error":true,"message":"it broke"}'],
    ['a description', '{"ok":false,"error_description":"it broke"}'],
    ['a type in two words', '{"type":"server_error","message":"it broke"}'],
    ['an object in two words', '{"object":"chat.completion.error","message":"it broke"}'],
    ['a status in capitals', '{"status":"ERROR","message":"it broke"}'],
    ['a status that failed', '{"status":"failed","message":"it broke"}'],
    ['a status of HTTP', '{"title":"it broke","status":503,"type":"about:blank"}'],
    ['a code and its words by another name', '{"code":500,"msg":"it broke"}'],
    ['a code below zero', '{"code":-1,"message":"it broke"}'],
    ['an event inside', '{"event":"error","data":{"message":"it broke"}}'],
    ['an error in the delta', '{"choices":[{"delta":{"error":{"message":"it broke"}}}]}'],
    ['an error in the message', '{"choices":[{"message":{"error":"it broke"}}]}'],
    ['an error in the data', '{"data":{"error":{"message":"it broke"}}}'],
    ['a detail with a message', '{"detail":{"message":"it broke"}}'],
    ['an event of the interface', '{"event":{"type":"chat:completion","data":{"error":{"content":"it broke"}}}}'],
  ])('%s is one, whatever the end says', (_name, data) => {
    const [outcome] = read([HELLO, `data: ${data}\n\n`, DONE]).outcomes;
    expect(outcome).toMatchObject({ kind: 'error', message: expect.stringContaining('it broke') });
  });

  it.each([
    'event: failed\ndata: it broke\n\n',
    'event: server_error\ndata: {"message":"it broke"}\n\n',
    'event: internalServerException\ndata: {"message":"it broke"}\n\n',
    'data: [ERROR] it broke\n\n',
    'data: Error: it broke\n\n',
    'DATA: {"error":"it broke"}\n\n',
    ' data: {"error":"it broke"}\n\n',
    '[{"error":{"message":"it broke"}}]\n',
    '{\n  "error": {\n    "message": "it broke"\n  }\n}\n',
  ])('%j is one', (sent) => {
    const [outcome] = read([HELLO, sent]).outcomes;
    expect(outcome).toMatchObject({ kind: 'error', message: expect.stringContaining('it broke') });
  });

  it.each([
    'data: {"message":"Endpoint request timed out"}\n\n',
    'data: "it broke"\n\n',
    'data: Internal Server Error\n\n',
    'data: <html><h1>502 Bad Gateway</h1></html>\n\n',
    'HTTP/1.1 502 Bad Gateway\r\n\r\n',
    'Traceback (most recent call last):\n',
  ])('%j leaves the answer before it open, unless the provider itself had finished', (sent) => {
    expect(read([HELLO, sent, DONE]).outcomes[0]).toMatchObject({ kind: 'cut', said: expect.any(String) });
    expect(read([HELLO, frame({}, 'stop'), sent, DONE]).outcomes[0]?.kind).toBe('whole');
    expect(read([sent, HELLO, DONE])).toMatchObject({ text: 'Hello', outcomes: [{ kind: 'whole' }] });
  });

  it.each(['""', '{}', '[]', '0', '"none"', '{"code":null,"message":null}', '{"code":0,"message":""}'])(
    'is none where it holds nothing: %s',
    (error) => {
      const beside = `data: {"error":${error},"choices":[{"delta":{"content":" there"}}]}\n\n`;
      const inside = `data: {"choices":[{"error":${error},"delta":{"content":" there"}}]}\n\n`;
      const told = { text: 'Hello there', outcomes: [{ kind: 'whole' }] };
      expect(read([HELLO, beside, DONE])).toMatchObject(told);
      expect(read([HELLO, inside, DONE])).toMatchObject(told);
    },
  );

  it('is none where a provider says that all is well', () => {
    const fine = '{"base_resp":{"status_code":0,"status_msg":""},"success":true,"code":0,"message":"ok","errors":[]}';
    expect(read([HELLO, `data: ${fine}\n\n`, DONE]).outcomes[0]?.kind).toBe('whole');
    const said = frame({ content: ' error: it broke' });
    expect(read([HELLO, said, DONE])).toMatchObject({ text: 'Hello error: it broke', outcomes: [{ kind: 'whole' }] });
  });

  it('keeps the words of a text that broke into the stream', () => {
    const told = read([HELLO, 'upstream connect error or disconnect/reset before headers\n']);
    expect(told.outcomes).toEqual([{ kind: 'cut', said: 'upstream connect error or disconnect/reset before headers' }]);
  });
});

describe('answers in other fields', () => {
  it.each([
    ['a refusal', frame({ content: null, refusal: 'I would rather not.' }), 'I would rather not.'],
    ['a text completion', 'data: {"choices":[{"text":"Hi"}]}\n\n', 'Hi'],
    ['a message', 'data: {"choices":[{"message":{"content":"Hi"}}]}\n\n', 'Hi'],
    ['the words of a sound', frame({ audio: { id: 'a', transcript: 'Hi' } }), 'Hi'],
    ['a bare line', '{"choices":[{"delta":{"content":"Hi"}}]}\n\n', 'Hi'],
    ['an output text', frame({ content: [{ type: 'output_text', text: 'Hi' }] }), 'Hi'],
    ['a part without its list', frame({ content: { type: 'text', text: 'Hi' } }), 'Hi'],
    ['a part without a type', frame({ content: [{ text: 'Hi' }] }), 'Hi'],
    ['words alone', frame({ content: ['Hi', ' there'] }), 'Hi there'],
    ['a text with its value', frame({ content: [{ type: 'text', text: { value: 'Hi' } }] }), 'Hi'],
    ['a refusal in parts', frame({ content: [{ type: 'refusal', refusal: 'No.' }] }), 'No.'],
  ])('%s is shown', (_name, sent, text) => {
    expect(read([sent, DONE]).text).toBe(text);
  });

  it('is said once where it comes under two names', () => {
    expect(read([frame({ content: 'Hi', refusal: 'No', audio: { transcript: 'Hi' } }), DONE]).text).toBe('Hi');
  });

  it.each([
    ['delta.tool_calls', frame({ tool_calls: [{ index: 0, function: { name: 'f' } }] })],
    ['delta.audio', frame({ audio: { data: 'AAAA' } })],
    ['delta.content', frame({ content: { answer: 'Hi' } })],
    ['delta.answer', frame({ answer: 'Hi' })],
    ['candidates', 'data: {"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}\n\n'],
    ['response', 'data: {"model":"m","response":"Hi","done":false}\n\n'],
    ['event replace', 'data: {"event":{"type":"replace","data":{"content":"Hi"}}}\n\n'],
  ])('nobody reads are named: %s', (name, sent) => {
    const [outcome] = read([sent, sent, frame({}, 'stop'), DONE]).outcomes;
    expect(outcome).toMatchObject({ unread: [expect.stringContaining(name)] });
  });

  it('names few of them, and none of them at length', () => {
    const many = Array.from({ length: 500 }, (_, at) => frame({ [`field${at}${'x'.repeat(500)}`]: 'Hi' }));
    const [outcome] = read([...many, DONE]).outcomes;
    expect(JSON.stringify(outcome).length).toBeLessThan(2_000);
  });
});

describe('what the model thinks', () => {
  it('is taken back when only its end is marked', () => {
    const told = read([
      frame({ content: 'Hm, a ' }),
      frame({ content: 'greeting.</th' }),
      frame({ content: 'ink>\n\nHi' }),
      DONE,
    ]);
    expect(told).toMatchObject({ text: 'Hi', reasoning: 'Hm, a greeting.', outcomes: [{ kind: 'whole' }] });
  });

  it('is taken back after reasoning that came in its own field', () => {
    const told = read([frame({ reasoning: 'First. ' }), frame({ content: 'Second.</think>Hi' }), DONE]);
    expect(told).toMatchObject({ text: 'Hi', reasoning: 'First. Second.' });
  });

  it('is put back when a mark further down was none', () => {
    const told = read([
      frame({ content: 'Use\n' }),
      frame({ content: '<think> to let it' }),
      frame({ content: ' think.' }),
      DONE,
    ]);
    expect(told).toMatchObject({ text: 'Use\n<think> to let it think.', reasoning: '' });
    const cut = read([frame({ content: 'Hi.\n<think>hm' })]);
    expect(cut).toMatchObject({ text: 'Hi.\n', reasoning: 'hm', outcomes: [{ kind: 'cut' }] });
  });
});

describe('text', () => {
  const text = fc.string({
    // Nearly marks, and no mark: what those mean is the think splitter's to test.
    unit: fc.oneof(
      fc.constantFrom('<', '>', '/', 'thin', '<details', '![', '](', 'data', '`', '\n', '{', 'é', '🎉', '日'),
      fc.string(),
    ),
  });

  it('arrives as it was sent, cut anywhere, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 20 }), (words, cuts) => {
        const sent = ['.', ...words];
        const bytes = Buffer.from([...sent.map((word) => frame({ content: word })), DONE].join(''));
        const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((from, i) => bytes.subarray(from, places[i] ?? bytes.length));
        const told = read(pieces);
        expect(told.text).toBe(sent.join(''));
        expect(told.outcomes).toHaveLength(1);
      }),
    );
  });

  it('never ends otherwise than once, whatever bytes come', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom(HELLO, DONE, 'data: {"error":1}\n\n', 'data: {"choices":[{}]}\n\n', '\r', 'data: ')
        .map((part) => Buffer.from(part)),
      fc.json().map((json) => Buffer.from(`data: ${json}\n\n`)),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void expect(read(pieces).outcomes).toHaveLength(1)));
  });
});

describe('limits', () => {
  it('end an answer that grows beyond all measure', () => {
    const told = read([frame({ content: 'x'.repeat(60) }), frame({ content: 'x'.repeat(60) }), DONE], {
      answerChars: 100,
    });
    expect(told.outcomes[0]?.kind).toBe('too-large');
  });

  it('end reasoning that grows beyond all measure', () => {
    const told = read([frame({ reasoning: 'x'.repeat(200) }), DONE], { answerChars: 100 });
    expect(told.outcomes[0]?.kind).toBe('too-large');
  });

  it('end a line that never ends', () => {
    expect(read(['data: ', 'x'.repeat(50), 'x'.repeat(60)], { lineBytes: 100 }).outcomes[0]?.kind).toBe('too-large');
    expect(read([`data: ${'x'.repeat(200)}\n`], { lineBytes: 100 }).outcomes[0]?.kind).toBe('too-large');
  });

  it('let no more through than they say, in one frame either', () => {
    const told = read([frame({ content: 'é'.repeat(1_000) }), DONE], { answerChars: 100 });
    expect(told).toMatchObject({ text: 'é'.repeat(100), outcomes: [{ kind: 'too-large' }] });
    expect(read([frame({ content: `${'x'.repeat(99)}🎉` }), DONE], { answerChars: 100 }).text).toBe('x'.repeat(99));
  });

  it('tell frames that are no JSON once, with their number', () => {
    const told = read([HELLO, ...Array.from({ length: 500 }, (_, at) => `data: {"broken":${at}\n\n`), DONE]);
    expect(told).toMatchObject({ text: 'Hello', unreadable: 500, unreadableTold: 1, outcomes: [{ kind: 'whole' }] });
  });

  it.each([
    ['frames that are no JSON', { unreadableFrames: 100 }, 'data: x\n\n'],
    ['lines that are no field', { unreadableFrames: 100 }, 'x\n'],
    ['frames', { streamFrames: 100 }, 'data: {}\n\n'],
    ['comments', { comments: 100 }, ': x\n'],
    ['comments of some length', { commentBytes: 5_000 }, `: ${'x'.repeat(100)}\n`],
    ['empty lines', { streamLines: 100 }, '\n'],
    ['fields of no event', { streamLines: 100 }, 'id: 1\n'],
    ['names of events', { streamLines: 100 }, 'event: x\n'],
    ['bytes', { streamBytes: 5_000 }, `event: ${'x'.repeat(100)}\n\n`],
    ['data of one event', { streamLines: 100 }, 'data: \n'],
  ])('end a stream of too many %s', (_name, limit, sent) => {
    const told = read([HELLO, ...Array.from({ length: 200 }, () => sent), DONE], limit);
    expect(told).toMatchObject({ text: 'Hello', outcomes: [{ kind: 'too-large' }] });
    expect(read([HELLO, ...Array.from({ length: 20 }, () => sent), '\n', DONE], limit).outcomes[0]?.kind).toBe('whole');
  });

  it('are not reached by what real servers send beside an answer', () => {
    const beside = [': OPENROUTER PROCESSING\n\n', 'data: {}\n\n', 'event: ping\ndata: {"type":"ping"}\n\n'];
    const told = read([HELLO, ...Array.from({ length: 9_000 }, () => beside).flat(), DONE]);
    expect(told).toMatchObject({ text: 'Hello', unreadable: 0, outcomes: [{ kind: 'whole' }] });
  });

  it('do not fall over frames that are nested without end', () => {
    const deep = (open: string, close: string) => open.repeat(200_000) + close.repeat(200_000);
    const hostile = [
      `{"error":${deep('[', ']')}}`,
      `{"detail":[${deep('[', ']')}]}`,
      `{"choices":[{"delta":{"content":${deep('[{"type":"text","text":', '}]').replace('}]', '"x"}]')}}}]}`,
      `{"sources":${deep('[', ']')}}`,
      `{"x":${deep('{"a":', '}').replace('}', '1}')}}`,
    ];
    for (const data of hostile) expect(read([HELLO, `data: ${data}\n\n`, DONE]).outcomes).toHaveLength(1);
  });

  it('are not held up by errors that are long and say nothing', () => {
    const started = performance.now();
    for (const said of [`${' '.repeat(900_000)}x`, ' '.repeat(900_000), 'error'.repeat(180_000)]) {
      const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`some_error${at}`, '']));
      for (const value of [{ error: said, choices: [] }, { [said]: '' }, { errors: [said] }, names]) {
        expect(read([HELLO, `data: ${JSON.stringify(value)}\n\n`, DONE]).outcomes).toHaveLength(1);
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('end an event that never ends', () => {
    const lines = Array.from({ length: 20 }, () => 'data: 1234567890\n');
    expect(read(lines, { eventChars: 100 }).outcomes[0]?.kind).toBe('too-large');
  });
});
