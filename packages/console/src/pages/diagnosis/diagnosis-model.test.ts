import type { DiagnosisLineView, DiagnosisWish } from '@guichet/contract/diagnosis-api';
import type { ReportCheck } from '@guichet/contract/report';
import { expect, it } from 'vitest';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { DiagnosisModel } from './diagnosis-model.ts';
import { checkOf, linesOf, reportOf } from './testing-check.ts';

const TICKS = { arrivals: [12, 110, 212] };
const FAILING = [checkOf('key/known', 'fail'), checkOf('answer/one-token', 'skipped')];
const WELL = [checkOf('key/known', 'ok'), checkOf('answer/one-token', 'ok')];

interface Scene {
  /** Each run takes the next; the last stays. */
  runs: (DiagnosisLineView[] | Failure)[];
  last?: AdminApi['lastDiagnosis'];
}

function modelWith({ runs, last }: Scene) {
  const wishes: DiagnosisWish[] = [];
  const pauses: number[] = [];
  let measurements = 0;
  let language = 'en';
  const api = adminApiOf({
    diagnose: async (wish, onLine) => {
      const run = runs[Math.min(wishes.push(wish), runs.length) - 1] ?? [];
      if (!Array.isArray(run)) return { ok: false, failure: run };
      for (const line of run) onLine(line);
      return { ok: true, value: undefined };
    },
    ...(last && { lastDiagnosis: last }),
  });
  const model = new DiagnosisModel({
    api,
    measureTicks: async () => {
      measurements++;
      return TICKS;
    },
    locale: () => language,
    pause: async (ms) => void pauses.push(ms),
    now: () => new Date('2026-11-26T10:44:00.000Z'),
  });
  function speak(other: string): void {
    language = other;
  }
  return { model, wishes, pauses, speak, measured: () => measurements };
}

const only = (check: ReportCheck): DiagnosisLineView[] => linesOf([check], '2026-11-26T10:44:00.000Z');
const lastWas = (checks: ReportCheck[]): AdminApi['lastDiagnosis'] => {
  const report = reportOf(checks, '2026-11-26T10:30:00.000Z');
  return async () => ({ ok: true, value: { last: { report, markdown: 'old', by: 'watch' } } });
};

it('runs by itself and hands over how answers reach this browser', async () => {
  const { model, wishes } = modelWith({ runs: [linesOf(WELL)] });
  const opening = model.open();
  expect(model.busy.value).toEqual({ kind: 'measuring' });
  await opening;
  expect(wishes).toEqual([{ browserTicks: TICKS }]);
  expect(model.busy.value).toBeUndefined();
  expect(model.run.value.end?.report.checks).toEqual(WELL);
});

it('shows what the watch saw while it looks, and what was mended since', async () => {
  const { model } = modelWith({ runs: [linesOf(WELL)], last: lastWas(FAILING) });
  await model.open();
  expect(model.earlier.value?.by).toBe('watch');
  expect(model.formers.value.get('key/known')).toEqual({ check: FAILING[0], at: '2026-11-26T10:30:00.000Z' });
  expect(model.formers.value.has('answer/one-token')).toBe(false);
});

it('looks at one check again: what was stays beside what is', async () => {
  const { model, wishes } = modelWith({ runs: [linesOf(FAILING), only(checkOf('key/known', 'fail'))] });
  await model.open();
  await model.checkAgain('key/known');
  expect(wishes[1]).toEqual({ only: 'key/known', browserTicks: TICKS });
  expect(model.formers.value.get('key/known')?.check).toEqual(FAILING[0]);
  expect(model.run.value.arrived.get('answer/one-token')?.status).toBe('skipped');
  expect(wishes).toHaveLength(2);
});

it('looks at everything once something came out differently, and still says what was', async () => {
  const { model, wishes } = modelWith({ runs: [linesOf(FAILING), only(checkOf('key/known', 'ok')), linesOf(WELL)] });
  await model.open();
  await model.checkAgain('key/known');
  expect(wishes).toHaveLength(3);
  // Without how answers reach this browser, a proxy that holds them back would seem mended.
  expect(wishes[2]).toEqual({ browserTicks: TICKS });
  expect(model.formers.value.get('key/known')).toEqual({ check: FAILING[0], at: '2026-11-26T10:42:00.000Z' });
  expect(model.run.value.arrived.get('answer/one-token')?.status).toBe('ok');
});

it('measures again for what is measured from the browser, and only for that', async () => {
  const checks = [checkOf('own/proxy-buffering', 'warn'), checkOf('key/known', 'fail')];
  const { model, measured } = modelWith({ runs: [linesOf(checks)] });
  await model.open();
  await model.checkAgain('key/known');
  expect(measured()).toBe(1);
  await model.checkAgain('own/proxy-buffering');
  expect(measured()).toBe(2);
});

it('keeps what it had seen when the server’s word breaks off', async () => {
  const { model } = modelWith({ runs: [linesOf(FAILING).slice(0, 2)] });
  await model.open();
  expect(model.failure.value).toEqual({ failure: { code: 'unexpected-answer' } });
  expect(model.run.value.arrived.get('key/known')?.status).toBe('fail');
  const away = modelWith({ runs: [{ code: 'unreachable' }] });
  await away.model.open();
  expect([away.model.failure.value?.failure.code, away.model.busy.value]).toEqual(['unreachable', undefined]);
});

it('keeps what is shown when looking at one thing again fails', async () => {
  const { model } = modelWith({ runs: [linesOf(FAILING), { code: 'unreachable' }] });
  await model.open();
  await model.checkAgain('key/known');
  expect(model.run.value.arrived.get('key/known')).toEqual(FAILING[0]);
  expect([model.failure.value, model.formers.value.size]).toEqual([
    { failure: { code: 'unreachable' }, id: 'key/known' },
    0,
  ]);
});

it('waits while too many diagnoses are under way', async () => {
  const busy = { code: 'diagnosis-busy', retryAfter: 5 };
  const { model, pauses } = modelWith({ runs: [busy, busy, linesOf(WELL)] });
  await model.open();
  expect(pauses).toEqual([5_000, 5_000]);
  expect([model.run.value.end !== undefined, model.failure.value]).toEqual([true, undefined]);
  const forever = modelWith({ runs: [busy] });
  await forever.model.open();
  expect([forever.pauses.length, forever.model.failure.value]).toEqual([3, { failure: busy }]);
});

it('does one thing at a time', async () => {
  const { model, wishes } = modelWith({ runs: [linesOf(WELL)] });
  await Promise.all([model.open(), model.open(), model.runAgain()]);
  expect(wishes).toHaveLength(1);
});

it('compares with what it saw before when somebody comes back from mending', async () => {
  const { model } = modelWith({ runs: [linesOf(FAILING), linesOf(WELL)], last: lastWas(FAILING) });
  await model.open();
  await model.open();
  expect(model.formers.value.get('key/known')?.at).toBe('2026-11-26T10:42:00.000Z');
});

it('says the same in another language without another run', async () => {
  const translated = [checkOf('key/known', 'fail', { title: 'Clé inconnue.' })];
  const { model, wishes, speak } = modelWith({ runs: [linesOf(FAILING)], last: lastWas(translated) });
  await model.open();
  await model.languageChanged();
  expect(model.run.value.arrived.get('key/known')).toEqual(FAILING[0]);
  speak('fr');
  await model.languageChanged();
  expect(model.run.value.arrived.get('key/known')?.title).toBe('Clé inconnue.');
  expect(wishes).toHaveLength(1);
});

it('tells what was mended since somebody looked here, also when the watch has seen it mended meanwhile', async () => {
  let last: AdminApi['lastDiagnosis'] = lastWas(FAILING);
  const { model } = modelWith({ runs: [linesOf(FAILING), linesOf(WELL)], last: () => last() });
  await model.open();
  const report = reportOf(WELL, '2026-11-26T23:59:00.000Z');
  last = async () => ({ ok: true, value: { last: { report, markdown: 'newer', by: 'watch' } } });
  const opening = model.open();
  await expect.poll(() => model.earlier.value?.by).toBe('watch');
  await opening;
  expect(model.formers.value.get('key/known')?.check.status).toBe('fail');
});
