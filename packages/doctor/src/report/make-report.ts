import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { Locale } from '@guichet/contract/locale';
import { findMenuPath, type MenuPath } from '@guichet/openwebui/menus';
import type { CheckResult, DoctorRun } from '../run-doctor.ts';
import { say, TEXTS, type Texts } from '../text/texts.ts';
import type { Finding, FixStep, Observation } from '../verdict.ts';
import { plainLines } from './plain-line.ts';
import type { DoctorReport, ReportCheck, ReportEvidence, ReportFix } from './report.ts';

const CAUSE_TEXTS = { en: causesEn, fr: causesFr };

/** A run in a person's language. Pure, so that a page can show the same run in the other one. */
export function makeReport(run: DoctorRun, locale: Locale): DoctorReport {
  const checks = run.results.map((result) => describeCheck(result, run.version, locale));
  const count = (status: ReportCheck['status']) => checks.filter((check) => check.status === status).length;
  const [warn, fail, crashed] = [count('warn'), count('fail'), count('crashed')];
  const status = fail > 0 ? 'fail' : crashed > 0 ? 'crashed' : warn > 0 ? 'warn' : 'ok';
  return {
    schema: 1,
    generatedAt: new Date(run.startedMs).toISOString(),
    target: run.target ?? '',
    summary: { status, ok: count('ok') + count('info'), warn, fail, skipped: count('skipped'), crashed },
    checks,
  };
}

/** One check as the report holds it; also for a page that shows results as they arrive. */
export function describeCheck(result: CheckResult, version: string | undefined, locale: Locale): ReportCheck {
  return plainLines(inWords(result, version, locale));
}

function inWords({ id, outcome, ms }: CheckResult, version: string | undefined, locale: Locale): ReportCheck {
  const texts = TEXTS[locale];
  const base = {
    id,
    group: id.split('/')[0] ?? '',
    docUrl: `/guide/${locale}/${id.replace('/', '-')}`,
    ms,
  };
  switch (outcome.status) {
    case 'ok':
    case 'info':
      return {
        ...base,
        status: outcome.status,
        confidence: 'certain',
        title: outcome.said ? say(texts, 'said', outcome.said) : texts.checks[id],
        evidence: describeEvidence(outcome.evidence, texts),
        fix: [],
      };
    case 'skipped':
      return {
        ...base,
        status: 'skipped',
        confidence: 'unknown',
        title: say(texts, 'said', outcome.because),
        evidence: [],
        fix: [],
      };
    case 'crashed':
      return { ...base, status: 'crashed', confidence: 'unknown', title: texts.said.crashed, evidence: [], fix: [] };
    default:
      return { ...base, ...describeFinding(outcome, texts, version, locale), status: outcome.status };
  }
}

function describeFinding(finding: Finding, texts: Texts, version: string | undefined, locale: Locale) {
  const { cause, confidence, said, impact, actor, evidence, fix } = finding;
  return {
    confidence,
    ...(cause && { cause }),
    title: said ? say(texts, 'said', said) : CAUSE_TEXTS[locale][cause ?? 'unknown'],
    evidence: describeEvidence(evidence, texts),
    impact: say(texts, 'impact', impact),
    actor: say(texts, 'actor', actor),
    fix: fix.map((step) => describeStep(step, texts, version, locale)),
  };
}

function describeStep(
  { how, goal, commands }: FixStep,
  texts: Texts,
  version: string | undefined,
  locale: Locale,
): ReportFix {
  const path = goal ? findMenuPath(goal, version, locale) : undefined;
  return {
    text: [say(texts, 'fix', how), ...placeNote(path, texts)].join(' '),
    ...(path && { where: path.steps.join(' > ') }),
    ...(commands && commands.length > 0 && { commands: [...commands] }),
  };
}

function placeNote(path: MenuPath | undefined, texts: Texts): string[] {
  return path && !path.checked ? [texts.placeProbable({ version: path.seenIn })] : [];
}

function describeEvidence(evidence: readonly Observation[] | undefined, texts: Texts): ReportEvidence[] {
  return (evidence ?? []).map(({ label, observed, things, expected, vantage }) => ({
    label: say(texts, 'label', label),
    observed: things ? things.map((thing) => say(texts, 'reach', thing)).join(', ') : observed,
    ...(expected !== undefined && { expected }),
    vantage,
  }));
}
