/** The visitor's conversations and data, in the place of the conversation: find, name, delete, take along, erase. */
import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { button, element } from '../on-demand/elements.ts';
import { enPanels } from '../text/en-panels.ts';
import { conversationEntries } from './conversation-entries.ts';
import { CONVERSATIONS_STYLE } from './conversations-style.ts';
import { ownData } from './own-data.ts';

const dressed = new WeakSet<Node>();

export function drawConversations(place: HTMLElement, view: View): () => void {
  const root = place.getRootNode();
  if (root instanceof ShadowRoot && !dressed.has(root)) {
    dressed.add(root);
    adoptStyle(root, CONVERSATIONS_STYLE);
  }
  const texts = view.texts.value.panels ?? enPanels;
  const leave = () => {
    const panel = place.closest('.panel');
    view.slots.panelView.value = undefined;
    // The field is drawn again first.
    setTimeout(() => panel?.querySelector<HTMLElement>('.input')?.focus());
  };
  const said = element('p', { class: 'note', role: 'status' });
  const say = (text: string) => {
    said.textContent = text;
  };
  const entries = conversationEntries({ view, texts, say, leave });
  const head = element('h3', { tabindex: '-1', id: 'conversations' }, view.texts.value.conversations);
  const back = button(texts.back, leave);
  const box = element('div', { class: 'conversations', role: 'region', 'aria-labelledby': 'conversations' });
  box.append(element('div', { class: 'row' }, back), head, entries.search, said, entries.list);
  box.append(ownData({ view, texts, say, gone: entries.gone }));
  // Escape leaves the list first, and the chat only then.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  place.append(box);
  head.focus();
  void entries.load();
  return () => box.remove();
}
