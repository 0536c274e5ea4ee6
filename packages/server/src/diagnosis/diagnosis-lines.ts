/** A diagnosis as the lines that the page reads, in the reader's language. */
import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import type { Locale } from '@guichet/contract/locale';
import { describeCheck, makeReport, shareReport } from '@guichet/doctor';
import type { DiagnosisEvent, DiagnosisRun } from './diagnosis-run.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const TEXTS = { en, fr };

export async function* diagnosisLines(run: DiagnosisRun, locale: Locale): AsyncGenerator<DiagnosisLineView> {
  yield { kind: 'begin', checks: run.checks.map((id) => ({ id, group: id.split('/')[0] ?? '' })) };
  for await (const event of run.read()) yield lineOf(event, locale);
}

function lineOf(event: DiagnosisEvent, locale: Locale): DiagnosisLineView {
  switch (event.kind) {
    case 'check':
      return { kind: 'check', check: describeCheck(event.result, event.version, locale) };
    case 'slow':
      return { kind: 'slow', id: event.id, text: TEXTS[locale].slow };
    case 'end': {
      const report = makeReport(event.run, locale);
      return { kind: 'end', report, markdown: shareReport(report, locale) };
    }
    case 'failed':
      return { kind: 'failed', text: TEXTS[locale].failed };
    default:
      return event satisfies never;
  }
}
