/** The whole agent prepared in the console for one site beside another, each taken back by itself. */
import type {
  AgentAccountView,
  OpenWebUiSignInView,
  SetUpPlanView,
  SetUpProgressView,
  SetUpStateView,
  WholeAgentView,
} from '@guichet/contract/admin-api';
import type { AssistantView } from '@guichet/contract/assistant-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { SiteRecords, SiteSettingTexts } from '../storage/site-records.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';
import { writeBeside } from '../testing/write-beside.ts';

const ADMIN = { email: 'admin@example.com', password: 'admin-password' };

let test: TestGuichet | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

interface Scene {
  own: TestGuichet;
  operator: Operator;
  ticket: string;
  before: string;
}

/** A Guichet with the site `shop` beside the default one. */
async function start(shop: SiteSettingTexts = { model: 'reason' }): Promise<Scene> {
  const own = await startTestGuichet({
    practice: { version: '0.12.4', fresh: true },
    environment: { OPENWEBUI_API_KEY: '' },
  });
  test = own;
  await withSites(own, async (sites) => {
    await sites.add({ id: 'shop', name: 'Shop', settings: { origins: ORIGIN, ...shop }, createdAt: Date.now() });
  });
  const operator = await Operator.signIn(own.guichet.url, own.dataDir);
  await expect.poll(async () => (await operator.request('GET', '/sites/shop/assistant')).status).toBe(200);
  const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', ADMIN);
  if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
  return { own, operator, ticket: signIn.ticket, before: own.practice.state.snapshot() };
}

/** As a command beside the running server keeps them. */
function withSites<Result>(own: TestGuichet, work: (sites: SiteRecords) => Promise<Result>): Promise<Result> {
  return writeBeside(own.dataDir, (database) => work(createSqlSiteRecords(database)));
}

const ofSite = (site: string) => (site === 'default' ? {} : { site });

function planFor({ operator, ticket }: Scene, site: string, answer?: 'make-another' | 'use-it') {
  return operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', {
    ticket,
    tools: 'whole-agent',
    ...ofSite(site),
    ...(answer && { answers: { 'tools-open': answer } }),
  });
}

async function follow(response: Response): Promise<SetUpProgressView[]> {
  expect(response.status).toBe(200);
  const lines = (await response.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as SetUpProgressView);
}

async function run({ operator, ticket }: Scene, { plan }: SetUpPlanView): Promise<SetUpProgressView[]> {
  expect(plan).toBeDefined();
  return follow(await operator.request('POST', '/openwebui/provision/run', { ticket, plan }));
}

async function prepare(scene: Scene, site: string, answer: 'make-another' | 'use-it' = 'make-another') {
  const plan = await planFor(scene, site, answer);
  expect((await run(scene, plan)).at(-1)).toMatchObject({ kind: 'end', ok: true });
  return plan;
}

/** @returns the steps by what became of them, and the last word */
async function takeBack({ operator, ticket }: Scene, site: string) {
  const lines = await follow(await operator.request('POST', '/openwebui/provision/undo', { ticket, ...ofSite(site) }));
  const steps = lines.flatMap((line) => (line.kind === 'after' ? [[line.step.id, line.step.state]] : []));
  return { steps: Object.fromEntries(steps) as Record<string, string>, end: lines.at(-1) };
}

function stateOf({ operator }: Scene, site: string) {
  return operator.ask<SetUpStateView>('GET', `/openwebui/provision?site=${site}`);
}

/** Which model Open WebUI is asked for on a site, and that it answers. */
async function answersBy({ own }: Scene, site: string): Promise<unknown> {
  const visitor = await VisitorClient.arriveAt(own.guichet.url, site, ORIGIN);
  // Guichet asks something by itself too, when the key is another.
  const question = crypto.randomUUID();
  const run = await visitor.ask(await visitor.newConversation(), question);
  expect(run.text).toContain(question);
  const asked = own.practice.state.received.filter(({ body }) => JSON.stringify(body ?? '').includes(question));
  expect(asked).toHaveLength(1);
  return (asked[0]?.body as { model?: unknown } | undefined)?.model;
}

async function modelOf({ operator }: Scene, site: string): Promise<string | undefined> {
  return (await operator.ask<AssistantView>('GET', `/sites/${site}/assistant`)).model?.id;
}

async function isSetUp({ operator }: Scene, site: string): Promise<boolean> {
  return (await operator.ask<AssistantView>('GET', `/sites/${site}/assistant`)).isSetUp;
}

async function isPossible({ operator }: Scene, model: string): Promise<boolean> {
  return (await operator.ask<WholeAgentView>('GET', `/openwebui/whole-agent?model=${model}`)).possible;
}

async function hasSignIn({ operator }: Scene): Promise<boolean> {
  return (await operator.ask<AgentAccountView>('GET', '/openwebui/agent-account')).on;
}

describe('the whole agent of two sites', () => {
  it('is prepared for each by itself, and taken back for each by itself', async () => {
    const scene = await start();
    expect((await planFor(scene, 'shop')).questions).toMatchObject([{ id: 'tools-open' }]);
    const plan = await prepare(scene, 'shop');
    expect(plan.model.id).toBe('reason-website');
    expect(plan.steps.map(({ id }) => id)).toContain('share-model echo');
    expect(plan.notes.join(' ')).toContain('All sites use the same key.');
    expect(await answersBy(scene, 'shop')).toBe('reason-website');
    // The other site is asked with the same key, and answers as before.
    expect(await answersBy(scene, 'default')).toBe('echo');
    expect(await stateOf(scene, 'default')).toMatchObject({ canUndo: false, site: 'default' });
    expect([await isSetUp(scene, 'shop'), await isSetUp(scene, 'default')]).toEqual([true, false]);
    await prepare(scene, 'default');
    expect(await answersBy(scene, 'default')).toBe('echo-website');
    expect(await answersBy(scene, 'shop')).toBe('reason-website');
    const both = await stateOf(scene, 'shop');
    expect(both).toMatchObject({ canUndo: true, wholeAgent: true, site: 'shop' });
    expect(both.sites).toEqual([
      { id: 'default', paused: false, prepared: true },
      { id: 'shop', name: 'Shop', paused: false, prepared: true },
    ]);

    const undone = await takeBack(scene, 'shop');
    expect(undone.steps).toMatchObject({ 'copy-model reason-website': 'undone' });
    expect(Object.keys(undone.steps)).not.toContain('make-account');
    expect(undone.end).toMatchObject({ kind: 'end', ok: true, text: expect.stringContaining('default') });
    expect(await answersBy(scene, 'shop')).toBe('reason');
    expect(await answersBy(scene, 'default')).toBe('echo-website');
    expect(await isPossible(scene, 'echo-website')).toBe(true);
    expect(await hasSignIn(scene)).toBe(true);
    expect(await stateOf(scene, 'shop')).toMatchObject({ canUndo: false });
    expect(await stateOf(scene, 'default')).toMatchObject({ canUndo: true });

    const last = await takeBack(scene, 'default');
    expect(last.steps).toMatchObject({ 'make-account': 'undone', 'copy-model echo-website': 'undone' });
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
    expect(await hasSignIn(scene)).toBe(false);
    expect(await scene.operator.ask<SetUpStateView>('GET', '/openwebui/provision')).toMatchObject({ canUndo: false });
  });

  it('is taken back for the default site first, where no site is named', async () => {
    const scene = await start();
    await prepare(scene, 'default');
    await prepare(scene, 'shop');
    const undone = await takeBack(scene, 'default');
    expect(Object.keys(undone.steps)).not.toContain('make-account');
    expect(undone.steps).toMatchObject({ 'copy-model echo-website': 'undone' });
    expect(await answersBy(scene, 'default')).toBe('echo');
    expect(await answersBy(scene, 'shop')).toBe('reason-website');
    expect(await isPossible(scene, 'reason-website')).toBe(true);
    // Prepared once more, it finds what the other one left.
    await prepare(scene, 'default');
    expect(await answersBy(scene, 'default')).toBe('echo-website');
    await takeBack(scene, 'shop');
    await takeBack(scene, 'default');
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
  });

  it('leaves a copy that both sites answer by until the second one is taken back, and says so', async () => {
    const scene = await start({ model: 'echo' });
    const first = await planFor(scene, 'default', 'make-another');
    expect(first.notes.join(' ')).toContain('echo also answers on: Shop (shop)');
    await run(scene, first);
    const second = await planFor(scene, 'shop');
    expect(second.model.id).toBe('echo-website');
    expect(second.notes.join(' ')).toContain('This copy also answers on: default');
    await run(scene, second);
    const undone = await takeBack(scene, 'default');
    expect(undone.steps).toMatchObject({ 'copy-model echo-website': 'kept' });
    expect(await answersBy(scene, 'default')).toBe('echo');
    expect(await answersBy(scene, 'shop')).toBe('echo-website');
    expect((await takeBack(scene, 'shop')).steps).toMatchObject({ 'copy-model echo-website': 'undone' });
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
  });

  it('says that a model closed in itself is closed for the other site too', async () => {
    const scene = await start({ model: 'echo' });
    const plan = await prepare(scene, 'default', 'use-it');
    expect(plan.notes.join(' ')).toContain('Its built-in tools are switched off there too.');
    await prepare(scene, 'shop');
    expect((await takeBack(scene, 'default')).steps).toMatchObject({ 'close-tools echo': 'kept' });
    expect(await isPossible(scene, 'echo')).toBe(true);
    await takeBack(scene, 'shop');
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
  });

  it('gives a site without a model of its own the one that it answered with, and says so', async () => {
    const scene = await start({});
    await prepare(scene, 'default');
    const plan = await planFor(scene, 'shop');
    expect(plan.notes.join(' ')).toContain('This site has no model of its own.');
    await run(scene, plan.plan === undefined ? await planFor(scene, 'shop', 'make-another') : plan);
    expect(await modelOf(scene, 'shop')).toBe(plan.model.id);
    expect(await answersBy(scene, 'default')).toBe('echo-website');
    await takeBack(scene, 'shop');
    const shop = await withSites(scene.own, (sites) => sites.find('shop'));
    expect(shop?.settings.model).toBeUndefined();
  });

  it('does nothing by a plan that another set-up has made out of date', async () => {
    const scene = await start();
    const [forShop, forDefault] = [
      await planFor(scene, 'shop', 'make-another'),
      await planFor(scene, 'default', 'make-another'),
    ];
    expect((await run(scene, forShop)).at(-1)).toMatchObject({ ok: true });
    const between = scene.own.practice.state.snapshot();
    expect(await run(scene, forDefault)).toMatchObject([
      { kind: 'end', ok: false, text: expect.stringContaining('Nothing was changed') },
    ]);
    expect(scene.own.practice.state.snapshot()).toBe(between);
    await prepare(scene, 'default');
    await takeBack(scene, 'shop');
    await takeBack(scene, 'default');
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
  });

  it('is refused for a site that is not there', async () => {
    const { operator, ticket } = await start();
    const asked = [
      operator.request('GET', '/openwebui/provision?site=gone'),
      operator.request('POST', '/openwebui/provision/plan', { ticket, site: 'gone' }),
      operator.request('POST', '/openwebui/provision/undo', { ticket, site: 'gone' }),
    ];
    for (const response of await Promise.all(asked)) {
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'site-unknown' });
    }
  });

  it('is taken back whole with the last site that is still there, also what a removed one had', async () => {
    const scene = await start();
    await prepare(scene, 'default');
    await prepare(scene, 'shop');
    await withSites(scene.own, (sites) => sites.remove('shop'));
    await expect.poll(async () => (await stateOf(scene, 'default')).sites.length).toBe(1);
    const undone = await takeBack(scene, 'default');
    expect(undone.steps).toMatchObject({ 'copy-model reason-website': 'undone', 'make-account': 'undone' });
    expect(scene.own.practice.state.snapshot()).toBe(scene.before);
  });
});
