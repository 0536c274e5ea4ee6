import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const en: DiagnosisTexts = {
  slow: 'No answer for two seconds; Guichet goes on waiting.',
  failing: (findings, where) => `${findings} What to do: ${where}`,
  well: (what) => `Mended: ${what} Something else still fails.`,
  allWell: (what) => `Mended: ${what} Nothing fails any more.`,
  failed: 'The diagnosis broke off. What is shown so far stands; the log says why it broke off.',
};
