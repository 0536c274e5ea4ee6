/** What visitors see while something else than the settings' Open WebUI and key answers them. */
import type { DoctorInput } from './doctor-input.ts';
import type { CheckId } from './text/texts.ts';
import type { Verdict } from './verdict.ts';

/**
 * A failure on the way to Open WebUI keeps nobody from an answer that comes another way. Whatever is between visitors
 * and Guichet (`own/…`) stands in every answer's way and is left as it is.
 */
export function impactMeanwhile<Judged extends Verdict>(
  id: CheckId,
  verdict: Judged,
  meanwhile: DoctorInput['answersMeanwhile'],
): Judged {
  if (meanwhile === undefined || verdict.status !== 'fail' || id.startsWith('own/')) return verdict;
  if (verdict.impact.key !== 'noAnswers') return verdict;
  return { ...verdict, impact: { key: meanwhile === 'practice' ? 'practiceAnswers' : 'formerAnswers' } };
}
