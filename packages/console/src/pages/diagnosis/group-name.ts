import type { DiagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** A group that this page has no name for yet is called as the doctor calls it. */
export function groupName(group: string, words: DiagnosisTexts): string {
  const names: Record<string, string> = words.group;
  return names[group] ?? group;
}
