import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { enFiles } from '../text/en-files.ts';
import type { FileTexts, Texts } from '../text/texts.ts';

export function fileTextsOf({ files }: Texts): FileTexts {
  return files ?? enFiles;
}

/** A text with what is put in: `{name}` by its name. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** "pictures, PDF …" at the beginning of a sentence. */
export function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** "5 MB", « 5 Mo ». */
export function sizeIn(locale: VisitorLocale, bytes: number): string {
  const megabytes = bytes / 1_000_000;
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' }).format(megabytes);
  } catch {
    return `${megabytes} MB`;
  }
}
