import { ALL_CHECKS, makeReport } from '@guichet/doctor';
import type { Metrics } from '../observe/metrics.ts';
import type { DiagnosisDesk } from './diagnosis-desk.ts';
import type { DiagnosisWatch } from './diagnosis-watch.ts';

/** What Prometheus may read of the doctor. */
export function diagnosisGauges(
  metrics: Pick<Metrics, 'labelledGauge'>,
  desk: Pick<DiagnosisDesk, 'last'>,
  watch: Pick<DiagnosisWatch, 'failing'>,
): void {
  metrics.labelledGauge('guichet_doctor_checks', 'Checks of the last full diagnosis, by result.', 'status', () => {
    if (!desk.last) return {};
    const { ok, warn, fail, skipped, crashed } = makeReport(desk.last.run, 'en').summary;
    return { ok, warn, fail, skipped, crashed };
  });
  metrics.labelledGauge(
    'guichet_doctor_check_failing',
    '1 while the watch finds that this check fails.',
    'check',
    () => {
      const failing = new Set(watch.failing);
      return Object.fromEntries(ALL_CHECKS.map(({ id }) => [id, failing.has(id) ? 1 : 0]));
    },
  );
}
