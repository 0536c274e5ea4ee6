/**
 * Situations as owners meet them, with what an honest expert could say of each at most. They were written by somebody
 * who had read neither the checks nor the other cases, only the references on Open WebUI, and committed before they
 * were run once: the engine and the other cases share one hand, and one hand's mistakes agree with one another.
 *
 * Where an expectation was corrected afterwards, a comment at the case says what it was and why it was wrong.
 */
import type { CorpusCase } from './corpus-case.ts';
import { independentAddressCases } from './independent-cases-address.ts';
import { independentAnswerCases } from './independent-cases-answer.ts';
import { independentKeyCases } from './independent-cases-key.ts';
import { independentModelCases } from './independent-cases-model.ts';
import { independentOwnCases } from './independent-cases-own.ts';
import { independentSessionCases } from './independent-cases-session.ts';
import { independentSeveralCases } from './independent-cases-several.ts';
import { independentSwitchCases } from './independent-cases-switch.ts';

export const independentCases: readonly CorpusCase[] = [
  ...independentAddressCases,
  ...independentKeyCases,
  ...independentSessionCases,
  ...independentSwitchCases,
  ...independentModelCases,
  ...independentAnswerCases,
  ...independentOwnCases,
  ...independentSeveralCases,
];
