/** The measured stream: what is measured is what visitors get. */
import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

let own: TestGuichet;
beforeAll(async () => {
  own = await startTestGuichet();
});
afterAll(() => own.close());

const ticks = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${own.guichet.url}/v1/ticks`, { method, headers });

function messagesIn(text: string): SseMessage[] {
  const messages: SseMessage[] = [];
  createSseParser({ onMessage: (message) => messages.push(message) }).feed(text);
  return messages;
}

describe('GET /v1/ticks', () => {
  it('sends ten numbered ticks, each after the one before, and ends', async () => {
    const messages = messagesIn(await (await ticks()).text());
    expect(messages.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const data = messages.map((message) => JSON.parse(message.data) as { seq: number; sentMs: number });
    expect(data.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const [place, { sentMs }] of data.slice(1).entries()) expect(sentMs).toBeGreaterThan(data[place]?.sentMs ?? 0);
  });

  it('has the headers of an answer', async () => {
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const answer = await visitor.post(await visitor.newConversation(), 'hello');
    await answer.text();
    const measured = await ticks({ Origin: ORIGIN });
    await measured.text();
    const headersOf = (response: Response) =>
      Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
    expect(headersOf(measured)).toEqual(headersOf(answer));
  });

  it('is for sites that may embed, our own pages, and whoever is no browser', async () => {
    const statuses = [];
    for (const headers of [{ Origin: own.guichet.url }, {}, { Origin: 'https://elsewhere.example' }]) {
      const response = await ticks(headers as Record<string, string>);
      statuses.push(response.status);
      await response.body?.cancel();
    }
    expect(statuses).toEqual([200, 200, 403]);
    expect((await ticks({}, 'HEAD')).status).toBe(405);
  });
});
