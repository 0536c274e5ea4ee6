import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../http/read-body.ts';
import { ScriptedProvider } from './scripted-provider.ts';

const TOOLS = [{ type: 'function', function: { name: 'get_weather' } }];
const PLAN =
  'Hello [x] PLAN [{"reason":"I look.","calls":[["get_weather",{"city":"Lyon]"}]]},{"text":"It is %results%"}] [y]';

async function ask(body: JsonObject): Promise<{ status: number; said: string; frames: JsonObject[] }> {
  const answer = await new ScriptedProvider({ tokenMs: 0 }).complete(
    { model: 'agent', ...body },
    new AbortController().signal,
  );
  if (answer.kind === 'whole') {
    const value = JSON.parse(answer.body);
    return { status: answer.status, said: value.choices?.[0].message.content ?? value.error.message, frames: [] };
  }
  const frames: JsonObject[] = [];
  for await (const frame of answer.frames) if (!frame.includes('[DONE]')) frames.push(JSON.parse(frame.slice(6)));
  const deltas = frames.flatMap((frame) => (frame.choices as { delta: JsonObject }[] | undefined) ?? []);
  return { status: 200, said: deltas.map((one) => one.delta.content ?? '').join(''), frames };
}

function user(content: string): JsonObject {
  return { role: 'user', content };
}

describe('a model that follows a plan', () => {
  it('thinks aloud and calls the tool of the first round, its arguments in pieces', async () => {
    const { frames, said } = await ask({ stream: true, tools: TOOLS, messages: [user(PLAN)] });
    const deltas = frames.flatMap((frame) => (frame.choices as { delta: JsonObject; finish_reason: string }[]) ?? []);
    expect(deltas.map((one) => one.delta.reasoning_content ?? '').join('')).toBe('I look.');
    const pieces = deltas.flatMap((one) => (one.delta.tool_calls as { function: JsonObject }[] | undefined) ?? []);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces[0]?.function.name).toBe('get_weather');
    expect(JSON.parse(pieces.map((piece) => piece.function.arguments).join(''))).toEqual({ city: 'Lyon]' });
    expect(deltas.at(-1)?.finish_reason).toBe('tool_calls');
    expect(said).toBe('');
  });

  it('goes on with the next round once the tool has answered', async () => {
    const calling = { role: 'assistant', content: '', tool_calls: [{ id: 'c' }] };
    const messages = [user(PLAN), calling, { role: 'tool', tool_call_id: 'c', content: '21 degrees' }];
    const { said } = await ask({ stream: true, tools: TOOLS, messages });
    expect(said).toBe('It is 21 degrees');
  });

  it('says what it was to say where no tools are offered, with the sources put before it', async () => {
    const messages = [user(`<context><source id="1" name="w">22 degrees</source></context> ${PLAN}`)];
    expect((await ask({ stream: true, messages })).said).toBe('It is 22 degrees');
  });

  it.each([
    ['Available Tools: [] …', '{"tool_calls":[{"name":"get_weather","parameters":{"city":"Lyon]"}}]}'],
    ['Response must have a "follow_ups" key', '{"follow_ups":["What about tomorrow?","And in Lyon?"]}'],
    ['in the format: { "queries": [] }', '{"queries":["tickets cost"]}'],
  ])('answers the prompt %j', async (system, expected) => {
    const { said } = await ask({ messages: [{ role: 'system', content: system }, user(`Query: ${PLAN}`)] });
    expect(said).toBe(expected);
  });

  it('refuses a round, errs or stops at its limit where the plan says so', async () => {
    const asked = (round: object) =>
      ask({ stream: true, tools: TOOLS, messages: [user(`PLAN ${JSON.stringify([round])}`)] });
    expect(await asked({ error: 401 })).toMatchObject({ status: 401, said: expect.stringContaining('API key') });
    const turned = await asked({ text: 'one two three four', turn: 'error' });
    expect(turned.said).toBe('one two three ');
    expect(turned.frames.at(-1)).toMatchObject({ error: { type: 'server_error' } });
    await expect(asked({ text: 'one two three four', turn: 'break' })).rejects.toThrow('dropped');
    const cut = await asked({ text: 'one', finish: 'length' });
    expect(cut.frames.at(-1)).toMatchObject({ choices: [{ finish_reason: 'length' }] });
  });

  it('takes what is no plan for an ordinary question', async () => {
    expect((await ask({ stream: true, messages: [user('PLAN [ and no more')] })).said).toBe(
      'You said: PLAN [ and no more',
    );
  });
});
