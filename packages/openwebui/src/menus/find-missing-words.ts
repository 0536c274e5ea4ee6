/** Whether the words of the menus stand in an interface as it was built: what changes there is noticed here. */
import { findMenuPath, goalsOf } from './find-menu-path.ts';
import type { MenuGoal, MenuLocale } from './menu-path.ts';

/** The scripts of Open WebUI's built interface: file name and text. */
export type BuiltInterface = ReadonlyMap<string, string>;

export interface MissingWord {
  goal: MenuGoal;
  locale: MenuLocale;
  word: string;
}

/** @returns every label of this version's menus that people do not see there */
export function findMissingWords(version: string, built: BuiltInterface): MissingWord[] {
  const french = findFrench(built);
  return goalsOf(version).flatMap((goal) =>
    (['en', 'fr'] as const).flatMap((locale) => {
      const words = findMenuPath(goal, version, locale)?.steps ?? [];
      const seen = locale === 'fr' ? [french] : [...built.values()];
      const isMissing = (word: string) => !isWrittenIn(seen, word) && !(locale === 'fr' && isEnglishOnly(word));
      return words.filter(isMissing).map((word) => ({ goal, locale, word }));
    }),
  );

  /** Without a translation the interface shows English. */
  function isEnglishOnly(word: string): boolean {
    return isWrittenIn([...built.values()], word) && !french.includes(`"${word}":"`);
  }
}

/** The chunk that the list of languages names for French of France. */
function findFrench(built: BuiltInterface): string {
  for (const text of built.values()) {
    const name = /fr-FR\/translation\.json":\(\)=>\w+\(\(\)=>import\("\.\/([^"]+)"\)/.exec(text)?.[1];
    if (name) return built.get(name) ?? '';
  }
  return '';
}

function isWrittenIn(texts: readonly string[], word: string): boolean {
  const quoted = [`"${word}"`, `'${word}'`, `\`${word}\``];
  return texts.some((text) => quoted.some((form) => text.includes(form)));
}
