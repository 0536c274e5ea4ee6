/** How the whole stands, in one sentence and what follows from it. Pure. */
import type { ReportCheck } from '@guichet/contract/report';
import type { Tone } from '../../parts/tone.ts';
import type { DiagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { isFinding } from './shown-checks.ts';

export interface OutcomeInWords {
  tone: Tone;
  what: string;
  means: string[];
}

/** @param checks what is known, in ladder order */
export function outcomeInWords(checks: readonly ReportCheck[], isOver: boolean, texts: DiagnosisTexts): OutcomeInWords {
  const words = texts.outcome;
  const findings = checks.filter(isFinding);
  const failing = findings.filter(({ status }) => status === 'fail');
  const [first] = failing;
  if (first) {
    const more = failing.length - 1;
    return {
      tone: 'fail',
      what: first.title,
      means: [...(first.impact ? [first.impact] : []), ...(more > 0 ? [words.more({ count: more })] : [])],
    };
  }
  if (!isOver) return { tone: 'info', what: words.looking, means: [] };
  const answers = checks.some(({ id, status }) => id === 'answer/one-token' && (status === 'ok' || status === 'info'));
  const what = answers ? words.answers : words.nothingFails;
  const crashed = findings.filter(({ status }) => status === 'crashed').length;
  const warnings = findings.length - crashed;
  const means = [
    ...(warnings > 0 ? [words.warnings({ count: warnings })] : []),
    ...(crashed > 0 ? [words.crashed({ count: crashed })] : []),
  ];
  return { tone: means.length > 0 ? 'warn' : 'ok', what, means };
}
