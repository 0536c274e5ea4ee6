import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const fr: DiagnosisTexts = {
  slow: 'Pas de réponse depuis deux secondes\u202f; Guichet attend encore.',
  failing: (findings, where) => `${findings} Que faire\u202f: ${where}`,
  well: (what) => `Réparé\u202f: ${what} Autre chose est encore en panne.`,
  allWell: (what) => `Réparé\u202f: ${what} Plus rien n’est en panne.`,
  failed:
    'Le diagnostic s’est interrompu. Ce qui est affiché reste valable\u202f; le journal dit pourquoi il s’est interrompu.',
};
