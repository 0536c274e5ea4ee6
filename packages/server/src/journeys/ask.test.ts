import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet();
});
afterAll(() => test.close());

interface ConversationBody {
  messages: { role: string; text: string; status: string; error?: { code: string; ref: string } }[];
}

/** A Guichet whose model behaves as the practice provider's of that name. */
async function withModel(
  model: string,
  run: (test: TestGuichet, visitor: VisitorClient, conversation: string) => Promise<void>,
) {
  const own = await startTestGuichet({ model });
  try {
    const visitor = await VisitorClient.arrive(own.guichet.url);
    await run(own, visitor, await visitor.newConversation());
  } finally {
    await own.close();
  }
}

describe('asking', () => {
  it('streams the answer and keeps question and answer', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    const run = await visitor.ask(conversation, 'Hello there');
    expect(run.status).toBe(200);
    expect(run.text).toBe('You said: Hello there');
    expect(run.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    expect(run.messages[0]?.event).toBe('run');
    expect(run.messages.map((message) => message.id)).toEqual(run.messages.map((_, index) => `1-${index + 1}`));
    const { messages } = await visitor.json<ConversationBody>(`/v1/conversations/${conversation}`);
    expect(messages).toMatchObject([
      { role: 'user', text: 'Hello there', status: 'complete' },
      { role: 'assistant', text: 'You said: Hello there', status: 'complete' },
    ]);
  });

  it('sends the headers that keep proxies from holding the stream back', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const response = await visitor.post(await visitor.newConversation(), 'Hello');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'content-encoding': 'identity',
    });
    await response.body?.cancel();
  });

  it('gives the model the conversation so far, as text of visitor and assistant only', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    await visitor.ask(conversation, 'First');
    test.practice.state.provider.calls.length = 0;
    await visitor.ask(conversation, 'Second');
    const call = test.practice.state.provider.calls.at(-1);
    expect(call?.body).toMatchObject({
      stream: true,
      messages: [
        { role: 'user', content: 'First' },
        { role: 'assistant', content: 'You said: First' },
        { role: 'user', content: 'Second' },
      ],
    });
  });

  it('leaves no chat behind in Open WebUI', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    await visitor.ask(await visitor.newConversation(), 'Hello');
    for (const email of ['admin@example.com']) {
      const account = test.practice.state.account(email);
      if (account) expect(test.practice.state.chatIdsOf(account)).toEqual([]);
    }
  });

  it('lists conversations newest first and deletes them', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const first = await visitor.newConversation();
    const second = await visitor.newConversation();
    await visitor.ask(second, 'Two');
    await visitor.ask(first, 'One');
    const list = () => visitor.json<{ id: string; title: string }[]>('/v1/conversations');
    expect(await list()).toMatchObject([
      { id: first, title: 'One' },
      { id: second, title: 'Two' },
    ]);
    expect((await visitor.request(`/v1/conversations/${first}`, { method: 'DELETE' })).status).toBe(204);
    expect((await visitor.request(`/v1/conversations/${first}`, { method: 'DELETE' })).status).toBe(404);
    expect(await list()).toMatchObject([{ id: second }]);
  });

  it.each([
    ['reason', 'You said: hi', 'Let me think.'],
    ['think', 'You said: hi', 'hidden thought'],
  ])('keeps reasoning apart from the answer (%s)', async (model, text, reasoning) => {
    await withModel(model, async (_, visitor, conversation) => {
      expect(await visitor.ask(conversation, 'hi')).toMatchObject({ text, reasoning });
    });
  });

  it.each(['cut', 'clean-cut', 'midstream-error'])(
    'marks an answer that broke off as interrupted (%s)',
    async (model) => {
      await withModel(model, async (_, visitor, conversation) => {
        const run = await visitor.ask(conversation, 'one two three four');
        expect(run.end).toMatchObject({ event: 'done', data: { reason: 'interrupted' } });
        expect(run.text.length).toBeGreaterThan(0);
        expect('You said: one two three four'.startsWith(run.text.trimEnd())).toBe(true);
        const { messages } = await visitor.json<ConversationBody>(`/v1/conversations/${conversation}`);
        expect(messages[1]).toMatchObject({ text: run.text, status: 'interrupted' });
      });
    },
  );

  it.each([
    ['err401', 'assistant-misconfigured'],
    ['err429', 'assistant-busy'],
    ['errtext', 'assistant-unavailable'],
    ['null200', 'assistant-unavailable'],
    ['empty', 'answer-empty'],
    ['nope', 'assistant-misconfigured'],
  ])('says what the visitor can do when there is no answer (%s)', async (model, code) => {
    await withModel(model, async (own, visitor, conversation) => {
      const run = await visitor.ask(conversation, 'hi');
      expect(run.end.event).toBe('error');
      expect(run.end.data).toMatchObject({ code, ref: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) });
      const { messages } = await visitor.json<ConversationBody>(`/v1/conversations/${conversation}`);
      expect(messages[1]).toMatchObject({
        status: 'failed',
        error: { code, ref: run.end.data.ref, detail: run.end.data.detail, retryable: run.end.data.retryable },
      });
      // The log finds the same event under the reference the visitor quotes, with what Open WebUI said.
      expect(own.log.some((line) => line.includes(String(run.end.data.ref)) && line.includes('"cause"'))).toBe(true);
      expect(JSON.stringify(run.messages)).not.toContain('sk-prov');
    });
  });

  it('speaks the visitor’s language', async () => {
    await withModel('errtext', async (_, visitor, conversation) => {
      const response = await visitor.post(conversation, 'salut', undefined, {
        headers: { 'Accept-Language': 'fr-CH,fr;q=0.9' },
      });
      expect(await response.text()).toContain('L’assistant est injoignable');
    });
  });
});
