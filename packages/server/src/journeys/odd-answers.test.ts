/** Answers that come otherwise than they should, from the provider's bytes to what a visitor is shown, and after a reload. */
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

interface Stored {
  messages: { text: string; reasoning?: string; status: string }[];
}

/** Asks a model, then reads the same answer again: from memory, and from storage after a restart. */
async function ask(model: string) {
  test = await startTestGuichet({ model, practice: { provider: { tokenMs: 1 } } });
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const conversation = await visitor.newConversation();
  const run = await visitor.ask(conversation, 'hi there you');
  const again = await readRun(await visitor.resume(run.runId));
  await test.restart();
  const later = visitor.movedTo(test.guichet.url);
  const replayed = await readRun(await later.resume(run.runId));
  const { messages } = await later.json<Stored>(`/v1/conversations/${conversation}`);
  for (const other of [again, replayed]) {
    expect({ text: other.text, reasoning: other.reasoning, end: other.end.event }).toEqual({
      text: run.text,
      reasoning: run.reasoning,
      end: run.end.event,
    });
  }
  // An answer that fills a page stands on it without its question.
  const stored = messages.at(-1);
  expect(stored?.text ?? '').toBe(run.text);
  return { run, status: stored?.status, log: test.log.join('\n') };
}

describe('an answer', () => {
  it('that says "stop" on every chunk is read to its end', async () => {
    const { run, status } = await ask('stop-everywhere');
    expect(run.text).toBe('You said: hi there you');
    expect(status).toBe('complete');
  });

  it.each(['filtered', 'tool-wanted'])('that the provider ends early is not called complete: %s', async (model) => {
    const { run, status, log } = await ask(model);
    expect(run.text).toBe('You said: hi ');
    expect(run.end.data).toMatchObject({ reason: 'interrupted' });
    expect(status).toBe('interrupted');
    expect(log).toMatch(/finish_reason: (content_filter|tool_calls)/);
  });

  it('whose thoughts were shown takes them back, for everybody who reads it', async () => {
    const { run, status } = await ask('think-unopened');
    expect(run).toMatchObject({ text: 'Hello there.', reasoning: 'The visitor greets. So I greet.\n' });
    expect(run.messages.map((message) => message.event)).toContain('snapshot');
    expect(run.messages.map((message) => Number(message.id.split('-')[1]))).toEqual(
      run.messages.map((_, at) => at + 1),
    );
    expect(status).toBe('complete');
  });

  it('leaves out the blocks that Open WebUI writes for its own interface', async () => {
    const { run } = await ask('details');
    expect(run.text).toBe('Hello. \nThere you are.');
    expect(run.reasoning).toBe('hidden thought');
    expect(JSON.stringify(run.messages)).not.toMatch(/internal|Tool Executed|details/);
  });

  it('that is a refusal is shown', async () => {
    expect((await ask('refuses')).run.text).toBe('I would rather not.');
  });

  it('names its picture', async () => {
    const { run } = await ask('picture');
    expect(run.text).toBe('Here it is: [a red fox] Enjoy.');
    expect(JSON.stringify(run.messages)).not.toContain('iVBORw0K');
  });

  it('in a field that nobody reads is empty, and the log names the field', async () => {
    const { run, log } = await ask('spoken-only');
    expect(run.end).toMatchObject({ event: 'error', data: { code: 'answer-empty' } });
    expect(log).toContain('delta.audio');
    expect(log).not.toContain('UklGRg');
  });

  it('with unreadable frames between its words is whole, and the log says so once', async () => {
    const { run, log } = await ask('garbage-between');
    expect(run.text).toBe('You said: hi there you');
    expect(log.match(/frame-unreadable/g)).toHaveLength(1);
    expect(log).toMatch(/"count":[5-9]/);
  });

  it.each(['error-field', 'error-object'])('that breaks off with %s is not called complete', async (model) => {
    const { run, status, log } = await ask(model);
    expect(run.text).toBe('You said: hi ');
    expect(status).toBe('interrupted');
    expect(log).toContain('The model ran out of memory');
  });

  it('that comes whole and too long is cut where a streamed one would be', async () => {
    const { run, status } = await ask('big-whole');
    expect(run.text).toHaveLength(500_000);
    expect(status).toBe('interrupted');
  });
});
