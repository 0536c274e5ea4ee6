import type { Locale } from '@guichet/contract/locale';

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const LAST_STEP = STEPS.length - 1;

/**
 * A length of time as people say it, in its two largest units: "6 days and 4 hours", "12 minutes and 5 seconds".
 * Seconds only appear in the last hour, so that nothing flickers before it matters.
 */
export function timeLeft(seconds: number, locale: Locale): string {
  const whole = Math.max(0, Math.floor(seconds));
  const found = STEPS.findIndex(([, length]) => whole >= length);
  const first = found === -1 ? LAST_STEP : found;
  const parts = STEPS.slice(first, first + 2).map(([unit, length], place) => {
    const rest = place === 0 ? whole : whole % (STEPS[first]?.[1] ?? 1);
    return { unit, count: Math.floor(rest / length) };
  });
  const said = parts.filter(({ count }, place) => count > 0 || place === 0).map((part) => inWords(part, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(said);
}

function inWords({ unit, count }: { unit: string; count: number }, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
