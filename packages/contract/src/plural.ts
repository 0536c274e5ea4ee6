/** Which form of a sentence a number takes: in English 1 alone is singular, in French 0 and 1.5 are as well. */
import type { Locale } from './locale.ts';

/** Made when first asked for: the rules of a language cost more to make than to ask. */
const RULES = new Map<Locale, Intl.PluralRules>();

/**
 * One form for one thing and one for many, as the language counts.
 * @example plural('en', days, 'day', 'days')
 */
export function plural(locale: Locale, count: number, one: string, many: string): string {
  let rules = RULES.get(locale);
  if (rules === undefined) {
    rules = new Intl.PluralRules(locale);
    RULES.set(locale, rules);
  }
  return rules.select(count) === 'one' ? one : many;
}
