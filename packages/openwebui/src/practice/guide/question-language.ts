import type { GuideLanguage } from './guide-types.ts';
import { questionWords } from './question-words.ts';

const frenchWords = new Set(
  'endroit le la les un une des du de et est ou que qui quoi comment pourquoi quel quelle quelles mon ma mes votre vos vous je tu il elle nous ce cette ces pour sur dans avec sans pas ne se sert bonjour salut merci cle cles expire marche puis faire trouver quand combien aide moi toi'.split(
    ' ',
  ),
);
const englishWords = new Set(
  'the a an is are what where how why which who when my your you i it this that these for on in with without not do does of and to key keys hello hi thanks can find make please'.split(
    ' ',
  ),
);

/** French or English, by its small words; accents speak for French. A tie is English. */
export function languageOf(question: string): GuideLanguage {
  let french = /[àâçéèêëîïôûùœ]|\b[cdjlmnqst]['’]/i.test(question) ? 2 : 0;
  let english = 0;
  for (const word of questionWords(question)) {
    if (frenchWords.has(word)) french += 1;
    if (englishWords.has(word)) english += 1;
  }
  return french > english ? 'fr' : 'en';
}
