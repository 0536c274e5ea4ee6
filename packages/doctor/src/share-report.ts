/**
 * Markdown for a public place. By allow-list: ids, statuses, causes and the observations named here; no address, no
 * name, no title of somebody's page, no command with a host in it.
 */
import type { Locale } from '@guichet/contract/locale';
import { brokenLink, drawChain } from './chain.ts';
import type { DoctorReport, ReportCheck } from './report/report.ts';
import { TEXTS } from './text/texts.ts';

/** Observations that identify nobody. */
const SHARED_LABELS = [
  'status',
  'code',
  'replyMs',
  'connectMs',
  'version',
  'advisories',
  'kind',
  'length',
  'fingerprint',
  'role',
  'keysSwitch',
  'contentType',
  'firstWordMs',
  'pieces',
  'spreadMs',
  'sources',
  'closedCollections',
  'skewSeconds',
  'free',
  'encoding',
  'validTo',
  'expires',
] as const;

/** Longer than anything we write ourselves. */
const MAX_SHARED_CHARS = 120;

export function shareReport(report: DoctorReport, locale: Locale): string {
  const texts = TEXTS[locale];
  const labels = new Set<string>(SHARED_LABELS.map((label) => texts.label[label]));
  const { summary, checks } = report;
  const row = (check: ReportCheck) => {
    const seen = check.evidence
      .filter(({ label }) => labels.has(label))
      .map(({ label, observed }) => `${label}: ${asCode(observed)}`);
    const sure = check.status === 'fail' || check.status === 'warn' ? check.confidence : '';
    const cells = [check.id, texts.status[check.status], check.cause ?? '', sure, seen.join(' · ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  };
  const notable = checks.filter(({ status }) => status !== 'ok' && status !== 'skipped');
  const rest = checks.filter(({ status }) => status === 'ok' || status === 'skipped');
  return [
    `## ${texts.word.heading}`,
    '',
    texts.word.shared,
    '',
    `\`${drawChain(texts.word.chain, brokenLink(checks))}\``,
    '',
    `fail ${summary.fail} · warn ${summary.warn} · ok ${summary.ok} · skipped ${summary.skipped} · crashed ${summary.crashed} · ${report.generatedAt.slice(0, 10)}`,
    '',
    '| check | status | cause | confidence | seen |',
    '|---|---|---|---|---|',
    ...notable.map(row),
    '',
    '<details>',
    '',
    '| check | status | cause | confidence | seen |',
    '|---|---|---|---|---|',
    ...rest.map(row),
    '',
    '</details>',
    '',
  ].join('\n');
}

/** Some of it was written by whoever answered: as code it is neither a link, a picture nor somebody's name. */
function asCode(text: string): string {
  const shown = text.length > MAX_SHARED_CHARS ? `${text.slice(0, MAX_SHARED_CHARS - 1)}…` : text;
  return `\`${shown.replaceAll('`', 'ˋ').trim() || ' '}\``;
}
