/** A diagnosis as the lines that the page reads, in the reader's language. */
import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import type { Locale } from '@guichet/contract/locale';
import { type CheckResult, describeCheck, makeReport, shareReport } from '@guichet/doctor';
import type { DiagnosisEvent, DiagnosisRun } from './diagnosis-run.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const TEXTS = { en, fr };

export async function* diagnosisLines(run: DiagnosisRun, locale: Locale): AsyncGenerator<DiagnosisLineView> {
  yield { kind: 'begin', checks: run.checks.map((id) => ({ id, group: id.split('/')[0] ?? '' })) };
  let version: string | undefined;
  for await (const event of run.read()) {
    // Menu paths are those of the version that was found; it is known before any finding needs one.
    if (event.kind === 'check') version ??= versionIn(event.result);
    yield lineOf(event, version, locale);
  }
}

function lineOf(event: DiagnosisEvent, version: string | undefined, locale: Locale): DiagnosisLineView {
  switch (event.kind) {
    case 'check':
      return { kind: 'check', check: describeCheck(event.result, version, locale) };
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

function versionIn({ id, outcome }: CheckResult): string | undefined {
  if (id !== 'upstream/version-known' || outcome.status !== 'ok') return undefined;
  return outcome.evidence?.find(({ label }) => label.key === 'version')?.observed;
}
