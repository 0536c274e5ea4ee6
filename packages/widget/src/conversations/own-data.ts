import type { View } from '../element/view.ts';
import { button, element } from '../on-demand/elements.ts';
import type { PanelTexts } from '../text/texts.ts';
import { ownAgain } from './own-again.ts';

interface OwnDataOptions {
  view: View;
  texts: PanelTexts;
  say: (text: string) => void;
  /** Nothing of this visitor's can be had any more. */
  gone: () => void;
}

/** Everything that is kept about the visitor: to take along, and to erase. */
export function ownData({ view, texts, say, gone }: OwnDataOptions): HTMLElement {
  const { chat } = view;
  const tools = element('div', { class: 'row' });

  async function download(): Promise<void> {
    try {
      const response = await ownAgain(chat, '/visitors/me/export');
      if (!response) return gone();
      const file = await response.blob();
      const address = URL.createObjectURL(file);
      element('a', { href: address, download: 'conversations.json' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch {
      say(texts.failed);
    }
  }

  async function erase(): Promise<void> {
    try {
      if (!(await ownAgain(chat, '/visitors/me', { method: 'DELETE' }))) return gone();
    } catch {
      return say(texts.failed);
    }
    chat.logout();
    view.slots.panelView.value = undefined;
    view.element.shadowRoot?.querySelector<HTMLElement>('.name')?.focus();
  }

  function askFirst(): void {
    const sure = button(texts.eraseNow, () => void erase(), 'again danger');
    const back = button(texts.cancel, () => {
      show();
      tools.querySelector<HTMLElement>('.danger')?.focus();
    });
    // What the focus goes to says what is about to happen.
    back.setAttribute('aria-describedby', 'erase-sure');
    tools.replaceChildren(element('p', { class: 'note', id: 'erase-sure' }, texts.eraseSure), sure, back);
    back.focus();
  }

  function show(): void {
    tools.replaceChildren(
      button(texts.download, () => void download()),
      button(texts.erase, askFirst, 'again danger'),
    );
  }

  show();
  return element('section', { 'aria-label': texts.yourData }, element('h3', {}, texts.yourData), tools);
}
