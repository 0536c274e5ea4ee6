/** For tests: one check's word, as the server would send it. */
import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import type { CheckStatus, DoctorReport, ReportCheck } from '@guichet/contract/report';

export function checkOf(id: string, status: CheckStatus, more: Partial<ReportCheck> = {}): ReportCheck {
  return {
    id,
    group: id.split('/')[0] ?? '',
    status,
    confidence: 'certain',
    title: `${id} ${status}`,
    evidence: [],
    fix: [],
    docUrl: `/guide/en/${id.replace('/', '-')}`,
    ms: 1,
    ...more,
  };
}

export function reportOf(checks: readonly ReportCheck[], generatedAt = '2026-11-26T10:42:00.000Z'): DoctorReport {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  const [fail, warn, crashed] = [count('fail'), count('warn'), count('crashed')];
  return {
    schema: 1,
    generatedAt,
    target: 'https://chat.example.com',
    summary: {
      status: fail > 0 ? 'fail' : crashed > 0 ? 'crashed' : warn > 0 ? 'warn' : 'ok',
      ok: count('ok') + count('info'),
      warn,
      fail,
      skipped: count('skipped'),
      crashed,
    },
    checks: [...checks],
  };
}

/** The lines of a whole run. */
export function linesOf(checks: readonly ReportCheck[], generatedAt?: string): DiagnosisLineView[] {
  return [
    { kind: 'begin', checks: checks.map(({ id, group }) => ({ id, group })) },
    ...checks.map((check): DiagnosisLineView => ({ kind: 'check', check })),
    { kind: 'end', report: reportOf(checks, generatedAt), markdown: '## Report' },
  ];
}
