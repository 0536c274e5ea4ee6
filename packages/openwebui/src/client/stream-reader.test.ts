import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';
import { createStreamReader, type StreamOutcome } from './stream-reader.ts';
import { DEFAULT_LIMITS, type UpstreamLimits } from './upstream-limits.ts';

function read(pieces: (string | Buffer)[], limits: Partial<UpstreamLimits> = {}) {
  const told = { text: '', reasoning: '', sources: [] as unknown[], unreadable: 0, outcomes: [] as StreamOutcome[] };
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
      onSources: (sources) => told.sources.push(sources),
      onUnreadable: () => told.unreadable++,
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
    expect(read([HELLO, frame({}, 'content_filter'), DONE]).outcomes[0]).toMatchObject({ finish: 'other' });
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

describe('text', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('<', '>', '/', 'think', '\n', '{', 'é', '🎉', '日'), fc.string()),
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

  it('end an event that never ends', () => {
    const lines = Array.from({ length: 20 }, () => 'data: 1234567890\n');
    expect(read(lines, { eventChars: 100 }).outcomes[0]?.kind).toBe('too-large');
  });
});
