import { defineCheck } from '../../check.ts';
import { fail, info, ok, saw, skip, warn } from '../../verdict.ts';

/** Below the first, some weeks of conversations are left; below the second, a copy of the database no longer fits. */
const WARN_BYTES = 500 * 1024 * 1024;
const FAIL_BYTES = 20 * 1024 * 1024;

export const disk = defineCheck({
  id: 'own/disk',
  causes: ['storage-not-writable'],
  after: ['own/storage'],
  needs: ['storage'],
  run({ storage }) {
    if (storage.kind === 'elsewhere') return skip({ key: 'storedElsewhere' });
    if (storage.kind === 'none') return skip({ key: 'noDataFolder' });
    if (storage.kind === 'failed') return skip({ key: 'nothingToSee' });
    if (storage.freeBytes === undefined) return info({ key: 'diskUnknown' });
    const megabytes = Math.floor(storage.freeBytes / 1024 / 1024);
    if (storage.freeBytes >= WARN_BYTES) return ok(saw('free', megabytes));
    const finding = {
      said: { key: 'diskFull', args: { megabytes } },
      confidence: 'certain',
      actor: { key: 'operator' },
      evidence: [saw('free', megabytes)],
      fix: [{ how: { key: 'freeDisk' }, commands: ['df -h'] }],
    } as const;
    return storage.freeBytes < FAIL_BYTES
      ? fail({ ...finding, cause: 'storage-not-writable', impact: { key: 'lost' } })
      : warn({ ...finding, impact: { key: 'untilFull' } });
  },
});
