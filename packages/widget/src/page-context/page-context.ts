/** What the page says of itself, as a line above the field that the visitor can remove. What is not shown is not sent. */
import { cleanPageContext, type PageContext } from '@guichet/contract/clean-page-context';
import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import type { Fill } from '../slots/slots.ts';
import { enPanels } from '../text/en-panels.ts';
import { PAGE_CONTEXT_STYLE } from './page-context-style.ts';

const CROSS = 'M6 6l12 12M18 6L6 18';

const dressed = new WeakSet<Node>();

/** What was shown last in a view: a page that says the same again does not undo the visitor's removal. */
const last = new WeakMap<View, string>();

/** What is shown now. */
const lines = new WeakMap<View, Fill>();

/** @param given as the page said it; through the frame of a sealed chat, as JSON */
export function showContext(view: View, given: unknown): void {
  const context = cleanPageContext(typeof given === 'string' ? parsed(given) : given);
  const said = JSON.stringify(context) ?? '';
  if (last.get(view) === said) return;
  last.set(view, said);
  set(view, context);
}

function set(view: View, context: PageContext | undefined): void {
  const { chat, slots } = view;
  const others = slots.aboveField.peek().filter((fill) => fill !== lines.get(view));
  const line = context && lineOf(context);
  if (line) lines.set(view, line);
  chat.context.value = context;
  slots.aboveField.value = line ? [...others, line] : others;
}

function lineOf(context: PageContext): Fill {
  const { title, url, text } = context;
  return (place, view) => {
    dress(place.getRootNode());
    const draw = () => {
      const words = view.texts.value.panels ?? enPanels;
      const shown = [title ?? url, text && words.quoted.replace('{text}', () => text)].filter(Boolean).join(' · ');
      const line = element('span', {
        id: 'page-context',
        dir: 'auto',
        title: [title, url, text].filter(Boolean).join('\n'),
      });
      line.append(words.aboutPage.replace('{page}', () => shown));
      const remove = iconButton(words.leavePageOut, CROSS, () => {
        const field = place.closest('form')?.querySelector('textarea');
        set(view, undefined);
        field?.focus();
      });
      place.replaceChildren(element('p', { class: 'page-context' }, line, remove));
    };
    return view.texts.subscribe(draw);
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function dress(root: Node): void {
  if (!dressed.has(root)) adoptStyle(root as ShadowRoot, PAGE_CONTEXT_STYLE);
  dressed.add(root);
}
