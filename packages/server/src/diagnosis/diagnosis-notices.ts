/** What the watch has found, as notices for the log and the webhook: each breakdown once, and its end once. */
import type { Locale } from '@guichet/contract/locale';
import { type CheckId, type CheckResult, type DoctorRun, describeCheck } from '@guichet/doctor';
import type { Logger } from '../observe/logger.ts';
import type { Notice } from '../observe/webhook.ts';
import { en } from './en.ts';
import type { FailingChange } from './failing-checks.ts';
import { fr } from './fr.ts';

export interface DiagnosisNoticeParts {
  logger: Logger;
  tell: (notice: Notice) => Promise<void>;
  locale: () => Locale;
  /** Where the diagnosis is shown. */
  page: () => string;
  /** Whether another watch has told of this cause and will tell of its end. */
  toldAlready: (cause: string) => boolean;
}

const TEXTS = { en, fr };

export function createDiagnosisNotices(parts: DiagnosisNoticeParts): (change: FailingChange, run: DoctorRun) => void {
  /** Failing checks that were told of here. */
  const announced = new Set<CheckId>();

  function announce(notice: Notice, checks: readonly CheckResult[]): void {
    parts.logger[notice.severity]({ event: notice.event, checks: checks.map(({ id }) => id) }, notice.text);
    void parts.tell(notice);
  }

  return function tellOf({ failing, well }, run) {
    const locale = parts.locale();
    const texts = TEXTS[locale];
    const titles = (results: readonly CheckResult[]) =>
      results.map((result) => describeCheck(result, run.version, locale).title).join(' ');

    const mended = well.filter(({ id }) => announced.delete(id));
    const broken = failing.filter(
      ({ outcome }) => outcome.status !== 'fail' || outcome.cause === undefined || !parts.toldAlready(outcome.cause),
    );
    for (const { id } of broken) announced.add(id);
    if (broken.length > 0) {
      const text = texts.failing(titles(broken), parts.page());
      announce({ event: 'diagnosis-failing', severity: 'error', text }, broken);
    }
    if (mended.length > 0) {
      const nothingFails = run.results.every(({ outcome }) => outcome.status !== 'fail');
      const text = (nothingFails ? texts.allWell : texts.well)(titles(mended));
      announce({ event: 'diagnosis-well', severity: 'info', text }, mended);
    }
  };
}
