import type { Locale } from '@guichet/contract/locale';
import { FORMAT_LOCALES } from '../../words/format-locales.ts';

/** From here on tenths tell nobody anything. */
const TENTHS_BELOW_SECONDS = 10;

/** "0.8 s": fine enough to see which tool took the time. The space does not break. */
export function secondsInWords(ms: number, locale: Locale): string {
  const seconds = ms / 1000;
  const maximumFractionDigits = seconds < TENTHS_BELOW_SECONDS ? 1 : 0;
  const figure = new Intl.NumberFormat(FORMAT_LOCALES[locale], { maximumFractionDigits }).format(seconds);
  return `${figure}\u00a0s`;
}
