import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const en: DiagnosisTexts = {
  slow: 'No answer for two seconds; Guichet goes on waiting.',
  failed: 'The diagnosis broke off. What is shown so far stands; the log says why it broke off.',
};
