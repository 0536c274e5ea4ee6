/**
 * A noun with its number, by the plural rules of its language; `#` is where the number goes. Which forms there are differs:
 * English has `one`, French takes `one` for 0 as well, Polish has `few` and `many`, Arabic all of them, Japanese none.
 */
export interface CountedForms extends Partial<Record<Exclude<Intl.LDMLPluralRule, 'zero' | 'other'>, string>> {
  other: string;
  /** Only where nothing at all is said in words of its own. */
  zero?: string;
}

/** @returns what says a number with its noun, by the plural rules of this language */
export function countedIn(locale: string): (count: number, forms: CountedForms) => string {
  // Made at the first number: a widget that counts nothing is not to wait for it.
  let intl: { rules: Intl.PluralRules; numbers: Intl.NumberFormat } | undefined;
  const ruleAndNumber = (count: number): [rule: Intl.LDMLPluralRule, number: string] => {
    try {
      intl ??= { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
      return [intl.rules.select(count), intl.numbers.format(count)];
    } catch {
      // Pages and old browsers take `Intl` away; whoever chats there is to read the sentence all the same.
      return [count === 1 || (locale === 'fr' && count === 0) ? 'one' : 'other', String(count)];
    }
  };
  return (count, forms) => {
    const [rule, number] = ruleAndNumber(count);
    const form = count === 0 && forms.zero ? forms.zero : (forms[rule] ?? forms.other);
    return form.replace('#', number);
  };
}
