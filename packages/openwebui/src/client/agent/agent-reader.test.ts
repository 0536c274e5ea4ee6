import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED_VERSIONS, type RecordedVersion, recordedRun } from './recorded-runs.ts';
import { readRun } from './testing-reader.ts';

const WEATHER = '21 degrees and sunny in Lyon';

describe.each(RECORDED_VERSIONS)('a run recorded on %s', (version: RecordedVersion) => {
  function read(name: string) {
    const run = readRun().feed(recordedRun(version, name));
    return { run, end: run.end() };
  }

  it('of two rounds: text once, each tool once, one end', () => {
    const { run, end } = read('two-rounds');
    expect(run.text).toBe(`Let me see.\n\nIt is ${WEATHER} || Error: Tool "nothing_here" not found. there.`);
    expect(run.pieces.join('')).toBe(run.text);
    expect(run.pieces.length).toBeGreaterThan(8);
    expect(run.reasoning).toBe('I look.');
    expect(run.rewrites).toEqual([]);
    expect(end).toEqual({ kind: 'complete', finish: 'stop', model: 'agent' });
    expect(run.overs).toBe(1);
    expect(run.failedTools).toEqual(['nothing_here']);
    const weather = { id: 'call_2_0', kind: 'tool', title: 'get_weather', arguments: '{"city":"Lyon"}', round: 1 };
    const nothing = { id: 'call_2_1', kind: 'tool', title: 'nothing_here', arguments: '{}', round: 1 };
    const said = { id: 'status-1', kind: 'other', title: 'Asking the weather of Lyon', round: 1 };
    expect(run.activities).toEqual([
      { ...weather, state: 'running' },
      { ...nothing, state: 'running' },
      { ...said, state: 'running' },
      { ...said, state: 'done' },
      { ...weather, state: 'done' },
      { ...nothing, state: 'failed' },
    ]);
    expect(run.sources).toEqual([
      { id: '1', title: 'Weather', url: 'https://weather.example.com/Lyon', snippet: 'It is 21 degrees in Lyon' },
    ]);
  });

  it('with reasoning between tags', () => {
    const { run, end } = read('think');
    // Up to 0.11 Open WebUI itself loses the space after the first word.
    expect(run.text).toMatch(/^Now ?said aloud\.$/);
    expect([run.reasoning, run.rewrites]).toEqual(['hidden thought', []]);
    expect(end.kind).toBe('complete');
  });

  it.each([
    ['refused-one', 'failed', '', { cause: 'provider-refused', code: 'assistant-misconfigured' }],
    ['refused-two', 'interrupted', 'Let me see.', { cause: 'provider-refused' }],
    ['error-mid', 'interrupted', 'one two three', { cause: 'provider-unreachable' }],
  ])('%s is %s, and says why', (name, kind, text, failure) => {
    const { run, end } = read(name);
    expect(end).toMatchObject({ kind, failure });
    expect(run.text).toBe(text);
    expect(run.overs).toBe(1);
  });

  it('of a provider that breaks off', () => {
    const { run, end } = read('break-mid');
    // On 0.10.2 the break overtook the text while this was recorded.
    expect(run.text).toBe(version === '0.10.2' ? '' : 'one two three');
    const kind = run.text === '' ? 'failed' : 'interrupted';
    expect(end).toMatchObject({ kind, failure: { cause: 'provider-unreachable', code: 'assistant-unavailable' } });
  });

  it('cut by the token limit', () => {
    expect(read('length')).toMatchObject({
      end: { kind: 'complete', finish: 'length' },
      run: { text: 'one two three' },
    });
  });

  it('with a tool that fails: the answer goes on', () => {
    const { run, end } = read('failing');
    expect(end.kind).toBe('complete');
    expect(run.text).toContain('tool broke: x');
  });

  it('stopped in a tool: what was said stays, the tool counts as failed', () => {
    const { run, end } = read('stop-tool');
    expect(run.text).toBe('Wait.');
    expect(end).toMatchObject({ kind: 'interrupted' });
    expect(run.activities.map((one) => one.state)).toEqual(['running', 'failed']);
  });

  it('with a picture: one file, described by what was asked for', () => {
    const { run } = read('pictures');
    expect(run.files).toHaveLength(1);
    expect(run.files[0]).toMatchObject({ fileId: expect.stringMatching(/^[\w-]{36}$/), description: 'a point' });
    expect(run.activities.map((one) => [one.kind, one.state])).toEqual([
      ['picture', 'running'],
      ['picture', 'done'],
    ]);
  });

  it('with a web search: what was found is among the sources, once', () => {
    const { run } = read('web');
    expect(run.sources).toEqual([
      {
        id: '1',
        title: 'Found page',
        url: 'https://found.example.com/page',
        snippet: expect.stringContaining('The web says hello.'),
      },
    ]);
    expect(run.activities[0]).toMatchObject({ kind: 'web-search', state: 'running' });
  });

  it('never tells the system prompt or what the outlet carries', () => {
    for (const name of ['two-rounds', 'legacy', 'pictures', 'refused-two']) {
      const { run } = read(name);
      const told = JSON.stringify([run.text, run.reasoning, run.activities, run.sources, run.files]);
      expect(told).not.toContain('OWNERS-WORDS');
      expect(told).not.toContain('### Task');
    }
  });

  it('that loses the socket anywhere ends with the whole truth, and rewrites only what was wrong', () => {
    const events = recordedRun(version, 'two-rounds');
    const whole = readRun().feed(events);
    whole.end();
    fc.assert(
      fc.property(fc.nat(events.length - 4), fc.nat(30), (from, lost) => {
        const run = readRun().feed(events.slice(0, from));
        run.reader.lost();
        run.feed(events.slice(Math.min(from + lost, events.length - 3)));
        expect(run.end().kind).toBe('complete');
        expect([run.text, run.reasoning]).toEqual([whole.text, whole.reasoning]);
        expect(run.rewrites).toEqual([]);
      }),
    );
  });
});

it('different versions tell the same text', () => {
  const texts = RECORDED_VERSIONS.map((version) => {
    const run = readRun().feed(recordedRun(version, 'two-rounds'));
    run.end();
    return [run.text, run.reasoning, run.activities, run.sources];
  });
  expect(texts[1]).toEqual(texts[0]);
  expect(texts[2]).toEqual(texts[0]);
});

it.each(['0.10.2', '0.12.4'] as const)('three rounds on %s are counted', (version) => {
  const run = readRun().feed(recordedRun(version, 'three-rounds'));
  expect(run.end().kind).toBe('complete');
  expect(run.text).toMatch(/^First\.\n\nSecond\.\n\nThird 21 degrees/);
  expect(
    run.activities.filter((one) => one.kind === 'tool' && one.state === 'running').map((one) => one.round),
  ).toEqual([1, 2]);
});

function snapshot(...texts: string[]) {
  const output = texts.map((text, place) => ({
    type: 'message',
    id: `m${place}`,
    content: [{ type: 'output_text', text }],
  }));
  return { type: 'chat:completion', data: { output } };
}

function delta(text: string, index = 0) {
  const data = { type: 'response.output_text.delta', output_index: index, item_id: `m${index}`, delta: text };
  return { type: 'response:completion', data };
}

const DONE = { type: 'chat:completion', data: { done: true } };

function call(id: string, status = 'completed') {
  return { type: 'function_call', id, call_id: id, name: 'tool', arguments: '{}', status };
}

function result(id: string) {
  return {
    type: 'function_call_output',
    call_id: id,
    status: 'completed',
    output: [{ type: 'input_text', text: 'r' }],
  };
}

function output(...items: object[]) {
  return { type: 'chat:completion', data: { output: items } };
}

describe('reading a run', () => {
  it('never tells white space that may disappear later', () => {
    const run = readRun().feed([
      delta('one '),
      delta('  \n'),
      snapshot('one'),
      delta(' two '),
      snapshot('one two'),
      DONE,
    ]);
    run.end();
    expect([run.text, run.rewrites]).toEqual(['one two', []]);
  });

  it('keeps the white space between words that come one by one', () => {
    const text = 'one  two\n\nthree\n    four';
    const run = readRun().feed([...text].map((character) => delta(character)));
    run.end();
    expect(run.text).toBe(text);
  });

  it('holds back what may be the beginning of a tag', () => {
    const run = readRun().feed([delta('<th'), delta('ink')]);
    expect(run.text).toBe('');
    run.feed([delta(' is small')]);
    expect(run.text).toBe('<think is small');
  });

  it('rewrites where what was told proves wrong', () => {
    const run = readRun().feed([delta('one two'), snapshot('one'), snapshot('One two three')]);
    expect(run.rewrites).toEqual([{ text: 'One two three', reasoning: '' }]);
  });

  it('takes back at the end what the last list does not hold', () => {
    const run = readRun().feed([delta('one two'), snapshot('one')]);
    expect(run.rewrites).toEqual([]);
    run.feed([DONE]);
    run.end();
    expect(run.text).toBe('one');
  });

  it('gives reasoning its place where it comes before a text that is there already', () => {
    const thought = { type: 'reasoning', id: 'r', content: [] };
    const added = { type: 'response.output_item.added', output_index: 0, item: thought };
    const more = { type: 'response.reasoning_text.delta', output_index: 0, item_id: 'r', delta: 'hm' };
    const run = readRun().feed([
      delta('one'),
      { type: 'response:completion', data: added },
      { type: 'response:completion', data: more },
      { type: 'response:completion', data: { ...delta('').data, output_index: 1, item_id: 'm0', delta: ' two' } },
    ]);
    expect([run.text, run.reasoning, run.rewrites]).toEqual(['one two', 'hm', []]);
  });

  it('is incomplete where nothing comes after the last call of a tool', () => {
    const run = readRun().feed([output(call('a'), result('a')), DONE]);
    expect(run.end()).toMatchObject({ kind: 'failed', failure: { cause: 'provider-refused' } });
  });

  it('tells a tool apart from an earlier one whose id a provider used before', () => {
    const run = readRun().feed([output(call('a'), result('a'), call('a', 'in_progress')), DONE]);
    expect(run.activities.map((one) => [one.id, one.state, one.round])).toEqual([
      ['a', 'done', 1],
      ['a#2', 'running', 2],
    ]);
  });

  it('stops at the limit of rounds, and says that it was the limit', () => {
    const run = readRun({ rounds: 2 }).feed([
      output({ type: 'message', id: 'm', content: [{ text: 'So far.' }] }, call('a'), result('a'), call('b')),
      output(
        { type: 'message', id: 'm', content: [{ text: 'So far.' }] },
        call('a'),
        result('a'),
        call('b'),
        result('b'),
      ),
    ]);
    expect(run.limits).toEqual([]);
    run.feed([
      output(
        { type: 'message', id: 'm', content: [{ text: 'So far.' }] },
        call('a'),
        result('a'),
        call('b'),
        result('b'),
        call('c'),
      ),
    ]);
    expect(run.limits).toEqual(['rounds']);
    expect(run.end()).toEqual({ kind: 'complete', finish: 'length', limit: 'rounds' });
  });

  it.each([
    ['events', { events: 3 }, Array.from({ length: 4 }, () => delta('a'))],
    ['bytes', { runBytes: 100 }, [delta('a'.repeat(101))]],
    ['characters', { answerChars: 10 }, [delta('a'), delta('b'.repeat(20))]],
    ['items', { pieces: 5 }, [output(...Array.from({ length: 7 }, (_, place) => call(`${place}`)))]],
    ['a place far away', { pieces: 5 }, [delta('x', 1_000_000_000)]],
  ])('stops at too many %s', (_what, limits, events) => {
    const run = readRun(limits).feed(events);
    expect(run.limits).toEqual(['size']);
    expect(run.end()).toMatchObject({ failure: { code: 'answer-too-large' } });
  });

  it('tells no more activities than it may, and short ones', () => {
    const long = { ...call('a'), name: 'n'.repeat(500), arguments: `"${'x'.repeat(5000)}"` };
    const run = readRun({ activities: 1 }).feed([output(long, call('b')), DONE]);
    run.end();
    expect(run.activities).toHaveLength(2);
    expect(run.activities[0]?.title).toHaveLength(200);
    expect(run.activities[0]?.arguments).toHaveLength(1000);
  });

  it('tells the owner alone of a tool server that cannot be reached', () => {
    const description = "Failed to connect to MCP server 'sums'";
    const run = readRun().feed([
      { type: 'status', data: { action: 'tool_connection', description, error: true, done: true } },
    ]);
    expect([run.activities, run.failedTools]).toEqual([[], [description]]);
  });

  it('survives whatever comes in', () => {
    const types = fc.constantFrom(
      'chat:completion',
      'response:completion',
      'status',
      'source',
      'files',
      'chat:message:error',
      'chat:tasks:cancel',
    );
    const item = fc.record(
      {
        type: fc.constantFrom('message', 'reasoning', 'function_call', 'function_call_output', 'x'),
        id: fc.constantFrom('a', 'b'),
        call_id: fc.constantFrom('a', 'b'),
        content: fc.jsonValue(),
        output: fc.jsonValue(),
        arguments: fc.jsonValue(),
        status: fc.jsonValue(),
        files: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const inner = fc.record(
      {
        type: fc.constantFrom('response.output_item.added', 'response.output_item.done', 'response.output_text.delta'),
        output_index: fc.oneof(fc.nat(600), fc.jsonValue()),
        item: fc.oneof(item, fc.jsonValue()),
        delta: fc.jsonValue(),
        output: fc.oneof(fc.array(item), fc.jsonValue()),
        choices: fc.jsonValue(),
        error: fc.jsonValue(),
        files: fc.jsonValue(),
        description: fc.jsonValue(),
        content: fc.string(),
      },
      { requiredKeys: [] },
    );
    const event = fc.oneof(fc.record({ type: types, data: fc.oneof(inner, fc.jsonValue()) }), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const run = readRun().feed(events);
        run.end();
        for (const activity of run.activities) expect(activity.id).not.toBe(undefined);
      }),
    );
  });
});
