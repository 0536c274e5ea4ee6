import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const fr: DiagnosisTexts = {
  slow: 'Pas de réponse depuis deux secondes. Guichet attend encore.',
  failing: (findings, where) => `${findings} Que faire\u202f: ${where}`,
  well: (what) => `Réparé\u202f: ${what} Autre chose échoue encore.`,
  allWell: (what) => `Réparé\u202f: ${what} Rien d’autre n’échoue.`,
  failed:
    'Le diagnostic s’est interrompu. Les résultats affichés restent valides. Le journal dit pourquoi il s’est interrompu.',
};
