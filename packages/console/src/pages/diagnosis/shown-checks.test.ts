import { expect, it } from 'vitest';
import { NOTHING_YET, withLine } from './run-state.ts';
import { type EarlierReport, type Former, mendedSince, shownChecks, sortedChecks } from './shown-checks.ts';
import { checkOf, linesOf, reportOf } from './testing-check.ts';

const NONE: ReadonlyMap<string, Former> = new Map();
const EARLIER: EarlierReport = {
  report: reportOf([
    checkOf('key/known', 'fail'),
    checkOf('own/clock', 'warn'),
    checkOf('answer/one-token', 'skipped'),
  ]),
  by: 'watch',
};
const idsOf = (shown: { check: { id: string } }[]) => shown.map(({ check }) => check.id);

it('puts first what fails, then what could not be judged, then warnings, each in the order in which it is mended', () => {
  const checks = [
    checkOf('address/form', 'ok'),
    checkOf('own/disk', 'warn'),
    checkOf('key/known', 'fail'),
    checkOf('models/list', 'crashed'),
    checkOf('models/default', 'info'),
    checkOf('own/clock', 'warn'),
    checkOf('answer/stream', 'skipped'),
    checkOf('own/store', 'fail'),
  ];
  const run = linesOf(checks).reduce(withLine, NOTHING_YET);
  const sorted = sortedChecks(shownChecks(run, undefined, NONE));
  expect(idsOf(sorted.findings)).toEqual(['key/known', 'own/store', 'models/list', 'own/disk', 'own/clock']);
  expect([idsOf(sorted.notes), idsOf(sorted.fine), idsOf(sorted.skipped)]).toEqual([
    ['models/default'],
    ['address/form'],
    ['answer/stream'],
  ]);
});

it('shows what was known before until its place is taken, and says from when it is', () => {
  expect(shownChecks(NOTHING_YET, EARLIER, NONE).map(({ asOf }) => asOf)).toEqual(
    Array(3).fill(EARLIER.report.generatedAt),
  );
  const run = withLine(
    withLine(NOTHING_YET, { kind: 'begin', checks: EARLIER.report.checks.map(({ id, group }) => ({ id, group })) }),
    { kind: 'check', check: checkOf('key/known', 'ok') },
  );
  const shown = shownChecks(run, EARLIER, NONE);
  expect(shown[0]).toEqual({ check: checkOf('key/known', 'ok') });
  expect(shown[1]?.asOf).toBe(EARLIER.report.generatedAt);
});

it('shows nothing of before once the run is over', () => {
  const run = linesOf([checkOf('key/known', 'ok')]).reduce(withLine, NOTHING_YET);
  expect(idsOf(shownChecks(run, EARLIER, NONE))).toEqual(['key/known']);
});

it('leaves what was mended where it stood', () => {
  const run = linesOf([checkOf('key/known', 'ok'), checkOf('own/clock', 'fail')]).reduce(withLine, NOTHING_YET);
  const formers = new Map([['key/known', { check: checkOf('key/known', 'fail'), at: '2026-11-26T10:42:00.000Z' }]]);
  const { findings, fine } = sortedChecks(shownChecks(run, undefined, formers));
  expect(idsOf(findings)).toEqual(['key/known', 'own/clock']);
  expect(fine).toEqual([]);
});

it('knows what was mended since, and calls nothing mended that was only not looked at', () => {
  const run = linesOf([
    checkOf('key/known', 'ok'),
    checkOf('own/clock', 'skipped'),
    checkOf('answer/one-token', 'ok'),
  ]).reduce(withLine, NOTHING_YET);
  expect([...mendedSince(EARLIER, run).keys()]).toEqual(['key/known']);
  expect(mendedSince(undefined, run).size).toBe(0);
});
