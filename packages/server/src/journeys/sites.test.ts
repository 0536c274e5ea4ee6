import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditEntryView } from '@guichet/contract/admin-api';
import type { PublicSite } from '@guichet/contract/public-site';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equipModel } from '../testing/equip-model.ts';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

const SHOP = 'https://www.second.example';

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet();
  await equipModel(test.practice, 'sales', { toolIds: ['stock'] });
});
afterAll(() => test.close());

/** As an operator types it, on the data of the running server. */
const command = (...words: string[]) =>
  runCommand(['site', ...words], {
    GUICHET_DATA_DIR: test.dataDir,
    OPENWEBUI_URL: test.practice.url,
    OPENWEBUI_MODEL: 'echo',
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
  });

const statusOf = async (place: string, origin: string, init: RequestInit = {}) =>
  (await fetch(`${test.guichet.url}${place}`, { ...init, headers: { Origin: origin, ...init.headers } })).status;

const lastQuestion = () =>
  test.practice.state.received.findLast(({ path: place }) => place === '/api/chat/completions')?.body as {
    model: string;
    messages: { role: string; content: string }[];
    tool_ids?: string[];
  };

describe('a second site', () => {
  it('is added beside a running server, and answers its own visitors with its own model, words and tools', async () => {
    expect(await statusOf('/v1/sites/shop', SHOP)).toBe(403);
    const added = await command(
      'add',
      '--site',
      'shop',
      `origins=${SHOP}`,
      'model=sales',
      'system=Answer in one sentence.',
      'tools=one-round',
      'name=The shop',
      'greeting.fr=Bonjour',
    );
    expect([added.code, added.output]).toEqual([0, expect.stringContaining('data-site="shop"')]);
    await expect.poll(() => statusOf('/v1/sites/shop', SHOP), { timeout: 10_000 }).toBe(200);

    const site = (await (
      await fetch(`${test.guichet.url}/v1/sites/shop`, { headers: { Origin: SHOP } })
    ).json()) as PublicSite;
    expect(site).toMatchObject({ id: 'shop', name: 'The shop', texts: { fr: { greeting: 'Bonjour' } } });

    const visitor = await VisitorClient.arriveAt(test.guichet.url, 'shop', SHOP);
    const run = await visitor.ask(await visitor.newConversation(), 'How much?');
    expect([run.text, run.end.event]).toEqual(['You said: How much?', 'done']);
    expect(lastQuestion()).toMatchObject({ model: 'sales', tool_ids: ['stock'] });
    expect(lastQuestion().messages[0]).toEqual({ role: 'system', content: 'Answer in one sentence.' });
    expect((await visitor.resume(run.runId)).status).toBe(200);
  });

  it('changes nothing for the default one, whose visitors and pages are no guests of it', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    await visitor.ask(await visitor.newConversation(), 'hi');
    expect(lastQuestion()).toMatchObject({ model: 'echo' });
    expect(lastQuestion()).not.toHaveProperty('tool_ids');
    expect(lastQuestion().messages.map(({ role }) => role)).toEqual(['user']);
    expect(await statusOf('/v1/sites/shop', ORIGIN)).toBe(403);
    expect(await statusOf('/v1/sites/default', SHOP)).toBe(403);
    // The preflight of a browser tells no token: the path says which site is meant.
    expect(await statusOf('/v1/sites/shop/conversations/x/messages', SHOP, { method: 'OPTIONS' })).toBe(204);
    expect(await statusOf('/v1/sites/shop/conversations/x/messages', ORIGIN, { method: 'OPTIONS' })).toBe(403);
    expect(await statusOf('/v1/conversations/x/messages', SHOP, { method: 'OPTIONS' })).toBe(403);
  });

  it('takes no token of another site, in either direction', async () => {
    const [ours, theirs] = await Promise.all([
      VisitorClient.arrive(test.guichet.url),
      VisitorClient.arriveAt(test.guichet.url, 'shop', SHOP),
    ]);
    expect((await ours.request('/v1/sites/shop/conversations', { headers: { Origin: SHOP } })).status).toBe(401);
    expect((await theirs.request('/v1/conversations', { headers: { Origin: ORIGIN } })).status).toBe(401);
    expect((await ours.request('/v1/sites/default/conversations')).status).toBe(200);
  });

  it('paused, unknown and not allowed are one answer, word for word', async () => {
    const visitor = await VisitorClient.arriveAt(test.guichet.url, 'shop', SHOP);
    const conversation = await visitor.newConversation();
    expect((await command('pause', '--site', 'shop')).code).toBe(0);
    await expect.poll(() => statusOf('/v1/sites/shop', SHOP), { timeout: 10_000 }).toBe(403);
    const said = async (id: string, origin: string) => {
      const response = await fetch(`${test.guichet.url}/v1/sites/${id}`, { headers: { Origin: origin } });
      const { ref: _, ...problem } = (await response.json()) as Record<string, unknown>;
      return { status: response.status, vary: response.headers.get('vary'), problem };
    };
    const [paused, unknown, notAllowed] = await Promise.all([
      said('shop', SHOP),
      said('nowhere', SHOP),
      said('default', SHOP),
    ]);
    expect(unknown).toEqual(paused);
    expect(notAllowed).toEqual(paused);
    expect((await visitor.post(conversation, 'hi')).status).toBe(403);
    expect((await command('resume', '--site', 'shop')).code).toBe(0);
    await expect.poll(() => statusOf('/v1/sites/shop', SHOP), { timeout: 10_000 }).toBe(200);
    expect((await visitor.ask(conversation, 'hi')).text).toBe('You said: hi');
  });

  it('is gone when it is removed, its conversations are kept, and the printed command brings it back', async () => {
    const visitor = await VisitorClient.arriveAt(test.guichet.url, 'shop', SHOP);
    const conversation = await visitor.newConversation();
    await visitor.ask(conversation, 'Remember me');
    const removed = await command('remove', '--site', 'shop');
    expect(removed.code).toBe(0);
    await expect.poll(() => statusOf('/v1/sites/shop', SHOP), { timeout: 10_000 }).toBe(403);
    const back = removed.output.trim().split('\n').at(-1) ?? '';
    expect(back).toMatch(/^npx guichet site add --site shop /);
    const words = [...back.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect((await command(...words.slice(3))).code).toBe(0);
    await expect.poll(() => statusOf('/v1/sites/shop', SHOP), { timeout: 10_000 }).toBe(200);
    const kept = await visitor.json<{ messages: { text: string }[] }>(`/v1/sites/shop/conversations/${conversation}`);
    expect(kept.messages[0]?.text).toBe('Remember me');
  });

  it('that refuses a page gives the doctor no reason to name it for the default one', async () => {
    await Promise.all(['shop', 'nowhere'].map((id) => statusOf(`/v1/sites/${id}`, 'https://stranger.example')));
    await statusOf('/v1/sites/default', 'https://guest.example');
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const response = await operator.request('POST', '/diagnosis', { only: 'own/allowed-origins' });
    const said = await response.text();
    expect(said).toContain('https://guest.example');
    expect(said).not.toContain('https://stranger.example');
  });

  it('leaves a trace of what the command did, with before and after', async () => {
    await command('set', '--site', 'shop', 'tools=off');
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const { entries } = await operator.ask<{ entries: AuditEntryView[] }>('GET', '/audit');
    const actions = entries.map(({ action }) => action);
    for (const action of ['site-added', 'site-changed', 'site-paused', 'site-resumed', 'site-removed'])
      expect(actions).toContain(action);
    expect(entries.find(({ action }) => action === 'site-changed')).toMatchObject({
      actor: 'command line',
      detail: { site: 'shop', changes: [{ name: 'tools', before: 'one-round', after: 'off' }] },
    });
  });
});

describe('the command', () => {
  it('lists every site with what is set and where it comes from, for people and for programs', async () => {
    await command('set', '--site', 'default', 'follow-ups=on');
    const { output } = await command('list', '--lang', 'fr');
    expect(output).toContain('default: ouvert aux visiteurs');
    expect(output).toContain('  model=echo   (défini par OPENWEBUI_MODEL)');
    const json = JSON.parse((await command('list', '--json')).output) as { sites: Record<string, unknown>[] };
    expect(json.sites[0]).toEqual({
      id: 'default',
      paused: false,
      settings: { origins: ORIGIN, model: 'echo', 'follow-ups': 'on' },
      from: { origins: 'GUICHET_ALLOWED_ORIGINS', model: 'OPENWEBUI_MODEL' },
    });
    expect(json.sites[1]).toMatchObject({ id: 'shop', name: 'The shop', settings: { model: 'sales' } });
  });

  it('says what is the same already, and changes nothing', async () => {
    const { code, output } = await command('set', '--site', 'default', 'follow-ups=on');
    expect([code, output]).toEqual([0, 'Site default already has these values. Nothing was changed.\n']);
  });

  it.each<[string[], RegExp]>([
    [[], /needs an action: list, add, set, pause, resume, remove/],
    [['frobnicate'], /needs an action/],
    [['set', 'tools=off'], /Add --site ID .* Existing sites: default, shop\./],
    [['set', '--site', 'nowhere', 'tools=off'], /There is no site "nowhere"\. Existing sites: default, shop\./],
    [['set', '--site', 'default'], /Add at least one NAME=VALUE, for example: npx guichet site set/],
    [['set', '--site', 'default', 'tools'], /"tools" does not have the form NAME=VALUE/],
    [['set', '--site', 'default', 'tools=all'], /must be one of: off, one-round, whole-agent/],
    [['set', '--site', 'default', 'tools=off', 'tools=off'], /tools appears twice/],
    [['set', '--site', 'default', 'colour=red'], /colour is not a setting of a site; use /],
    [['set', '--site', 'default', 'model=guide'], /comes from .*OPENWEBUI_MODEL/],
    [['add', '--site', 'shop'], /The site "shop" already exists/],
    [['add', '--site', 'default'], /The site "default" already exists/],
    [['add', '--site', 'My Shop'], /is not a valid site ID/],
    [['add', '--site', 'third', 'origins=shop.example'], /you probably mean https:\/\/shop\.example/],
    [['pause', '--site', 'shop', 'now'], /is not expected here/],
    [['remove', '--site', 'default'], /cannot remove.*site pause --site default/],
    [['list', '--lang', 'de'], /--lang en or --lang fr/],
    [['list', '--loud'], /--loud/],
  ])('refuses %j with what would do, and exit code 64', async (words, said) => {
    const { code, output } = await command(...words);
    expect(output).toMatch(said);
    expect(code).toBe(64);
  });

  it('refuses in French as well', async () => {
    const { code, output } = await command('set', '--site', 'default', 'tools=tout', '--lang', 'fr');
    expect([code, output]).toEqual([64, expect.stringContaining('Rien n’a été changé.')]);
  });

  it('has left everything as it was', async () => {
    const { sites } = JSON.parse((await command('list', '--json')).output) as { sites: { id: string }[] };
    expect(sites.map(({ id }) => id)).toEqual(['default', 'shop']);
  });
});

it('without data there is nothing to change, which is said', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-empty-'));
  const { code, output } = await runCommand(['site', 'list'], { GUICHET_DATA_DIR: folder });
  expect([code, output]).toEqual([64, expect.stringContaining('There is no Guichet data')]);
  rmSync(folder, { recursive: true });
});
