/** Every drawing of the guide by its file's name. `npm run guide:pictures` writes them; a test compares. */
import { LOCALES } from '@guichet/contract/locale';
import { buffering } from './buffering.ts';
import { chain, narrowChain } from './chain.ts';
import { DRAWING_WORDS } from './drawing-words.ts';
import { menuWindow, narrowMenuWindow, WINDOW_PLANS } from './menu-window.ts';
import { narrowTwoFamilies, twoFamilies } from './two-families.ts';

/** As wide as a phone's page; larger drawings have a form of their own for it. */
const NARROW = 340;
const WIDE = 620;

export function allDrawings(): Map<string, string> {
  const drawings = new Map<string, string>();
  for (const locale of LOCALES) {
    const words = DRAWING_WORDS[locale];
    const add = (name: string, wide: string, narrow: string) => {
      drawings.set(`${name}.${locale}.svg`, wide);
      drawings.set(`${name}.${locale}.narrow.svg`, narrow);
    };
    add('chain', chain(words), narrowChain(words));
    add('two-families', twoFamilies(words), narrowTwoFamilies(words));
    add('buffering', buffering(words, WIDE), buffering(words, NARROW));
    for (const plan of WINDOW_PLANS) {
      add(`menu-${plan.goal}`, menuWindow(plan, locale, words), narrowMenuWindow(plan, locale, words));
    }
  }
  return drawings;
}
