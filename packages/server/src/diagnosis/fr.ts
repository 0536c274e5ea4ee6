import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const fr: DiagnosisTexts = {
  slow: 'Pas de réponse depuis deux secondes\u202f; Guichet attend encore.',
  failed:
    'Le diagnostic s’est interrompu. Ce qui est affiché reste valable\u202f; le journal dit pourquoi il s’est interrompu.',
};
