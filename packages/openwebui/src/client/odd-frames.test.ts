/** Frames of odd shapes before a good one: none takes anything from the answer, and none is taken for text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectAnswer, question } from '../contract-suite/collect-answer.ts';
import { createOpenWebUiClient } from './create-open-webui-client.ts';
import type { OpenWebUiClient } from './open-webui-client.ts';
import { DONE_FRAME, type ScriptedUpstream, scriptedUpstream, sendFrames, textFrame } from './scripted-upstream.ts';

let server: ScriptedUpstream;
let client: OpenWebUiClient;
let odd = '';

beforeAll(async () => {
  server = await scriptedUpstream((response) => {
    sendFrames(response, [odd, textFrame('fine'), textFrame('', 'stop'), DONE_FRAME]);
    response.end();
  });
  client = createOpenWebUiClient({
    target: () => ({ baseUrl: server.url, credential: `sk-${'0123456789abcdef'.repeat(2)}` }),
  });
});

afterAll(async () => {
  await client.close();
  await server.close();
});

async function ask(frame: string) {
  odd = frame;
  return collectAnswer(client, question('hi'));
}

const frame = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const delta = (value: unknown) => frame({ choices: [{ delta: value }] });

describe('an answer is whole and its own behind', () => {
  it.each([
    ['choices that are null', frame({ choices: null }), ''],
    ['choices that are a number', frame({ choices: 7 }), ''],
    ['a choice that is a word', frame({ choices: ['x'] }), ''],
    ['a choice that is null', frame({ choices: [null] }), ''],
    ['a delta that is a word', delta('x'), ''],
    ['a delta that is a list', delta([1]), ''],
    ['content that is a number', delta({ content: 5 }), ''],
    ['content that is true', delta({ content: true }), ''],
    ['content in parts', delta({ content: [{ type: 'text', text: 'x' }] }), 'x'],
    [
      'five thousand choices',
      frame({ choices: Array.from({ length: 5_000 }, () => ({ delta: { content: 'x' } })) }),
      'x',
    ],
    ['lists within lists', `data: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n\n`, ''],
    ['objects within objects', `data: ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}\n\n`, ''],
    ['a prototype', 'data: {"__proto__":{"choices":[{"delta":{"content":"p"}}]}}\n\n', ''],
    ['a byte order mark', `\ufeff${textFrame('x')}`, 'x'],
    ['lines that end with CR alone', textFrame('x').replaceAll('\n', '\r'), 'x'],
    ['no space behind the colon', textFrame('x').replace('data: ', 'data:'), 'x'],
    ['data in two lines', 'data: {"choices":\ndata: [{"delta":{"content":"x"}}]}\n\n', 'x'],
    ['an id, a type and a time', `id: 1\nevent: message\nretry: 1\n${textFrame('x')}`, 'x'],
    ['fifty thousand frames with nothing', 'data:\n\n'.repeat(50_000), ''],
    ['twenty thousand times null', 'data: null\n\n'.repeat(20_000), ''],
    ['twenty thousand numbers', 'data: 1\n\n'.repeat(20_000), ''],
    ['sources that are a word', frame({ sources: 'x' }), ''],
    ['sources that are none', frame({ sources: [null, 1, {}, { source: null }] }), ''],
    ['an error that is null', frame({ error: null, choices: [{ delta: { content: 'x' } }] }), 'x'],
    ['reasoning that is an object', delta({ reasoning_content: { a: 1 } }), ''],
    ['calls that are a word', delta({ tool_calls: 'x' }), ''],
    ['a place below zero', frame({ choices: [{ index: -5, delta: { content: 'x' } }] }), 'x'],
    ['usage that is none', frame({ choices: [], usage: { prompt_tokens: -1, completion_tokens: 'x' } }), ''],
  ])('%s', async (_what, sent, before) => {
    const told = await ask(sent);
    expect(told.end).toMatchObject({ kind: 'complete', finish: 'stop' });
    expect(told.text).toBe(`${before}fine`);
    expect(told.ends).toBe(1);
  });
});

describe('an answer fails behind', () => {
  it.each([
    ['an error that is true', frame({ error: true })],
    ['an error with nothing in it', frame({ error: {} })],
    ['an error that is a list', frame({ error: [] })],
    ['an error within errors', frame({ error: { error: { error: { message: 'x' } } } })],
    ['an event of the type error', 'event: error\ndata: {"message":"boom"}\n\n'],
    ['an end before its beginning', DONE_FRAME],
    ['a page', '<html>'.repeat(1_000)],
  ])('%s', async (_what, sent) => {
    const told = await ask(sent);
    expect(told).toMatchObject({ text: '', ends: 1, end: { kind: 'failed' } });
  });
});
