import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindById } from './kinds.ts';
import { kindsTable } from './samples/kinds-table.ts';
import { KNOWN_AMBIGUITIES, REQUIRED_HIT_RATE } from './samples/known-ambiguities.ts';
import { measureFalseAlarms, measureKinds } from './samples/measure-kinds.ts';

describe('10,000 samples of every kind, and 100,000 ordinary messages', () => {
  const kinds = measureKinds(10_000);
  const falseAlarms = measureFalseAlarms(100_000);

  test('there are Open WebUI’s two and at least 45 others', () => {
    expect(kinds.filter((kind) => kind.family === 'open-webui')).toHaveLength(2);
    expect(kinds.length).toBeGreaterThanOrEqual(2 + 45);
  });

  test.each(kinds)('$id is recognised ($hitRate)', ({ id, hitRate, takenFor }) => {
    const ambiguity = KNOWN_AMBIGUITIES[id];
    expect(hitRate).toBeGreaterThanOrEqual(ambiguity?.hitRateAtLeast ?? REQUIRED_HIT_RATE);
    if (ambiguity) expect(takenFor).toEqual(ambiguity.takenFor);
  });

  test.each(kinds.filter((kind) => kind.isSearched))('$id is found in a sentence ($foundRate)', ({ foundRate }) => {
    expect(foundRate).toBeGreaterThanOrEqual(REQUIRED_HIT_RATE);
  });

  test.each(kinds.filter((kind) => !kind.isSearched))('$id is never reported in a sentence', ({ foundRate }) => {
    expect(foundRate).toBe(0);
  });

  test.each(kinds)('$id is not what the samples of other kinds are taken for ($falseFromOthers)', (kind) => {
    const ambiguous = Object.values(KNOWN_AMBIGUITIES).some(({ takenFor }) => takenFor.includes(kind.id));
    // One in 64 of DeepSeek's keys has the digits of a version 4 UUID; a random text of 43 characters may begin with sk-.
    expect(kind.falseFromOthers).toBeLessThanOrEqual(ambiguous ? 200 : 1);
  });

  const withShapeOfTheirOwn = kinds.filter(({ id }) => !kindById(id).hintOnly);
  test.each(withShapeOfTheirOwn)('$id is not what ordinary things are taken for ($falseFromOrdinary)', (kind) => {
    expect(kind.falseFromOrdinary).toBeLessThanOrEqual(10);
  });

  test('at most one false alarm in 100,000 ordinary messages', () => {
    expect(falseAlarms.alarms.length, JSON.stringify(falseAlarms.alarms)).toBeLessThanOrEqual(1);
  });

  test('the README has these figures (else run scripts/write-kinds-table.ts)', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(kindsTable(kinds, falseAlarms));
  });
});
