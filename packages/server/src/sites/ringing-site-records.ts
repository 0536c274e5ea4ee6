import type { SiteRecords } from '../storage/site-records.ts';

/** @param ring called after every change, so that other replicas look */
export function ringingSiteRecords(records: SiteRecords, ring: () => void): SiteRecords {
  const ringing =
    <Args extends unknown[], Result>(change: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      const result = await change(...args);
      ring();
      return result;
    };
  return {
    ...records,
    add: ringing(records.add),
    change: ringing(records.change),
    remove: ringing(records.remove),
  };
}
