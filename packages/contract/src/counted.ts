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
  let intl: { rules: Intl.PluralRules; numbers: Intl.NumberFormat } | undefined;
  const oneAndNumber = (count: number): [isOne: boolean, number: string] => {
    try {
      intl ??= { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
      return [intl.rules.select(count) === 'one', intl.numbers.format(count)];
    } catch {
      // Pages and old browsers take `Intl` away; whoever chats there is to read the sentence all the same.
      return [count === 1 || (locale === 'fr' && count === 0), String(count)];
    }
  };
  return (count, { one, other, zero }) => {
    const [isOne, number] = oneAndNumber(count);
    const form = isOne ? one : other;
    return (count === 0 ? (zero ?? form) : form).replace('#', number);
  };
}
