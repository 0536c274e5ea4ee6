import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AgentAccountView, WholeAgentView } from '@guichet/contract/admin-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const PASSWORD = 'svc-password-1';
const PLACE = '/openwebui/agent-account';

let test: TestGuichet;
beforeEach(async () => {
  test = await startTestGuichet();
});
afterEach(() => test.close());

const signedIn = () => Operator.signIn(test.guichet.url, test.dataDir);
const view = (operator: Operator) => operator.ask<AgentAccountView>('GET', PLACE);

function stored(): Buffer {
  return Buffer.concat(readdirSync(test.dataDir).map((file) => readFileSync(path.join(test.dataDir, file))));
}

describe('the sign-in for the whole agent', () => {
  it('is proved when it is chosen, kept sealed, and forgotten when it is taken back', async () => {
    const operator = await signedIn();
    const { email } = test.account;
    expect(await view(operator)).toMatchObject({ on: false, direct: false, problem: { id: 'no-account' } });
    const wrong = await operator.request('PUT', PLACE, { email, password: 'wrong' });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { kind: 'refused', text: expect.any(String) }]);
    expect(await operator.ask('PUT', PLACE, { email, password: PASSWORD })).toEqual({ on: true, email, direct: false });
    expect(stored().includes(PASSWORD)).toBe(false);
    expect(test.log.join('')).not.toContain(PASSWORD);
    await test.restart();
    const again = await signedIn();
    expect(await view(again)).toEqual({ on: true, email, direct: false });
    expect((await again.request('DELETE', PLACE)).status).toBe(204);
    expect((await again.request('DELETE', PLACE)).status).toBe(404);
    expect(await view(again)).toMatchObject({ on: false });
    const { entries } = await again.ask<{ entries: { action: string }[] }>('GET', '/audit');
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['agent-account-chosen', 'agent-account-forgotten']),
    );
  });

  it('of an administrator or of another account than the key’s is refused with its reason', async () => {
    const operator = await signedIn();
    const admin = { email: 'admin@example.com', password: 'admin-password' };
    expect(await operator.ask('PUT', PLACE, admin)).toMatchObject({
      kind: 'refused',
      cause: 'key-owner-is-admin',
      text: expect.stringContaining('role “user”'),
    });
    test.practice.state.addAccount({ email: 'other@example.com' });
    expect(await operator.ask('PUT', PLACE, { email: 'other@example.com', password: PASSWORD })).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('different accounts'),
    });
  });

  it('that is forgotten leaves the next answer to one round, and kept again gives it the whole agent', async () => {
    const { email } = test.account;
    test.practice.state.editModel('echo', { capabilities: { builtin_tools: false } });
    const operator = await signedIn();
    const keep = () => operator.ask('PUT', PLACE, { email, password: PASSWORD });
    await keep();
    await operator.ask('PUT', '/sites/default/assistant', { tools: 'whole-agent' });
    const visitor = await VisitorClient.arrive(test.guichet.url);
    /** The text, and whether Open WebUI was asked in the agent's way, by a session on its socket. */
    const answer = async () => {
      const before = test.practice.state.received.length;
      const { text } = await visitor.ask(await visitor.newConversation(), 'hi');
      const asked = test.practice.state.received.slice(before).find(({ path: at }) => at === '/api/chat/completions');
      return [text, typeof (asked?.body as { session_id?: unknown } | undefined)?.session_id];
    };
    expect(await answer()).toEqual(['You said: hi', 'string']);
    expect((await operator.request('DELETE', PLACE)).status).toBe(204);
    expect(await answer()).toEqual(['You said: hi', 'undefined']);
    await keep();
    expect(await answer()).toEqual(['You said: hi', 'string']);
  });

  it('is nothing for people who are not signed in', async () => {
    const stranger = new Operator(test.guichet.url);
    for (const [method, place] of [
      ['GET', PLACE],
      ['PUT', PLACE],
      ['DELETE', PLACE],
      ['GET', '/openwebui/whole-agent'],
    ] as const) {
      expect((await stranger.request(method, place, method === 'PUT' ? {} : undefined)).status).toBe(401);
    }
  });

  it('is kept and forgotten on the command line; the running server reads it at its next use', async () => {
    const operator = await signedIn();
    const environment = {
      OPENWEBUI_URL: test.practice.url,
      OPENWEBUI_API_KEY: test.credential,
      GUICHET_DATA_DIR: test.dataDir,
    };
    const { email } = test.account;
    const run = (words: string[], input: string) =>
      runCommand(['openwebui', 'agent-account', ...words], environment, input);
    expect(await run([], `${email}\nwrong\n\n`)).toMatchObject({ code: 1 });
    const kept = await run([], `${email}\n${PASSWORD}\n\n`);
    expect(kept).toMatchObject({ code: 0, output: expect.stringContaining(`Guichet can sign in as ${email}.`) });
    expect(kept.output).not.toContain(PASSWORD);
    expect(await view(operator)).toEqual({ on: true, email, direct: false });
    expect(await run(['--forget'], '')).toMatchObject({
      code: 0,
      output: expect.stringContaining('deleted the sign-in'),
    });
    expect(await run(['--forget'], '')).toMatchObject({
      code: 0,
      output: expect.stringContaining('no stored sign-in'),
    });
    expect(await view(operator)).toMatchObject({ on: false });
  }, 60_000);
});

it('what stands in the way of the whole agent is named, and nothing once it is closed', async () => {
  const operator = await signedIn();
  const look = (query = '') => operator.ask<WholeAgentView>('GET', `/openwebui/whole-agent${query}`);
  const open = await look();
  expect(open).toMatchObject({ possible: false, model: 'echo' });
  expect(open.obstacles).toContainEqual({
    what: 'tool-open',
    kind: 'chats',
    text: expect.stringContaining('read the account’s saved chats'),
  });
  test.practice.state.editModel('echo', { capabilities: { builtin_tools: false } });
  expect(await look()).toEqual({ possible: true, model: 'echo', obstacles: [] });
  expect(await look('?model=nope')).toMatchObject({ possible: false, obstacles: [{ what: 'model-missing' }] });
});
