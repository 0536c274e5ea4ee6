/** A visitor's question that the whole agent answers: through Guichet to Open WebUI's own chat, and back. */
import type { AnswersView, AssistantChangeView, AssistantView } from '@guichet/contract/assistant-api';
import type { ChatEvent } from '@guichet/contract/chat-event';
import { type MessagePart, partsAfter } from '@guichet/contract/message-part';
import type { Conversation } from '@guichet/contract/visitor-api';
import { AGENT_MODELS, addCaseModels, agentScene, makeCaseContext } from '@guichet/openwebui/contract-suite';
import { afterEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { type ReadRun, VisitorClient } from '../testing/visitor-client.ts';

const WHOLE_AGENT = { tools: 'whole-agent' } as const;
const PASSWORD = 'svc-password-1';
const QUESTION =
  'Please. PLAN [{"text":"Let me see. ","calls":[["get_weather",{"city":"Lyon"}]]},{"text":"It is %results%."}]';

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

/** Guichet with a model of the scene, and the sign-in of the key's account. */
async function startWholeAgent(model: string): Promise<{ own: TestGuichet; operator: Operator }> {
  const own = await startTestGuichet({ model, practice: { provider: { tokenMs: 1 } } });
  test = own;
  const { state, url } = own.practice;
  addCaseModels(state.provider);
  const { context, close } = await makeCaseContext({
    baseUrl: url,
    version: '0.12.4',
    secret: 'test-secret',
    provider: state.provider,
    adminToken: state.makeSessionToken(state.administrator),
  });
  await agentScene(context);
  await close();
  const operator = await Operator.signIn(own.guichet.url, own.dataDir);
  await operator.ask('PUT', '/openwebui/agent-account', { email: own.account.email, password: PASSWORD });
  return { own, operator };
}

const tools = async (operator: Operator) =>
  (await operator.ask<AssistantView>('GET', '/sites/default/assistant')).tools;

const askedPaths = (own: TestGuichet) => own.practice.state.received.map(({ method, path }) => `${method} ${path}`);

const statuses = (run: ReadRun) =>
  run.messages
    .filter(({ event }) => event === 'status')
    .map(({ data }) => JSON.parse(data) as { id: string; kind: string; label: string; done: boolean });

describe('a question to the whole agent', () => {
  it('is answered with its tools, told while it works, and kept', async () => {
    const { own, operator } = await startWholeAgent(AGENT_MODELS.tools);
    await operator.ask('PUT', '/sites/default/assistant', WHOLE_AGENT);
    expect(await tools(operator)).toMatchObject({ chosen: 'whole-agent', inForce: 'whole-agent' });
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const conversation = await visitor.newConversation();
    const before = askedPaths(own).length;
    const run = await visitor.ask(conversation, QUESTION);

    expect(run.text).toBe('Let me see.\n\nIt is 21 degrees and sunny in Lyon.');
    expect(run.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    const calls = statuses(run).filter(({ kind }) => kind === 'tool');
    expect(calls.map(({ id, done }) => [id, done])).toEqual([
      [calls[0]?.id, false],
      [calls[0]?.id, true],
    ]);
    expect(run.messages.findLast(({ event }) => event === 'sources')?.data).toContain(
      'https://weather.example.com/Lyon',
    );

    const kept = await visitor.json<{ messages: { role: string; text: string; activities?: object[] }[] }>(
      `/v1/conversations/${conversation}`,
    );
    expect(kept.messages).toMatchObject([
      { role: 'user', text: QUESTION },
      {
        role: 'assistant',
        text: run.text,
        activities: [
          { kind: 'tool', done: true },
          { kind: 'other', done: true },
        ],
      },
    ]);
    const types = async () => {
      const { messages } = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
      return messages[1]?.parts?.map(({ id, type }) => `${id} ${type}`);
    };
    let live: readonly MessagePart[] = [];
    for (const { event, data } of run.messages) {
      live = partsAfter(live, { type: event, data: JSON.parse(data) } as ChatEvent);
    }
    expect(live.map(({ type }) => type).filter((type) => type === 'text' || type === 'tool')).toEqual([
      ...['text', 'tool', 'text'],
    ]);
    expect(await types()).toEqual(live.map(({ id, type }) => `${id} ${type}`));
    const { answers } = await operator.ask<AnswersView>('GET', '/answers');
    expect(answers[0]?.usage).toEqual({ inputTokens: 6, outputTokens: 8, from: 'open-webui' });
    // Nothing of a visitor's question becomes a chat of the account in Open WebUI.
    expect(askedPaths(own).slice(before)).not.toContainEqual(expect.stringContaining('/api/v1/chats'));
    for (const secret of [PASSWORD, own.credential]) expect(JSON.stringify(run)).not.toContain(secret);
  });

  it('is answered in one round while its model opens tools that read or write the account’s own things', async () => {
    const { own, operator } = await startWholeAgent(AGENT_MODELS.open);
    const refused = await operator.ask<AssistantChangeView>('PUT', '/sites/default/assistant', WHOLE_AGENT);
    expect(refused).toMatchObject({
      kind: 'not-available',
      reasons: [{ code: 'tool-open', names: expect.arrayContaining(['notes', 'memory', 'chats']) }],
    });
    await runCommand(['site', 'set', '--site', 'default', 'tools=whole-agent'], { GUICHET_DATA_DIR: own.dataDir });
    await expect
      .poll(() => tools(operator), { timeout: 10_000 })
      .toMatchObject({
        chosen: 'whole-agent',
        inForce: 'one-round',
      });
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const run = await visitor.ask(await visitor.newConversation(), 'Hello');
    expect(run.end).toMatchObject({ event: 'done' });
    const asked = own.practice.state.received.findLast(({ path }) => path === '/api/chat/completions');
    expect(asked?.body).not.toHaveProperty('session_id');
    expect(asked?.body).toHaveProperty('tool_ids');
  });
});
