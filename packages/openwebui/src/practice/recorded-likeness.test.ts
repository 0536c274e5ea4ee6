import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { likeness } from './recorder/likeness.ts';
import { record } from './recorder/record.ts';
import type { Recording } from './recorder/recording.ts';
import { startPractice } from './start-practice.ts';

/** How alike at least, of all cases of a version. */
const LEAST_LIKENESS = 0.97;

/** Cases that are not alike, and why. Empty: every recorded case is. */
const knownDifferences: Record<string, Record<string, string>> = {
  '0.6.43': {},
  '0.7.0': {},
  '0.7.2': {},
  '0.8.0': {},
  '0.8.12': {},
  '0.9.0': {},
  '0.9.6': {},
  '0.10.0': {},
  '0.10.2': {},
  '0.11.0': {},
  '0.11.4': {},
  '0.12.0': {},
  '0.12.1': {},
  '0.12.4': {},
};

function recorded(version: string): Recording {
  return JSON.parse(readFileSync(new URL(`./recorded/${version}.json`, import.meta.url), 'utf8')) as Recording;
}

describe.concurrent.each(Object.keys(knownDifferences))('practice Open WebUI %s', (version) => {
  it('answers like the recorded server', { timeout: 60_000 }, async () => {
    const practice = await startPractice({ version, provider: { tokenMs: 2 } });
    try {
      const { comparedCount, alikeCount, differences } = likeness(recorded(version), await record(practice.url));
      expect([...differences].filter(([name]) => !(name in (knownDifferences[version] ?? {})))).toEqual([]);
      expect(comparedCount).toBeGreaterThan(150);
      expect(alikeCount / comparedCount).toBeGreaterThanOrEqual(LEAST_LIKENESS);
    } finally {
      await practice.close();
    }
  });
});
