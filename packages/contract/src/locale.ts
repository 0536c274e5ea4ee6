/**
 * The operators' languages: console, diagnosis, commands, guide. Visitors have their own list
 * (`visitor-text/visitor-languages.ts`).
 */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The operators' language that a list of wishes names first.
 * @param wishes language tags in order of preference, or an `Accept-Language` header's value
 */
export function pickLocale(wishes: string | readonly string[] | undefined, fallback: Locale = 'en'): Locale {
  return pickLanguage(LOCALES, wishes) ?? fallback;
}

/** The first of our languages that a list of wishes names, whatever region or script it adds. */
export function pickLanguage<Tag extends string>(
  ours: readonly Tag[],
  wishes: string | readonly string[] | undefined,
): Tag | undefined {
  const list = typeof wishes === 'string' ? fromAcceptLanguage(wishes) : (wishes ?? []);
  for (const wish of list) {
    const language = wish.toLowerCase().split(/[-_.]/)[0];
    const found = ours.find((tag) => tag === language);
    if (found) return found;
  }
  return undefined;
}

function fromAcceptLanguage(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((entry) => entry.tag && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map((entry) => entry.tag);
}
