/** What the table of visitors' errors must do in every database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VisitorError, VisitorErrorRecords } from './visitor-error-records.ts';

const PLENTY = { perCode: 100, since: 0 };
const error = (ref: string, at: number, code = 'internal'): VisitorError => ({ ref, at, code });

export interface OpenedVisitorErrors {
  records: VisitorErrorRecords;
  close: () => Promise<void>;
}

/** @param open makes an empty, migrated database */
export function visitorErrorRecordsSuite(name: string, open: () => Promise<OpenedVisitorErrors>): void {
  describe(`visitors’ errors: ${name}`, () => {
    let opened: OpenedVisitorErrors;
    let records: VisitorErrorRecords;
    beforeEach(async () => {
      opened = await open();
      records = opened.records;
    });
    afterEach(() => opened.close());

    const kept = async (...refs: string[]) => {
      const found = await Promise.all(refs.map((ref) => records.find(ref)));
      return refs.filter((_, place) => found[place] !== undefined);
    };

    it('finds one by its reference, with all that is known of it', async () => {
      const whole = {
        ...error('AAAA-2222', 1_790_000_000_000, 'assistant-misconfigured'),
        cause: 'key-unknown',
        origin: 'https://shop.example',
      };
      await records.add([whole, error('BBBB-3333', 2)], PLENTY);
      expect(await records.find('AAAA-2222')).toEqual(whole);
      expect(await records.find('BBBB-3333')).toEqual(error('BBBB-3333', 2));
      expect(await records.find('CCCC-4444')).toBeUndefined();
    });

    it('replaces what stands under a reference already', async () => {
      await records.add([error('AAAA-2222', 1)], PLENTY);
      await records.add([error('AAAA-2222', 2, 'storage-unavailable')], PLENTY);
      expect(await records.find('AAAA-2222')).toEqual(error('AAAA-2222', 2, 'storage-unavailable'));
    });

    it('keeps the newest of each code, so that a flood of one pushes no other out', async () => {
      await records.add([error('R', 1, 'assistant-timeout')], PLENTY);
      await records.add([error('A', 10), error('B', 30), error('C', 20)], { perCode: 2, since: 0 });
      await records.add([error('D', 25)], { perCode: 2, since: 0 });
      expect(await kept('A', 'B', 'C', 'D', 'R')).toEqual(['B', 'D', 'R']);
    });

    it('drops what is too old, of every code', async () => {
      await records.add([error('OLD', 99, 'assistant-timeout'), error('EDGE', 100)], PLENTY);
      await records.add([error('NEW', 200)], { perCode: 100, since: 100 });
      expect(await kept('OLD', 'EDGE', 'NEW')).toEqual(['EDGE', 'NEW']);
    });
  });
}
