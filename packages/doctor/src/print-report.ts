/** The report for a terminal: failing first, then warnings, what is fine in one line. No colour: it is piped and copied. */
import type { Locale } from '@guichet/contract/locale';
import { brokenLink, drawChain } from './chain.ts';
import type { DoctorReport, ReportCheck, ReportFix } from './report/report.ts';
import { TEXTS, type Texts } from './text/texts.ts';

const MARKS: Record<ReportCheck['status'], string> = {
  ok: '✓',
  info: 'i',
  warn: '!',
  fail: '✕',
  skipped: '–',
  crashed: '?',
};
const ORDER: ReportCheck['status'][] = ['fail', 'crashed', 'warn', 'info'];

export function printReport(report: DoctorReport, locale: Locale): string {
  const texts = TEXTS[locale];
  const { summary, checks, target } = report;
  const shown = ORDER.flatMap((status) => checks.filter((check) => check.status === status));
  const fine = checks.filter(({ status }) => status === 'ok').length;
  const lines = [
    `${texts.word.heading}${target ? `  ${target}` : ''}`,
    '',
    `  ${drawChain(texts.word.chain, brokenLink(checks))}`,
    '',
    headline(summary, texts),
    ...shown.flatMap((check) => ['', ...printCheck(check, texts)]),
    '',
    [
      ...(fine > 0 ? [`✓ ${texts.word.fine({ count: fine })}`] : []),
      ...(summary.skipped > 0 ? [`– ${texts.word.skippedCount({ count: summary.skipped })}`] : []),
    ].join('  '),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ fail, crashed, warn }: DoctorReport['summary'], { word }: Texts): string {
  const counts = [
    ...(fail > 0 ? [word.somethingFails({ count: fail })] : []),
    ...(crashed > 0 ? [word.somethingCrashed({ count: crashed })] : []),
    ...(warn > 0 ? [word.warnings({ count: warn })] : []),
  ];
  return counts.length === 0 ? word.allFine : counts.join(' ');
}

function printCheck(check: ReportCheck, texts: Texts): string[] {
  const { colon } = texts.word;
  const sure = check.status === 'warn' || check.status === 'fail' ? `, ${texts.confidence[check.confidence]}` : '';
  const evidence = check.evidence.map(
    ({ label, observed, expected }) =>
      `${label}${colon}${observed}${expected === undefined ? '' : ` (${texts.word.expected}${colon}${expected})`}`,
  );
  return [
    `${MARKS[check.status]} ${check.title}`,
    `  ${texts.status[check.status]}${sure} · ${check.id}${check.cause ? ` · ${check.cause}` : ''}`,
    ...(check.impact ? [`  ${check.impact}`] : []),
    ...(check.actor ? [`  ${texts.word.turn}${colon}${check.actor}`] : []),
    ...check.fix.flatMap(printStep),
    ...(evidence.length > 0 ? [`  ${texts.word.seen}${colon}${evidence.join(' · ')}`] : []),
  ];
}

function printStep({ text, where, commands = [] }: ReportFix, place: number): string[] {
  return [
    `  ${place + 1}. ${text}`,
    ...(where ? [`     ${where}`] : []),
    ...commands.map((command) => `     ${command}`),
  ];
}
