import type { DiagnosisTexts } from './diagnosis-texts.ts';

export const en: DiagnosisTexts = {
  slow: 'No answer for two seconds. Guichet keeps waiting.',
  failing: (findings, where) => `${findings} What to do: ${where}`,
  well: (what) => `Fixed: ${what} Something else still fails.`,
  allWell: (what) => `Fixed: ${what} Nothing else fails.`,
  failed: 'The diagnosis stopped early. The results so far are valid. The log says why it stopped.',
};
