/** Visitors' ratings in Open WebUI's evaluations: passed on where a site wants it, changed, withdrawn, and never a visitor's trouble. */
import type { Conversation } from '@guichet/contract/visitor-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

const MINUTE_MS = 60_000;
let now = Date.now();

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet({ now: () => now });
  await setSite('on');
});
afterAll(() => test.close());

async function setSite(shared: 'on' | 'off'): Promise<void> {
  const done = await runCommand(['site', 'set', '--site', 'default', `share-ratings=${shared}`], {
    GUICHET_DATA_DIR: test.dataDir,
    OPENWEBUI_URL: test.practice.url,
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
  });
  expect(done.code, done.output).toBe(0);
}

/** A visitor with an answer, and what they do with its rating. */
async function answered() {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  const conversation = await visitor.newConversation();
  await visitor.ask(conversation, 'hi');
  const { messages } = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
  const message = messages.at(-1)?.id ?? '';
  const path = `/v1/messages/${message}/feedback`;
  return {
    ...{ visitor, conversation, message },
    rate: async (feedback: object) =>
      (
        await visitor.request(path, {
          method: 'PUT',
          body: JSON.stringify(feedback),
          headers: { 'Content-Type': 'application/json' },
        })
      ).status,
    withdraw: async () => (await visitor.request(path, { method: 'DELETE' })).status,
  };
}

const EVALUATIONS = '/api/v1/evaluations/feedback';
const asked = () =>
  test.practice.state.received
    .filter(({ path }) => path.startsWith(EVALUATIONS))
    .map(({ method, path, body }) => ({ method, path, body: body as { data?: object; meta?: object } | undefined }));

/** What Open WebUI has of this answer now. */
const inOpenWebUi = (message: string) =>
  test.practice.state.feedbacks.filter(({ body }) => messageOf(body) === message);
const messageOf = ({ meta }: Record<string, unknown>) => (meta as { message_id?: string } | undefined)?.message_id;

async function waitForRating(message: string, data: object | undefined): Promise<void> {
  await vi.waitFor(
    () => {
      const found = inOpenWebUi(message).map(({ body }) => body.data);
      expect(found).toEqual(data ? [data] : []);
    },
    { timeout: 10_000 },
  );
}

describe('a rating', () => {
  it('is passed on with its reason and nothing of the conversation, changed, and withdrawn', async () => {
    // The command's change is seen at the next look at the sites.
    await vi.waitFor(
      async () => {
        const { rate, message } = await answered();
        expect(await rate({ rating: 1 })).toBe(204);
        await waitForRating(message, { rating: 1, model_id: 'echo' });
      },
      { timeout: 20_000 },
    );
    const { rate, withdraw, message } = await answered();
    expect(await rate({ rating: -1 })).toBe(204);
    await waitForRating(message, { rating: -1, model_id: 'echo' });
    expect(await rate({ rating: -1, reason: 'incorrect', comment: 'You close at six.' })).toBe(204);
    const whole = { rating: -1, model_id: 'echo', reason: 'incorrect', comment: 'You close at six.' };
    await waitForRating(message, whole);
    expect(JSON.stringify(asked())).not.toContain('You said');
    expect(await withdraw()).toBe(204);
    await waitForRating(message, undefined);
  });

  it('goes with its conversation', async () => {
    const { visitor, conversation, rate, message } = await answered();
    await rate({ rating: 1 });
    await waitForRating(message, { rating: 1, model_id: 'echo' });
    await visitor.request(`/v1/conversations/${conversation}`, { method: 'DELETE' });
    // The next look finds it: once a minute, or with any other rating.
    const other = await answered();
    await other.rate({ rating: 1 });
    await waitForRating(message, undefined);
  });

  it('that Open WebUI does not take is kept here, and passed on later', async () => {
    const { rate, message, visitor, conversation } = await answered();
    test.practice.state.restrictKeysTo('/api/models,/api/chat/completions');
    expect(await rate({ rating: 1 })).toBe(204);
    await vi.waitFor(() => expect(test.log.join('')).toContain('could not pass a rating on'), { timeout: 10_000 });
    const { messages } = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
    expect(messages.at(-1)?.feedback).toEqual({ rating: 1 });
    test.practice.state.restrictKeysTo(undefined);
    now += 2 * MINUTE_MS;
    const other = await answered();
    await other.rate({ rating: 1 });
    await waitForRating(message, { rating: 1, model_id: 'echo' });
  });

  it('is given up after six attempts, and the log says so', async () => {
    const { rate, message } = await answered();
    test.practice.state.restrictKeysTo('/api/models,/api/chat/completions');
    const attempts = () => asked().filter(({ body }) => body && messageOf(body as Record<string, unknown>) === message);
    const other = await answered();
    expect(await rate({ rating: 1 })).toBe(204);
    for (let attempt = 1; attempt <= 6; attempt++) {
      await vi.waitFor(() => expect(attempts()).toHaveLength(attempt), { timeout: 10_000 });
      await vi.waitFor(
        () =>
          expect(test.log.filter((line) => line.includes(message) && /"attempts":\d/.test(line))).toHaveLength(attempt),
        { timeout: 10_000 },
      );
      now += 13 * 60 * MINUTE_MS;
      // Whatever makes it look: this one has nothing to withdraw.
      await other.withdraw();
    }
    expect(test.log.join('')).toContain('gave up passing a rating on');
    await other.withdraw();
    expect(attempts()).toHaveLength(6);
    test.practice.state.restrictKeysTo(undefined);
  });
});
