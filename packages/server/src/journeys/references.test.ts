/** From the reference that a visitor quotes to what they were not told. */
import type { VisitorErrorView } from '@guichet/contract/diagnosis-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { damageDatabase } from '../testing/damage-database.ts';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

let own: TestGuichet;
let operator: Operator;
beforeEach(async () => {
  own = await startTestGuichet();
  operator = await Operator.signIn(own.guichet.url, own.dataDir);
});
afterEach(() => own.close());

const look = (ref: unknown, headers = {}) =>
  operator.request('GET', `/diagnosis/reference/${ref}`, undefined, headers).then((response) => response.json());

async function failedAnswer(text = 'a question of mine'): Promise<Record<string, unknown>> {
  own.practice.state.revokeKey(own.account);
  const visitor = await VisitorClient.arrive(own.guichet.url);
  const { end } = await visitor.ask(await visitor.newConversation(), text);
  expect(end.event).toBe('error');
  return end.data;
}

describe('the reference of a visitor’s error', () => {
  it('tells the cause behind a failed answer, and which check looks for it', async () => {
    const { ref, code, detail } = await failedAnswer();
    const view = (await look(ref)) as VisitorErrorView;
    expect(view).toMatchObject({ ref, code, detail, cause: 'key-unknown', checkId: 'key/known' });
    expect(Date.parse(view.at)).toBeGreaterThan(0);
    expect(view.causeText).toMatch(/key/i);
    expect(await look(ref, { 'Accept-Language': 'fr' })).toMatchObject({ causeText: expect.stringMatching(/clé/i) });
  });

  it('outlives a restart, and holds nothing the visitor wrote', async () => {
    const { ref } = await failedAnswer('my very private question');
    await own.restart();
    operator = await Operator.signIn(own.guichet.url, own.dataDir);
    const view = await look(ref);
    expect(view).toMatchObject({ ref, cause: 'key-unknown' });
    expect(JSON.stringify(view)).not.toMatch(/private|127\.0\.0\.1/);
  });

  it('names the site that may not show the chat', async () => {
    const refused = await fetch(`${own.guichet.url}/v1/sites/default`, {
      headers: { Origin: 'https://elsewhere.example' },
    });
    const { ref } = (await refused.json()) as { ref: string };
    expect(await look(ref)).toMatchObject({
      code: 'origin-not-allowed',
      cause: 'origin-not-allowed',
      origin: 'https://elsewhere.example',
    });
  });

  it.each(['javascript:alert(1)', 'null', `https://${'x'.repeat(300)}.example`])(
    'repeats no origin such as %.20s',
    async (origin) => {
      const refused = await fetch(`${own.guichet.url}/v1/sites/default`, { headers: { Origin: origin } });
      const { ref } = (await refused.json()) as { ref: string };
      const view = (await look(ref)) as VisitorErrorView;
      expect(view.code).toBe('origin-not-allowed');
      expect(view.origin).toBeUndefined();
    },
  );

  it('is found however it is typed, and unknown ones are said to be', async () => {
    const refused = await fetch(`${own.guichet.url}/v1/conversations`, { headers: { Origin: ORIGIN } });
    const { ref } = (await refused.json()) as { ref: string };
    expect(await look(ref.toLowerCase().replace('-', ''))).toMatchObject({ ref, code: 'token-missing' });
    expect(await look('2222-2222')).toMatchObject({ code: 'not-found' });
    expect(await look('%20')).toMatchObject({ code: 'not-found' });
  });

  it('of an operator’s own error is not kept: only what visitors saw', async () => {
    const { ref } = await operator.ask<{ ref: string }>('POST', '/diagnosis', { only: 'no/such-check' });
    expect(await look(ref)).toMatchObject({ code: 'not-found' });
  });
});

describe('with a database that has gone bad', () => {
  it('nobody can sign in, and is told what to do instead', async () => {
    damageDatabase(own.dataDir);
    for (const browser of [new Operator(own.guichet.url), operator]) {
      const response = await browser.request('GET', '/session');
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        code: 'sign-in-impossible',
        detail: expect.stringContaining('npx guichet doctor'),
      });
    }
    expect(await operator.ask('POST', '/diagnosis', {})).toMatchObject({ code: 'sign-in-impossible' });
  });
});
