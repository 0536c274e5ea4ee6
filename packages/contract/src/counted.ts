import type { Locale } from './locale.ts';

/** `#` is where the number goes. French takes `one` for 0 as well. */
export interface CountedForms {
  one: string;
  other: string;
  /** Only where nothing at all is said in words of its own. */
  zero?: string;
}

/** @returns what says a number with its noun, by the plural rules of this language */
export function countedIn(locale: Locale): (count: number, forms: CountedForms) => string {
  // Made at the first number: a widget that counts nothing is not to wait for it.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (count, { one, other, zero }) => {
    rules ??= new Intl.PluralRules(locale);
    numbers ??= new Intl.NumberFormat(locale);
    const form = rules.select(count) === 'one' ? one : other;
    return (count === 0 ? (zero ?? form) : form).replace('#', numbers.format(count));
  };
}
