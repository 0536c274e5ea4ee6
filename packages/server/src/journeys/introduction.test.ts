/** What a site asks visitors before their first question: told with the site, and demanded where it must not be left out. */
import type { Problem } from '@guichet/contract/problem';
import type { PublicSite } from '@guichet/contract/public-site';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
let visitor: VisitorClient;
let conversation: string;
beforeEach(async () => {
  test = await startTestGuichet();
  visitor = await VisitorClient.arrive(test.guichet.url);
  conversation = await visitor.newConversation();
});
afterEach(() => test.close());

const site = async () => {
  const response = await fetch(`${test.guichet.url}/v1/sites/default`, { headers: { Origin: ORIGIN } });
  return (await response.json()) as PublicSite;
};

/** As an operator types it, beside the running server. */
async function set(...settings: string[]): Promise<void> {
  const { code, output } = await runCommand(['site', 'set', '--site', 'default', ...settings], {
    GUICHET_DATA_DIR: test.dataDir,
    OPENWEBUI_URL: test.practice.url,
  });
  expect(code, output).toBe(0);
}

/** The running server has noticed. */
const known = (given: Partial<NonNullable<PublicSite['introduction']>>) =>
  expect.poll(async () => (await site()).introduction, { timeout: 10_000 }).toMatchObject(given);

async function ask(text = 'Hello'): Promise<[status: number, code: string | undefined]> {
  const response = await visitor.post(conversation, { text });
  const body = await response.text();
  return [response.status, response.ok ? undefined : (JSON.parse(body) as Problem).code];
}

const say = async (body: object) =>
  (
    await visitor.request('/v1/visitors/me', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).status;

const MISSING = [403, 'introduction-missing'];
const consent = (version: string) => ({ consent: { version, text: 'I agree.' } });

describe('what a site asks before the first question', () => {
  it('is nothing until its owner says so', async () => {
    const { features, introduction } = await site();
    expect([features.introduction, introduction]).toEqual([false, undefined]);
    expect(await ask()).toEqual([200, undefined]);
  });

  it('is told with the site, with the text in each language', async () => {
    await set('ask-name=optional', 'ask-consent=required', 'consent-version=2026-12', 'consent.fr=J’accepte.');
    await known({ name: 'optional', email: 'off', consent: 'required', consentVersion: '2026-12' });
    const { features, texts } = await site();
    expect([features.introduction, texts.fr?.consent, texts.en?.consent]).toEqual([true, 'J’accepte.', undefined]);
  });

  it('holds a question back until all that is required was said, and no longer', async () => {
    await set('ask-name=required', 'ask-email=required', 'ask-consent=required');
    await known({ consent: 'required' });
    expect(await ask()).toEqual(MISSING);
    expect(await say({ name: 'Ada', email: 'ada@example.com' })).toBe(204);
    expect(await ask()).toEqual(MISSING);
    expect(await say(consent('1'))).toBe(204);
    expect(await ask()).toEqual([200, undefined]);
    expect(await ask('And again')).toEqual([200, undefined]);
    // Nothing of the questions that were held back is kept.
    const { messages } = await visitor.json<{ messages: { role: string; text: string }[] }>(
      `/v1/conversations/${conversation}`,
    );
    expect(messages.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual(['Hello', 'And again']);
  });

  it('is asked again when the text has another version, and only then', async () => {
    await set('ask-consent=required', 'consent-version=2026-12', 'consent.en=I agree.');
    await known({ consentVersion: '2026-12' });
    expect(await ask()).toEqual(MISSING);
    expect(await say(consent('2026-11'))).toBe(204);
    expect(await ask()).toEqual(MISSING);
    expect(await say(consent('2026-12'))).toBe(204);
    expect(await ask()).toEqual([200, undefined]);
    await set('consent.en=I do agree.');
    await expect.poll(async () => (await site()).texts.en?.consent, { timeout: 10_000 }).toBe('I do agree.');
    expect(await ask()).toEqual([200, undefined]);
    await set('consent-version=2027-01');
    await known({ consentVersion: '2027-01' });
    expect(await ask()).toEqual(MISSING);
  }, 60_000);

  it('may be left out where it is optional', async () => {
    await set('ask-name=optional', 'ask-email=optional', 'ask-consent=optional');
    await known({ email: 'optional' });
    expect(await ask()).toEqual([200, undefined]);
  });
});
