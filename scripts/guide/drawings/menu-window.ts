/**
 * Where to click, drawn: the outline of Open WebUI's settings window, with its own words out of `@guichet/openwebui/menus`
 * and the clicks numbered. An outline on purpose: the words are what people look for, and they are checked.
 */
import type { Locale } from '@guichet/contract/locale';
import { CHECKED_VERSIONS, findMenuPath, type MenuGoal } from '@guichet/openwebui/menus';
import type { DrawingWords } from './drawing-words.ts';
import { box, paragraph, step, svg, text } from './svg.ts';

/** What a click is on; the number is its place in the menu path. */
type Shown = 'heading' | 'switch' | 'row' | 'button' | 'entry';

export interface WindowPlan {
  goal: MenuGoal;
  /** Place of the list's heading in the path, for pages of the administrator's list. */
  list?: number;
  /** Place of the page in the path. */
  page: number;
  shown: readonly Shown[];
}

export const WINDOW_PLANS: readonly WindowPlan[] = [
  { goal: 'switch-keys-on', list: 1, page: 2, shown: ['heading', 'switch', 'button'] },
  { goal: 'create-key', page: 1, shown: ['heading', 'row', 'entry', 'button'] },
  { goal: 'share-model', list: 1, page: 2, shown: ['entry', 'entry', 'button'] },
  { goal: 'key-restrictions', list: 1, page: 2, shown: ['switch', 'row', 'button'] },
  { goal: 'provider-keys', list: 1, page: 2, shown: ['heading', 'button'] },
];

/** Of the newest version that was looked at. */
const VERSION = CHECKED_VERSIONS.at(-1) ?? '';

/** Grey bars that stand for pages nobody needs here, in shares of the list's width. */
const OTHER_PAGES = [0.55, 0.7, 0.45];

export function menuWindow(plan: WindowPlan, locale: Locale, words: DrawingWords): string {
  const label = labelsOf(plan, locale);
  const [width, listWidth] = [620, 200];
  const list = drawList(plan, label, 34, listWidth);
  const content = drawContent(plan, label, { x: listWidth + 24, y: 34, width: width - listWidth - 48 });
  const height = Math.max(list.below + 60, content.below + 20, 240);
  return svg(width, height, [
    box(1, 1, width - 2, height - 2, 'box', 10),
    box(2, 2, listWidth, height - 4, 'soft', 10),
    ...list.drawn,
    ...content.drawn,
    drawUser(label(0), words, height - 32),
  ]);
}

/** The list above what it opens, as wide as a phone's page. */
export function narrowMenuWindow(plan: WindowPlan, locale: Locale, words: DrawingWords): string {
  const label = labelsOf(plan, locale);
  const width = 340;
  const list = drawList(plan, label, 78, width);
  const content = drawContent(plan, label, { x: 18, y: list.below + 14, width: width - 36 });
  const height = content.below + 12;
  return svg(width, height, [
    box(1, 1, width - 2, height - 2, 'box', 10),
    box(2, 2, width - 4, list.below - 10, 'soft', 10),
    drawUser(label(0), words, 32),
    ...list.drawn,
    ...content.drawn,
  ]);
}

function labelsOf(plan: WindowPlan, locale: Locale): (place: number) => string {
  const steps = findMenuPath(plan.goal, VERSION, locale)?.steps ?? [];
  return (place) => steps[place] ?? '';
}

/** The user menu, where every way begins. */
function drawUser(settings: string, words: DrawingWords, y: number): string {
  return [
    text(44, y - 4, words.user, { size: 12, look: 'muted' }),
    text(44, y + 14, settings, { size: 14, look: 'strong' }),
    step(24, y, 1),
  ].join('\n');
}

interface Drawn {
  drawn: string[];
  below: number;
}

function drawList({ list, page }: WindowPlan, label: (place: number) => string, top: number, width: number): Drawn {
  const drawn: string[] = [];
  let y = top;
  const bars = (shares: readonly number[]) => {
    for (const share of shares) {
      drawn.push(box(18, y - 10, Math.round(164 * share), 9, 'bar', 4));
      y += 26;
    }
  };
  bars(OTHER_PAGES.slice(0, 1));
  if (list !== undefined) {
    drawn.push(text(44, y + 8, label(list), { size: 13, look: 'muted strong' }), step(24, y + 3, list + 1));
    y += 38;
  }
  drawn.push(box(8, y - 17, width - 16, 34, 'box here'));
  drawn.push(text(44, y + 5, label(page), { size: 14, look: 'strong accent' }), step(24, y, page + 1));
  y += 42;
  bars(OTHER_PAGES.slice(1));
  return { drawn, below: y };
}

interface Area {
  x: number;
  y: number;
  width: number;
}

/** What one sees of a word, measured generously. */
const BUTTON_CHARACTER = 9;

function drawContent({ page, shown }: WindowPlan, label: (place: number) => string, area: Area): Drawn {
  const { x, width } = area;
  const drawn: string[] = [box(x, area.y - 10, Math.round(width * 0.4), 10, 'bar', 4)];
  let y = area.y + 32;
  for (const [index, kind] of shown.entries()) {
    const place = page + 1 + index;
    const isHeading = kind === 'heading';
    const inset = isHeading ? 26 : 38;
    const room = width - inset - (kind === 'switch' ? 56 : 12);
    const words = paragraph(x + inset, y + 5, room, label(place), {
      size: isHeading ? 15 : 14,
      look: isHeading ? 'strong' : '',
    });
    const height = words.below - y;
    if (kind === 'button' || kind === 'entry') {
      const wide = Math.min(width, label(place).length * BUTTON_CHARACTER + 56);
      drawn.push(box(x, y - 18, wide, height + 13, kind === 'button' ? 'box here' : 'box'));
    }
    if (kind === 'switch') {
      drawn.push(
        box(x + width - 44, y - 11, 42, 22, 'on', 11),
        `<circle cx="${x + width - 13}" cy="${y}" r="8" class="knob"/>`,
      );
    }
    drawn.push(words.drawn, step(x + (isHeading ? 10 : 18), y, place + 1));
    y += height + 26;
  }
  return { drawn, below: y - 14 };
}
