/** What is a visitor's own: names of conversations, ratings, what they said of themselves, an export, and the end of it all. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnswersView } from '@guichet/contract/assistant-api';
import { AI_WRITTEN } from '@guichet/contract/digital-source-type';
import type { Conversation, ConversationSummary, Visitor, VisitorExport } from '@guichet/contract/visitor-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet();
});
afterAll(() => test.close());

const arrive = () => VisitorClient.arrive(test.guichet.url);
const json = (method: string, body: unknown) => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
const list = (visitor: VisitorClient, search?: string) =>
  visitor.json<ConversationSummary[]>(
    `/v1/conversations${search === undefined ? '' : `?search=${encodeURIComponent(search)}`}`,
  );
const read = (visitor: VisitorClient, id: string) => visitor.json<Conversation>(`/v1/conversations/${id}`);

describe('conversations', () => {
  it('have the first question as title, and the one that their visitor gives them; nobody else does', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const id = await visitor.newConversation();
    await visitor.ask(id, 'When do you open on Sunday?');
    expect((await list(visitor)).map(({ title }) => title)).toEqual(['When do you open on Sunday?']);
    const rename = (who: VisitorClient, title: unknown) =>
      who.request(`/v1/conversations/${id}`, json('PATCH', { title }));
    expect((await rename(visitor, '  Opening hours ')).status).toBe(204);
    expect((await list(visitor)).map(({ title }) => title)).toEqual(['Opening hours']);
    expect((await rename(stranger, 'Mine now')).status).toBe(404);
    for (const title of ['', '   ', 'x'.repeat(101), 7, undefined])
      expect((await rename(visitor, title)).status).toBe(400);
    expect((await read(visitor, id)).title).toBe('Opening hours');
  });

  it('are found by words of their title and of what was said in them, as their visitor’s alone', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const bread = await visitor.newConversation();
    await visitor.ask(bread, 'How long does 100% rye_bread keep?');
    await visitor.ask(bread, 'And Brötchen?');
    const cake = await visitor.newConversation();
    await visitor.ask(cake, 'Do you have CHEESECAKE?');
    const found = async (search: string) => (await list(visitor, search)).map(({ id }) => id);
    expect(await found('rye')).toEqual([bread]);
    expect(await found('cheesecake')).toEqual([cake]);
    expect(await found('brötchen')).toEqual([bread]);
    expect(await found('you said')).toEqual([cake, bread]);
    // No sign of a pattern is one.
    expect(await found('%')).toEqual([bread]);
    expect(await found('e_b')).toEqual([bread]);
    expect(await found('h_v')).toEqual([]);
    expect(await found('\\')).toEqual([]);
    expect(await list(stranger, 'rye')).toEqual([]);
    expect((await visitor.request(`/v1/conversations?search=${'x'.repeat(101)}`)).status).toBe(400);
    expect((await visitor.request('/v1/conversations?search=')).status).toBe(400);
  });
});

describe('the last question', () => {
  it('is asked in other words, in the place of the first ones and of their answer', async () => {
    const visitor = await arrive();
    const id = await visitor.newConversation();
    await visitor.ask(id, 'one');
    await visitor.ask(id, 'too');
    const [, , wrong] = (await read(visitor, id)).messages;
    const again = await readRun(await visitor.post(id, { text: 'two', replaces: wrong?.id }));
    expect([again.text, again.end.event]).toEqual(['You said: two', 'done']);
    expect((await read(visitor, id)).messages.map(({ text }) => text)).toEqual([
      'one',
      'You said: one',
      'two',
      'You said: two',
    ]);
    // The model is not told of what was replaced.
    const asked = test.practice.state.received.findLast(({ path: place }) => place === '/api/chat/completions');
    const body = asked?.body as { messages: { content: string }[] } | undefined;
    expect(body?.messages.map(({ content }) => content)).toEqual(['one', 'You said: one', 'two']);
  });

  it('is replaced once, however often the request arrives', async () => {
    const visitor = await arrive();
    const id = await visitor.newConversation();
    await visitor.ask(id, 'one');
    const [first] = (await read(visitor, id)).messages;
    const body = { text: 'two', replaces: first?.id };
    const runs = await Promise.all([1, 2, 3].map(async () => readRun(await visitor.post(id, body, 'same-key'))));
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(1);
    expect((await visitor.post(id, { text: 'two' }, 'same-key')).status).toBe(422);
    expect((await read(visitor, id)).messages.map(({ text }) => text)).toEqual(['two', 'You said: two']);
  });

  it('can be replaced while it is being answered: that answer is stopped and gone', async () => {
    const visitor = await arrive();
    const id = await visitor.newConversation();
    const slow = await visitor.post(id, 'hello');
    const running = await readRun(slow, ({ event }) => event === 'run');
    const { userMessageId } = JSON.parse(running.messages[0]?.data ?? '{}') as { userMessageId: string };
    const second = await readRun(await visitor.post(id, { text: 'hello there', replaces: userMessageId }));
    expect(second.text).toBe('You said: hello there');
    expect((await visitor.resume(running.runId)).status).toBe(404);
    expect((await read(visitor, id)).messages.map(({ text }) => text)).toEqual([
      'hello there',
      'You said: hello there',
    ]);
  });

  it('is no earlier one, no answer and nobody else’s', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const id = await visitor.newConversation();
    await visitor.ask(id, 'one');
    await visitor.ask(id, 'two');
    const [first, , second, answer] = (await read(visitor, id)).messages;
    for (const replaces of [first?.id, answer?.id, 'msg_none'])
      expect((await visitor.post(id, { text: 'x', replaces })).status).toBe(404);
    const theirs = await stranger.newConversation();
    await stranger.ask(theirs, 'mine');
    expect((await stranger.post(theirs, { text: 'x', replaces: second?.id })).status).toBe(404);
    expect((await stranger.post(id, { text: 'x', replaces: second?.id })).status).toBe(404);
    expect((await read(visitor, id)).messages).toHaveLength(4);
  });
});

describe('a rating', () => {
  it('is kept with its answer, shown to its visitor and to the operator, changed and withdrawn', async () => {
    const visitor = await arrive();
    const id = await visitor.newConversation();
    await visitor.ask(id, 'one');
    const answer = (await read(visitor, id)).messages[1]?.id ?? '';
    const place = `/v1/messages/${answer}/feedback`;
    expect((await visitor.request(place, json('PUT', { rating: 1 }))).status).toBe(204);
    const bad = { rating: -1, reason: 'incorrect', comment: 'You close at six.\0' };
    expect((await visitor.request(place, json('PUT', bad))).status).toBe(204);
    expect((await read(visitor, id)).messages[1]?.feedback).toEqual({ rating: -1, reason: 'incorrect' });
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const rated = async () => {
      const { answers } = (await (await operator.request('GET', '/answers')).json()) as AnswersView;
      return answers.find((one) => one.id === answer)?.feedback;
    };
    expect(await rated()).toEqual({
      rating: -1,
      reason: 'incorrect',
      comment: 'You close at six.',
      at: expect.stringMatching(/^\d{4}-/),
    });
    expect((await visitor.request(place, { method: 'DELETE' })).status).toBe(204);
    expect(await rated()).toBeUndefined();
    expect((await read(visitor, id)).messages[1]).not.toHaveProperty('feedback');
  });

  it('is of the visitor’s own answers, and has a shape', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const id = await visitor.newConversation();
    await visitor.ask(id, 'one');
    const [question, answer] = (await read(visitor, id)).messages;
    const rate = async (who: VisitorClient, message: string | undefined, body: unknown) =>
      (await who.request(`/v1/messages/${message}/feedback`, json('PUT', body))).status;
    expect(await rate(stranger, answer?.id, { rating: 1 })).toBe(404);
    expect(await rate(visitor, question?.id, { rating: 1 })).toBe(404);
    expect(await rate(visitor, 'msg_none', { rating: 1 })).toBe(404);
    const shapeless = [{}, { rating: 0 }, { rating: 2 }, { rating: '1' }, { rating: 1, reason: 'x'.repeat(101) }];
    for (const body of [...shapeless, { rating: 1, comment: 'x'.repeat(2_001) }])
      expect(await rate(visitor, answer?.id, body)).toBe(400);
    expect((await stranger.request(`/v1/messages/${answer?.id}/feedback`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('what is kept about a visitor', () => {
  it('is what they said before the chat, once and until they say otherwise', async () => {
    const visitor = await arrive();
    const consent = { version: '2026-11', text: 'I agree that my words are stored.' };
    const say = async (body: unknown) => (await visitor.request('/v1/visitors/me', json('PUT', body))).status;
    expect(await say({ name: ' Ada ', email: 'ada@example.com', consent })).toBe(204);
    expect(await say({ name: 'Ada Lovelace' })).toBe(204);
    expect(await say({})).toBe(204);
    const kept = await visitor.json<Visitor>('/v1/visitors/me');
    expect(kept).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com', consent, locale: 'en' });
    for (const body of [
      { email: 'ada' },
      { name: '' },
      { consent: { version: '', text: 'x' } },
      { name: 'x'.repeat(201) },
    ])
      expect(await say(body)).toBe(400);
  });

  it('is exported whole: every message of every conversation in order, marked, however many pages that takes', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const [first, second] = [await visitor.newConversation(), await visitor.newConversation()];
    const questions = Array.from({ length: 60 }, (_, number) => `number ${number}`);
    for (const question of questions) await visitor.ask(first, question);
    await visitor.ask(second, 'quote " and \u2028');
    await stranger.ask(await stranger.newConversation(), 'not mine');
    await visitor.request('/v1/visitors/me', json('PUT', { name: 'Ada' }));
    const response = await visitor.request('/v1/visitors/me/export');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="conversations.json"');
    const all = (await response.json()) as VisitorExport;
    expect(all).toMatchObject({ digitalSourceType: AI_WRITTEN, visitor: { name: 'Ada' } });
    expect(all.conversations.map(({ id }) => id)).toEqual([second, first]);
    expect(all.conversations[1]?.messages.map(({ text }) => text)).toEqual(
      questions.flatMap((question) => [question, `You said: ${question}`]),
    );
    expect(all.conversations[0]?.messages[1]).toMatchObject({ digitalSourceType: AI_WRITTEN });
    const statuses: number[] = [];
    for (let more = 0; more < 5; more++) statuses.push((await visitor.request('/v1/visitors/me/export')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  }, 60_000);

  it('is erased through to the stored bytes; the token opens nothing from that moment, and running answers stop', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const [id, theirs] = [await visitor.newConversation(), await stranger.newConversation()];
    await visitor.ask(id, 'ERASE-ME '.repeat(100));
    await visitor.request('/v1/visitors/me', json('PUT', { name: 'ERASE-ME', email: 'ERASE-ME@example.com' }));
    await stranger.ask(theirs, 'I stay');
    const run = await readRun(await visitor.post(id, 'ERASE-ME'), ({ event }) => event === 'run');
    expect((await visitor.request('/v1/visitors/me', { method: 'DELETE' })).status).toBe(204);
    for (const [method, place] of [
      ['GET', '/v1/conversations'],
      ['POST', '/v1/conversations'],
      ['GET', `/v1/conversations/${id}`],
      ['GET', `/v1/runs/${run.runId}/events`],
      ['GET', '/v1/visitors/me'],
      ['GET', '/v1/visitors/me/export'],
      ['DELETE', '/v1/visitors/me'],
    ] as const)
      expect([place, (await visitor.request(place, { method })).status]).toEqual([place, 401]);
    expect((await read(stranger, theirs)).messages).toHaveLength(2);
    const holding = () =>
      readdirSync(test.dataDir).filter((file) => readFileSync(path.join(test.dataDir, file)).includes('ERASE-ME'));
    await expect.poll(holding, { timeout: 15_000 }).toEqual([]);
  });
});
