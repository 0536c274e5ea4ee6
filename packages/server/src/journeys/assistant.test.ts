import type { AuditEntryView } from '@guichet/contract/admin-api';
import type { AnswersView, AssistantChangeView, AssistantView, AssistantWish } from '@guichet/contract/assistant-api';
import type { PublicSite } from '@guichet/contract/public-site';
import { afterEach, describe, expect, it } from 'vitest';
import { equipModel } from '../testing/equip-model.ts';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

const EQUIPPED = {
  toolIds: ['weather', 'server:mcp:stock'],
  knowledge: [{ id: 'kb-1', name: 'Prices' }],
  capabilities: { web_search: true, image_generation: true },
  defaultFeatureIds: ['web_search'],
};

let test: TestGuichet;
let operator: Operator;
afterEach(() => test.close());

async function start(
  options: { version?: string; model?: string; equipped?: Record<string, unknown> } = {},
): Promise<void> {
  const { version, model = 'concierge', equipped = EQUIPPED } = options;
  test = await startTestGuichet({ model, ...(version !== undefined && { practice: { version } }) });
  await equipModel(test.practice, 'concierge', equipped);
  operator = await Operator.signIn(test.guichet.url, test.dataDir);
}

const view = (site = 'default') => operator.ask<AssistantView>('GET', `/sites/${site}/assistant`);
const change = (wish: AssistantWish) => operator.ask<AssistantChangeView>('PUT', '/sites/default/assistant', wish);

async function ask(text = 'hi') {
  const visitor = await VisitorClient.arrive(test.guichet.url);
  return visitor.ask(await visitor.newConversation(), text);
}

const lastQuestion = () =>
  test.practice.state.received.findLast(({ path }) => path === '/api/chat/completions')?.body as {
    tool_ids?: string[];
    features?: object;
  };

const setByCommand = (...pairs: string[]) =>
  runCommand(['site', 'set', '--site', 'default', ...pairs], { GUICHET_DATA_DIR: test.dataDir });

describe('the assistant of a site', () => {
  it('is told with what its model is equipped with, what is possible, and what is worth choosing', async () => {
    await start();
    expect(await view()).toEqual({
      site: { id: 'default', paused: false },
      sites: [{ id: 'default', paused: false }],
      model: {
        id: 'concierge',
        name: 'Model concierge',
        equipment: {
          hasKnowledge: true,
          knowledgeIds: ['kb-1'],
          toolIds: ['weather', 'server:mcp:stock'],
          filterIds: [],
          webSearch: true,
          pictures: false,
        },
      },
      version: '0.12.4',
      tools: { chosen: 'off', inForce: 'off', proposed: 'one-round' },
      available: [
        { mode: 'off', ok: true, reasons: [] },
        { mode: 'one-round', ok: true, reasons: [] },
        { mode: 'whole-agent', ok: false, reasons: expect.arrayContaining([{ code: 'sign-in-missing', names: [] }]) },
      ],
      followUps: false,
      canSetUp: true,
      isSetUp: false,
      showToolArguments: false,
      pageContext: false,
      pictureHosts: [],
    });
  });

  it('uses no tool until somebody chose it; then from the next question on, and back again', async () => {
    await start();
    await ask();
    expect(lastQuestion()).not.toHaveProperty('tool_ids');
    expect(await change({ tools: 'one-round' })).toMatchObject({
      kind: 'changed',
      changes: [{ name: 'tools', before: 'off', after: 'one-round' }],
      assistant: { tools: { chosen: 'one-round', inForce: 'one-round' } },
    });
    await ask();
    expect(lastQuestion()).toMatchObject({ tool_ids: EQUIPPED.toolIds, features: { web_search: true } });
    await test.restart();
    operator = await Operator.signIn(test.guichet.url, test.dataDir);
    await ask();
    expect(lastQuestion()).toHaveProperty('tool_ids');
    await change({ tools: 'off' });
    await ask();
    expect(lastQuestion()).not.toHaveProperty('tool_ids');
    const { entries } = await operator.ask<{ entries: AuditEntryView[] }>('GET', '/audit');
    expect(entries.find(({ action }) => action === 'site-changed')).toMatchObject({
      actor: 'console',
      detail: { site: 'default', changes: [{ name: 'tools', before: 'one-round', after: 'off' }] },
    });
  });

  it('proposes questions only where its owner wants it', async () => {
    await start();
    const features = async () => {
      const response = await fetch(`${test.guichet.url}/v1/sites/default`, { headers: { Origin: ORIGIN } });
      return ((await response.json()) as PublicSite).features.followUps;
    };
    expect(await features()).toBe(false);
    await change({ followUps: true, showToolArguments: true });
    expect(await features()).toBe(true);
    expect(await view()).toMatchObject({ followUps: true, showToolArguments: true });
  });

  it('shows pictures of the hosts that its owner lists, and says what is wrong with one that makes no sense', async () => {
    await start();
    const hosts = async () => {
      const response = await fetch(`${test.guichet.url}/v1/sites/default`, { headers: { Origin: ORIGIN } });
      return ((await response.json()) as PublicSite).pictureHosts;
    };
    const policy = async () =>
      /img-src ([^;]*)/.exec(
        (await fetch(`${test.guichet.url}/chat/default`)).headers.get('Content-Security-Policy') ?? '',
      )?.[1];
    expect([await hosts(), await policy()]).toEqual([undefined, "'self' data: blob:"]);
    expect(await change({ pictureHosts: ['https://Images.example.com/', '*.example.net'] })).toMatchObject({
      kind: 'changed',
      changes: [{ name: 'pictureHosts', before: [], after: ['images.example.com', '*.example.net'] }],
    });
    expect(await hosts()).toEqual(['images.example.com', '*.example.net']);
    expect(await policy()).toBe("'self' data: blob: https://images.example.com https://*.example.net");
    expect(await change({ pictureHosts: ["x.example;script-src 'none'"], followUps: true })).toMatchObject({
      kind: 'refused',
      problems: [expect.stringContaining('picture-hosts')],
      assistant: { followUps: false },
    });
    expect(await policy()).toContain('https://images.example.com');
    await change({ pictureHosts: [] });
    expect([await hosts(), await policy()]).toEqual([undefined, "'self' data: blob:"]);
  });

  it('follows a command beside the running server within two seconds', async () => {
    await start();
    expect((await setByCommand('tools=one-round')).code).toBe(0);
    await expect.poll(async () => (await view()).tools.chosen, { timeout: 10_000 }).toBe('one-round');
    await ask();
    expect(lastQuestion()).toHaveProperty('tool_ids');
  });

  it('falls back to one round where the whole agent is not possible, and says so in the log and the console', async () => {
    await start();
    const { code, output } = await setByCommand('tools=whole-agent');
    expect([code, output]).toEqual([0, expect.stringContaining('checks whether the whole agent is possible')]);
    await expect.poll(async () => (await view()).tools.chosen, { timeout: 10_000 }).toBe('whole-agent');
    expect((await view()).tools).toEqual({ chosen: 'whole-agent', inForce: 'one-round' });
    await ask();
    expect(lastQuestion()).toHaveProperty('tool_ids');
    const said = test.log.filter((line) => line.includes('tools are set to whole-agent'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('sign-in-missing');
  });

  it.each([
    ['tools', { toolIds: EQUIPPED.toolIds }, 'one-round'],
    ['documents', { knowledge: EQUIPPED.knowledge }, 'one-round'],
    ['neither', {}, undefined],
  ])('proposes one round for a model with %s', async (_, equipped, proposed) => {
    await start({ equipped });
    expect((await view()).tools.proposed).toBe(proposed);
  });

  it('runs no tool on an Open WebUI that is too old for it, and names both versions', async () => {
    await start({ version: '0.8.11' });
    const answer = await change({ tools: 'one-round' });
    expect(answer).toMatchObject({
      kind: 'not-available',
      reasons: [{ code: 'version-too-old', names: ['0.8.12', '0.8.11'] }],
      assistant: { tools: { chosen: 'off' } },
    });
    expect((await view()).tools).not.toHaveProperty('proposed');
    await setByCommand('tools=one-round');
    await expect
      .poll(async () => (await view()).tools, { timeout: 10_000 })
      .toMatchObject({
        chosen: 'one-round',
        inForce: 'off',
      });
    await ask();
    expect(lastQuestion()).not.toHaveProperty('tool_ids');
  });

  it('cannot be made a whole agent in the console without what that needs', async () => {
    await start();
    const answer = await change({ tools: 'whole-agent', followUps: true });
    expect(answer).toMatchObject({ kind: 'not-available', assistant: { followUps: false, tools: { chosen: 'off' } } });
  });

  it('proposes nothing where there is nothing to run, and says which model is missing', async () => {
    await start({ model: 'echo' });
    expect((await view()).tools).toEqual({ chosen: 'off', inForce: 'off' });
    await operator.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: 'gone' } });
    expect(await view()).toMatchObject({ failure: { cause: 'model-missing' } });
    expect(await view()).not.toHaveProperty('model');
  });

  it.each<[unknown, number]>([
    [{ tools: 'everything' }, 400],
    [{ tools: null }, 400],
    [{}, 400],
    [{ followUps: 'on' }, 400],
    [{ tools: 'off', model: 'other' }, 400],
  ])('takes no %j', async (wish, status) => {
    await start();
    expect((await operator.request('PUT', '/sites/default/assistant', wish)).status).toBe(status);
  });

  it('is told to operators only, and of sites that exist', async () => {
    await start();
    expect((await operator.request('GET', '/sites/nowhere/assistant')).status).toBe(404);
    expect((await operator.request('PUT', '/sites/nowhere/assistant', { followUps: true })).status).toBe(404);
    const stranger = new Operator(test.guichet.url);
    for (const place of ['/sites/default/assistant', '/answers'])
      expect((await stranger.request('GET', place)).status).toBe(401);
    expect((await stranger.request('PUT', '/sites/default/assistant', { tools: 'one-round' })).status).toBe(401);
  });
});

describe('the newest answers', () => {
  it('are told with rounds, sources, end and reference, newest first, and with nothing of what was written', async () => {
    await start();
    await ask('My secret question');
    await operator.request('PUT', '/settings', { changes: { OPENWEBUI_MODEL: 'err500' } });
    const failed = await ask('Another secret');
    const response = await operator.request('GET', '/answers');
    const text = await response.text();
    const { answers } = JSON.parse(text) as AnswersView;
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({
      site: 'default',
      end: 'failed',
      error: { code: failed.end.data.code, ref: failed.end.data.ref },
      rounds: 1,
      activities: [],
      sources: 0,
    });
    expect(answers[1]).toMatchObject({ end: 'complete', rounds: 1 });
    expect(text).not.toMatch(/secret/i);
    const { answers: newest } = await operator.ask<AnswersView>('GET', '/answers?limit=1');
    expect(newest.map(({ id }) => id)).toEqual([answers[0]?.id]);
    for (const limit of ['0', '-1', '201', 'all', '1.5'])
      expect((await operator.request('GET', `/answers?limit=${limit}`)).status).toBe(400);
  });
});
