import type { Cause } from '@guichet/contract/cause';
import type { CheckId, CheckResult, DoctorRun } from '@guichet/doctor';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../observe/logger.ts';
import type { Notice } from '../observe/webhook.ts';
import { createDiagnosisNotices } from './diagnosis-notices.ts';
import type { FailingChange } from './failing-checks.ts';

let notices: Notice[];
let log: string[];
let locale: 'en' | 'fr';
let toldElsewhere: string[];
let tellOf: ReturnType<typeof createDiagnosisNotices>;

beforeEach(() => {
  [notices, log, locale, toldElsewhere] = [[], [], 'en', []];
  tellOf = createDiagnosisNotices({
    logger: createLogger((line) => line, { write: (line) => log.push(line) }),
    tell: async (notice) => void notices.push(notice),
    locale: () => locale,
    page: () => 'https://chat.example.com/diagnostic',
    toldAlready: (cause) => toldElsewhere.includes(cause),
  });
});

function failing(id: CheckId, cause: Cause): CheckResult {
  return {
    id,
    ms: 1,
    outcome: {
      status: 'fail',
      cause,
      confidence: 'certain',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'checkName' } }],
    },
  };
}
const well = (id: CheckId): CheckResult => ({ id, ms: 1, outcome: { status: 'ok' } });

function tell(change: Partial<FailingChange>, results: CheckResult[] = []): void {
  const run: DoctorRun = { startedMs: 0, ms: 1, results };
  tellOf({ failing: [], well: [], ...change }, run);
}

describe('what the watch tells', () => {
  it('is what is wrong and where to read what to do, in one notice and one line of the log', () => {
    const down = [failing('network/name', 'dns-failed'), failing('own/storage', 'storage-not-writable')];
    tell({ failing: down }, down);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ event: 'diagnosis-failing', severity: 'error' });
    expect(notices[0]?.text).toMatch(/\. What to do: https:\/\/chat\.example\.com\/diagnostic$/);
    expect(log.map((line) => JSON.parse(line))).toMatchObject([{ checks: ['network/name', 'own/storage'] }]);
  });

  it('says whether anything else still fails when something is mended', () => {
    const name = failing('network/name', 'dns-failed');
    const storage = failing('own/storage', 'storage-not-writable');
    tell({ failing: [name, storage] }, [name, storage]);
    tell({ well: [well('network/name')] }, [well('network/name'), storage]);
    tell({ well: [well('own/storage')] }, [well('network/name'), well('own/storage')]);
    const [, first, second] = notices;
    expect(first).toMatchObject({
      event: 'diagnosis-well',
      severity: 'info',
      text: expect.stringMatching(/still fails/),
    });
    expect(second?.text).toMatch(/Nothing else fails/);
  });

  it('is in the language of the log, as it is now', () => {
    locale = 'fr';
    tell({ failing: [failing('network/name', 'dns-failed')] });
    expect(notices[0]?.text).toMatch(/ Que faire\u202f: https/);
  });

  it('leaves to the watch on the credential what that one tells, its end too', () => {
    toldElsewhere = ['key-unknown'];
    tell({ failing: [failing('key/known', 'key-unknown')] });
    toldElsewhere = [];
    tell({ well: [well('key/known')] }, [well('key/known')]);
    expect([notices, log]).toEqual([[], []]);
  });
});
