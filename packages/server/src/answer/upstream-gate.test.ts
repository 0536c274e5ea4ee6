import type { OpenWebUiClient, UpstreamModel, UpstreamResult } from '@guichet/openwebui/client';
import { describe, expect, it } from 'vitest';
import { siteOf } from '../testing/site-of.ts';
import { createUpstreamGate } from './upstream-gate.ts';

const MINUTE_MS = 60_000;

const NOTHING = {
  toolIds: [],
  features: [],
  hasKnowledge: false,
  knowledgeIds: [],
  builtinTools: {},
  offersBuiltinTools: true,
  functionCalling: undefined,
};

const model = (id: string, filterIds: string[] = []): UpstreamModel => ({
  id,
  name: id,
  suggestions: [],
  equipment: { ...NOTHING, filterIds },
});

const failure = (cause: 'timeout' | 'api-key-endpoint-restricted') =>
  ({ ok: false, failure: { code: 'assistant-unavailable', cause, confidence: 'certain', phase: 'response' } }) as const;

/** An upstream whose lists are given in turn; the last one is repeated. */
function scene(lists: UpstreamResult<UpstreamModel[]>[], wished = 'guide') {
  let clock = 0;
  let asked = 0;
  const client = {
    models: async () => lists[Math.min(asked++, lists.length - 1)],
  } as unknown as OpenWebUiClient;
  const gate = createUpstreamGate(client, async ({ tools }) => tools, { clock: () => clock });
  const site = siteOf(wished === '' ? {} : { model: wished });
  return {
    gate,
    site,
    pass: (ms: number) => (clock += ms),
    asked: () => asked,
    filters: async () => {
      const settings = await gate.answerSettings(site);
      return settings.ok ? settings.settings.equipment?.filterIds : settings.failure.cause;
    },
  };
}

const list = (...models: UpstreamModel[]): UpstreamResult<UpstreamModel[]> => ({ ok: true, value: models });

describe('what an answer is asked with', () => {
  it('is what the owner equipped the model with, also where the owner named it', async () => {
    const { gate, site } = scene([list(model('other'), model('guide', ['stamp']))]);
    const chosen = await gate.answerSettings(site);
    expect(chosen).toMatchObject({ ok: true, settings: { model: 'guide', equipment: { filterIds: ['stamp'] } } });
  });

  it('is the first model when none is named', async () => {
    const { gate, site } = scene([list(model('first', ['a']), model('second'))], '');
    expect(await gate.answerSettings(site)).toMatchObject({
      settings: { model: 'first', equipment: { filterIds: ['a'] } },
    });
  });

  it('follows a change within a minute and one question, which waits for nothing', async () => {
    const { filters, pass, asked } = scene([list(model('guide', ['old'])), list(model('guide', ['new']))]);
    expect(await filters()).toEqual(['old']);
    pass(MINUTE_MS - 1);
    expect(await filters()).toEqual(['old']);
    expect(asked()).toBe(1);
    pass(2);
    expect(await filters()).toEqual(['old']);
    expect(await filters()).toEqual(['new']);
    expect(asked()).toBe(2);
  });

  it('waits for a new list when the old one is older than ten minutes', async () => {
    const { filters, pass } = scene([list(model('guide', ['old'])), list(model('guide', ['new']))]);
    await filters();
    pass(10 * MINUTE_MS);
    expect(await filters()).toEqual(['new']);
  });

  it('keeps the last filters that could be seen while the list cannot be had', async () => {
    const { filters, pass } = scene([list(model('guide', ['stamp'])), failure('timeout')]);
    await filters();
    pass(60 * MINUTE_MS);
    expect(await filters()).toEqual(['stamp']);
  });

  it('never asks without filters because nobody knows them', async () => {
    expect(await scene([failure('timeout')]).filters()).toBe('timeout');
  });

  it('asks a named model where the key may not list models at all', async () => {
    const { gate, site } = scene([failure('api-key-endpoint-restricted')]);
    expect(await gate.answerSettings(site)).toEqual({ ok: true, settings: { model: 'guide', tools: 'off' } });
  });

  it('runs no whole agent as soon as something stands in its way, whatever mode was found before', async () => {
    const client = { models: async () => list(model('guide')) } as unknown as OpenWebUiClient;
    const asked: string[] = [];
    let may = true;
    const gate = createUpstreamGate(client, async () => 'whole-agent', {
      async agentMayRun(id) {
        asked.push(id);
        return may;
      },
    });
    const site = siteOf({});
    expect(await gate.answerSettings(site)).toMatchObject({ settings: { tools: 'whole-agent' } });
    may = false;
    expect(await gate.answerSettings(site)).toMatchObject({ settings: { tools: 'one-round' } });
    expect(asked).toEqual(['guide', 'guide']);
    const unwatched = createUpstreamGate(client, async () => 'whole-agent');
    expect(await unwatched.answerSettings(site)).toMatchObject({ settings: { tools: 'one-round' } });
  });

  it('forgets everything with the credential', async () => {
    const { filters, gate } = scene([list(model('guide', ['old'])), failure('timeout')]);
    await filters();
    gate.forgetModels();
    expect(await filters()).toBe('timeout');
  });

  it('takes instructions, collections and tools from the site, as far as tools may go now', async () => {
    const client = { models: async () => list(model('guide')) } as unknown as OpenWebUiClient;
    const gate = createUpstreamGate(client, async () => 'one-round');
    const site = siteOf({ model: 'guide', system: 'Be kind.', collections: ['c1'], tools: 'whole-agent' });
    expect(await gate.answerSettings(site)).toMatchObject({
      settings: { model: 'guide', system: 'Be kind.', collections: ['c1'], tools: 'one-round' },
    });
    const bare = await gate.answerSettings(siteOf({ model: 'guide' }));
    expect(bare.ok && Object.keys(bare.settings).sort()).toEqual(['equipment', 'model', 'tools']);
  });

  it('knows another model for another site', async () => {
    const { gate } = scene([list(model('first'), model('guide'))]);
    expect((await gate.model(siteOf({ id: 'shop', model: 'guide' })))?.id).toBe('guide');
    expect((await gate.model(siteOf()))?.id).toBe('first');
    expect(await gate.model(siteOf({ model: 'gone' }))).toBeUndefined();
  });
});
