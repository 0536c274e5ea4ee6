import type { GuideLanguage, GuidePassage } from './guide-types.ts';
import { passagesEn } from './passages-en.ts';
import { passagesFr } from './passages-fr.ts';
import { languageOf } from './question-language.ts';
import { questionWords } from './question-words.ts';

export interface GuideAnswer {
  language: GuideLanguage;
  /** The passage that was told; undefined when none fits. */
  passage?: GuidePassage;
  /** Plain text: the practice server shall read well in any client. */
  text: string;
}

const passages: Record<GuideLanguage, GuidePassage[]> = { en: passagesEn, fr: passagesFr };

/** Said at the end of every answer: nobody shall take this for a language model. */
const notice: Record<GuideLanguage, string> = {
  en: 'Practice server: these answers come from a small built-in guide, not from a language model.',
  fr: 'Serveur d’essai\u202f: ces réponses viennent d’un petit guide intégré, pas d’un modèle de langage.',
};

const noPassage: Record<GuideLanguage, (topics: string) => string> = {
  en: (topics) => `I am a practice assistant, so I know only a few things. Ask me about:\n\n${topics}`,
  fr: (topics) =>
    `Je suis un assistant d’essai\u202f: je ne connais que quelques sujets. Interrogez-moi sur\u202f:\n\n${topics}`,
};

/** Tells the passage that shares most words with the question, in the question's language. */
export function answerFromGuide(question: string): GuideAnswer {
  const language = languageOf(question);
  const passage = bestPassage(question, passages[language]);
  const told = passage?.text ?? noPassage[language](topicList(passages[language]));
  return { language, text: `${told}\n\n${notice[language]}`, ...(passage && { passage }) };
}

function bestPassage(question: string, candidates: GuidePassage[]): GuidePassage | undefined {
  const words = questionWords(question);
  let best: { passage: GuidePassage; score: number } | undefined;
  for (const passage of candidates) {
    const score = scoreOf(passage, words);
    if (score > (best?.score ?? 0)) best = { passage, score };
  }
  return best?.passage;
}

/** Sure words count five, whole words two, beginnings of at least four letters one; the product's own name says little. */
function scoreOf(passage: GuidePassage, words: string[]): number {
  let score = 0;
  for (const word of words) {
    if (passage.surely?.includes(word)) score += 5;
    else if (word === 'guichet' || word === 'site') score += passage.about.includes(word) ? 0.5 : 0;
    else if (passage.about.includes(word)) score += 2;
    else if (passage.about.some((start) => start.length >= 4 && word.startsWith(start))) score += 1;
  }
  return score;
}

function topicList(candidates: GuidePassage[]): string {
  return candidates.map((passage) => `- ${passage.title}`).join('\n');
}
