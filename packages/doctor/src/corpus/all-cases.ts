import { addressCases } from './address-cases.ts';
import { answerCases } from './answer-cases.ts';
import type { CorpusCase } from './corpus-case.ts';
import { frontCases } from './front-cases.ts';
import { frontWordCases } from './front-word-cases.ts';
import { hostileCases } from './hostile-cases.ts';
import { independentCases } from './independent-cases.ts';
import { keyCases } from './key-cases.ts';
import { ownCases } from './own-cases.ts';
import { providerWordCases } from './provider-word-cases.ts';
import { toolCases } from './tool-cases.ts';

/** Every failure that is made on the practice server. */
export const allCases: readonly CorpusCase[] = [
  ...addressCases,
  ...frontCases,
  ...keyCases,
  ...answerCases,
  ...ownCases,
  ...hostileCases,
  ...providerWordCases,
  ...frontWordCases,
  ...independentCases,
  ...toolCases,
];
