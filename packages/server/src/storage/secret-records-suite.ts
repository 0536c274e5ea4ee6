/** What the rows of the safe must do in every database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SecretRecord, type SecretRecords, SecretsChangedMeanwhile } from './secret-records.ts';

const row = (name: string, record: string): SecretRecord => ({ name, record, updatedAt: 1_000, updatedBy: 'ada' });

const nothing = { remove: [], replace: [], add: [] };

export interface OpenedRecords {
  records: SecretRecords;
  /** The same database through a second connection, as another process has it. */
  beside: SecretRecords;
  close: () => Promise<void>;
}

/** @param open makes an empty, migrated database */
export function secretRecordsSuite(name: string, open: () => Promise<OpenedRecords>): void {
  describe(`secret records: ${name}`, () => {
    let opened: OpenedRecords;
    let records: SecretRecords;
    beforeEach(async () => {
      opened = await open();
      records = opened.records;
    });
    afterEach(() => opened.close());

    it('reads back what was written, by name and as a list in the order of names', async () => {
      await records.write(row('b', 'two'));
      await records.write(row('a', 'one'));
      expect(await records.read('b')).toEqual(row('b', 'two'));
      expect(await records.list()).toEqual([row('a', 'one'), row('b', 'two')]);
      expect(await records.read('c')).toBeUndefined();
    });

    it('replaces by writing, and leaves alone by adding', async () => {
      await records.write(row('a', 'one'));
      await records.write({ ...row('a', 'two'), updatedAt: 2_000, updatedBy: 'bob' });
      expect(await records.add(row('a', 'three'))).toBe(false);
      expect(await records.add(row('b', 'one'))).toBe(true);
      expect(await records.read('a')).toEqual({ name: 'a', record: 'two', updatedAt: 2_000, updatedBy: 'bob' });
    });

    it('adds once, however many try', async () => {
      const tries = Array.from({ length: 10 }, (_, number) =>
        (number % 2 ? records : opened.beside).add(row('a', String(number))),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    });

    it('deletes, and says whether there was anything', async () => {
      await records.write(row('a', 'one'));
      expect(await records.delete('a')).toBe(true);
      expect(await records.delete('a')).toBe(false);
      expect(await records.list()).toEqual([]);
    });

    it('rewrites, adds and removes in one transaction, and gives the outcome', async () => {
      for (const name of ['a', 'b', 'c']) await records.write(row(name, 'old'));
      const outcome = await records.rewriteAll((all) => ({
        changes: { remove: ['c'], replace: [row('a', 'new')], add: [row('d', 'new')] },
        outcome: all.length,
      }));
      expect(outcome).toBe(3);
      expect((await records.list()).map(({ name, record }) => `${name} ${record}`)).toEqual([
        'a new',
        'b old',
        'd new',
      ]);
    });

    it('changes nothing when the decision throws or a row is not what it was', async () => {
      await records.write(row('a', 'old'));
      await records.write(row('b', 'old'));
      const before = await records.list();
      const thrown = records.rewriteAll(() => {
        throw new Error('no');
      });
      await expect(thrown).rejects.toThrow('no');
      const gone = records.rewriteAll(() => ({
        changes: { ...nothing, replace: [row('a', 'new'), row('not there', 'new')] },
        outcome: 0,
      }));
      await expect(gone).rejects.toThrow(SecretsChangedMeanwhile);
      const taken = records.rewriteAll(() => ({
        changes: { remove: ['a'], replace: [], add: [row('b', 'new')] },
        outcome: 0,
      }));
      await expect(taken).rejects.toThrow(SecretsChangedMeanwhile);
      expect(await records.list()).toEqual(before);
    });

    it('loses no change when two connections rewrite at once', async () => {
      await records.write(row('count', '0'));
      const addOne = (through: SecretRecords) =>
        through.rewriteAll((all) => ({
          changes: { ...nothing, replace: [row('count', String(Number(all[0]?.record) + 1))] },
          outcome: undefined,
        }));
      for (let round = 0; round < 5; round += 1) {
        await addOne(records);
        await addOne(opened.beside);
      }
      await Promise.all([addOne(records), addOne(records), addOne(records)]);
      expect((await records.read('count'))?.record).toBe('13');
    });
  });
}
