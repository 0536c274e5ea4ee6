/** What the table of sites must do in every database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewSite, SiteRecords } from './site-records.ts';

const NOW = 1_790_000_000_000;
const site = (id: string, more: Partial<NewSite> = {}): NewSite => ({ id, settings: {}, createdAt: NOW, ...more });

export interface OpenedSites {
  records: SiteRecords;
  /** A second way to the same rows, as another process has it. */
  beside: SiteRecords;
  /** Writes into a row's settings what no version of ours would. */
  writeSettings: (id: string, json: string) => Promise<void>;
  close: () => Promise<void>;
}

/** @param open makes an empty, migrated database */
export function siteRecordsSuite(name: string, open: () => Promise<OpenedSites>): void {
  describe(`sites: ${name}`, () => {
    let opened: OpenedSites;
    let records: SiteRecords;
    beforeEach(async () => {
      opened = await open();
      records = opened.records;
    });
    afterEach(() => opened.close());

    it('keeps what was added, once under each id, and lists it by id', async () => {
      expect(await records.add(site('shop', { name: 'The shop', settings: { tools: 'one-round' } }))).toBe(true);
      expect(await records.add(site('blog'))).toBe(true);
      expect(await records.add(site('shop', { name: 'Another' }))).toBe(false);
      const shop = {
        id: 'shop',
        name: 'The shop',
        settings: { tools: 'one-round' },
        createdAt: NOW,
        updatedAt: NOW,
      };
      expect(await records.find('shop')).toEqual(shop);
      expect(await records.find('nowhere')).toBeUndefined();
      expect((await records.list()).map(({ id }) => id)).toEqual(['blog', 'shop']);
    });

    it('changes what is named and leaves the rest', async () => {
      await records.add(site('shop', { name: 'Shop', settings: { tools: 'one-round', system: 'Be kind.' } }));
      const change = await records.change('shop', { settings: { tools: 'off', model: 'guide' } }, NOW + 5);
      expect(change?.before).toMatchObject({ settings: { tools: 'one-round', system: 'Be kind.' }, updatedAt: NOW });
      expect(change?.after).toEqual({
        id: 'shop',
        name: 'Shop',
        settings: { tools: 'off', system: 'Be kind.', model: 'guide' },
        createdAt: NOW,
        updatedAt: NOW + 5,
      });
      expect(await records.find('shop')).toEqual(change?.after);
    });

    it('takes away what is null', async () => {
      await records.add(site('shop', { name: 'Shop', settings: { tools: 'one-round' } }));
      await records.change('shop', { pausedAt: NOW }, NOW + 1);
      expect(await records.find('shop')).toMatchObject({ pausedAt: NOW });
      await records.change('shop', { name: null, pausedAt: null, settings: { tools: null } }, NOW + 2);
      expect(await records.find('shop')).toEqual({ id: 'shop', settings: {}, createdAt: NOW, updatedAt: NOW + 2 });
    });

    it('changes and removes nothing that is not there', async () => {
      expect(await records.change('nowhere', { name: 'x' }, NOW)).toBeUndefined();
      expect(await records.remove('nowhere')).toBe(false);
      await records.add(site('shop'));
      expect(await records.remove('shop')).toBe(true);
      expect(await records.list()).toEqual([]);
    });

    it('has another stamp after every change, also within one millisecond and by another process', async () => {
      const stamps = [await records.stamp()];
      const next = async () => stamps.push(await records.stamp());
      await records.add(site('shop'));
      await next();
      await opened.beside.change('shop', { name: 'Shop' }, NOW);
      await next();
      await records.change('shop', { name: null }, NOW - 10);
      await next();
      await opened.beside.remove('shop');
      await next();
      expect(new Set(stamps.slice(0, 4)).size).toBe(4);
      expect(stamps[4]).toBe(stamps[0]);
      expect(await records.stamp()).toBe(stamps[4]);
    });

    it('loses none of many changes at the same moment', async () => {
      await records.add(site('shop'));
      const names = Array.from({ length: 20 }, (_, index) => `greeting.${index}`);
      await Promise.all(
        names.map((key, index) =>
          (index % 2 === 0 ? records : opened.beside).change('shop', { settings: { [key]: key } }, NOW),
        ),
      );
      const { settings = {} } = (await records.find('shop')) ?? {};
      expect(Object.keys(settings).sort()).toEqual([...names].sort());
    });

    it.each(['not json', '[]', 'null', '"off"', '7'])('reads settings that are %s as none', async (json) => {
      await records.add(site('shop', { settings: { tools: 'off' } }));
      await opened.writeSettings('shop', json);
      expect((await records.find('shop'))?.settings).toEqual({});
    });

    it('reads of settings what is text', async () => {
      await records.add(site('shop'));
      await opened.writeSettings('shop', '{"tools":"off","system":7,"model":null}');
      expect((await records.find('shop'))?.settings).toEqual({ tools: 'off' });
    });
  });
}
