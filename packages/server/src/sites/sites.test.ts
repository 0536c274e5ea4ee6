import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits/visitor-limits.ts';
import { readSettings, type Settings } from '../settings/read-settings.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import type { SiteRecords } from '../storage/site-records.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { Sites } from './sites.ts';

const settingsOf = (model: string) => readSettings({ environment: { OPENWEBUI_MODEL: model } });

let database: ReturnType<typeof openSqlite>;
let records: SiteRecords;
let settings: Settings;
let isAway: boolean;
let problems: string[];
let failures: number;
let sites: Sites;

beforeEach(async () => {
  database = openSqlite(':memory:');
  await createSqlStorage(database).migrate();
  records = createSqlSiteRecords(database);
  settings = settingsOf('guide');
  isAway = false;
  problems = [];
  failures = 0;
  sites = new Sites({
    records: {
      ...records,
      async stamp() {
        if (isAway) throw new Error('away');
        return records.stamp();
      },
    },
    settings: () => settings,
    practice: () => false,
    limits: DEFAULT_LIMITS,
    onProblem: (site, { name }) => problems.push(`${site} ${name}`),
    onFailure: () => failures++,
    now: () => 10,
  });
  await sites.load();
});
afterEach(() => database.destroy());

describe('the sites', () => {
  it('are the default one without any record, and no other', () => {
    expect(sites.open('default')).toMatchObject({ id: 'default', model: 'guide', tools: 'off' });
    expect(sites.open('shop')).toBeUndefined();
    expect(sites.open('__proto__')).toBeUndefined();
    expect(sites.list().map(({ id }) => id)).toEqual(['default']);
  });

  it('follow what another process adds, changes, pauses and removes', async () => {
    await records.add({ id: 'shop', settings: {}, createdAt: 1 });
    expect(sites.open('shop')).toBeUndefined();
    await sites.look();
    expect(sites.open('shop')).toMatchObject({ id: 'shop', tools: 'off' });
    await records.change('shop', { settings: { tools: 'one-round' } }, 1);
    await sites.look();
    expect(sites.open('shop')).toMatchObject({ tools: 'one-round' });
    await records.change('shop', { pausedAt: 5 }, 5);
    await sites.look();
    expect(sites.open('shop')).toBeUndefined();
    expect(sites.any('shop')).toMatchObject({ tools: 'one-round' });
    await records.remove('shop');
    await sites.look();
    expect(sites.any('shop')).toBeUndefined();
  });

  it('change at once, and tell what was before; the default one gets its record with its first change', async () => {
    let told = 0;
    sites.onChange(() => told++);
    const change = await sites.change('default', { settings: { tools: 'one-round' } });
    expect([change?.before.settings, change?.after.settings]).toEqual([{}, { tools: 'one-round' }]);
    expect(sites.open('default')).toMatchObject({ tools: 'one-round', model: 'guide' });
    expect(told).toBe(1);
    expect(await sites.change('nowhere', { name: 'x' })).toBeUndefined();
    expect(await records.find('nowhere')).toBeUndefined();
  });

  it('follow the settings in force', () => {
    expect(sites.default.model).toBe('guide');
    settings = settingsOf('other');
    expect(sites.default.model).toBe('other');
  });

  it('give one and the same context as long as nothing changes', () => {
    expect(sites.open('default')).toBe(sites.open('default'));
  });

  it('tell once what makes no sense', async () => {
    await records.add({ id: 'shop', settings: { tools: 'all' }, createdAt: 1 });
    await sites.look();
    await sites.look();
    await records.add({ id: 'blog', settings: {}, createdAt: 1 });
    await sites.look();
    expect(problems).toEqual(['shop tools']);
  });

  it('go on as they are while the storage is away, which is said once', async () => {
    await sites.change('default', { settings: { tools: 'one-round' } });
    isAway = true;
    await sites.look();
    await sites.look();
    expect([failures, sites.default.tools]).toEqual([1, 'one-round']);
    isAway = false;
    await records.change('default', { settings: { tools: 'off' } }, 11);
    await sites.look();
    expect(sites.default.tools).toBe('off');
  });
});
