import { MAX_SEARCH_CHARS, MAX_TITLE_CHARS } from '@guichet/contract/limits';
import type { ConversationSummary } from '@guichet/contract/visitor-api';
import type { View } from '../element/view.ts';
import { button, element, iconButton } from '../on-demand/elements.ts';
import type { PanelTexts } from '../text/texts.ts';
import { ownAgain } from './own-again.ts';

const PENCIL = 'M16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1 1-4Z';
const BIN = 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13';

/** Somebody who types is waited for. */
const SEARCH_AFTER_MS = 250;

interface EntriesOptions {
  view: View;
  texts: PanelTexts;
  say: (text: string) => void;
  leave: () => void;
}

export interface ConversationEntries {
  search: HTMLInputElement;
  list: HTMLUListElement;
  load(): Promise<void>;
  /** Says that none of them can be had any more. */
  gone(): void;
}

export function conversationEntries({ view, texts, say, leave }: EntriesOptions): ConversationEntries {
  const { chat } = view;
  const name = { 'aria-label': texts.search, placeholder: texts.search };
  const search = element('input', { type: 'search', ...name, maxlength: String(MAX_SEARCH_CHARS) });
  const list = element('ul', { 'aria-label': view.texts.value.conversations });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function load(): Promise<void> {
    const words = search.value.trim();
    const mine = ++asked;
    try {
      const path = `/conversations${words === '' ? '' : `?search=${encodeURIComponent(words)}`}`;
      const response = await ownAgain(chat, path);
      if (!response) return gone();
      const all = (await response.json()) as ConversationSummary[];
      // A slow answer to an earlier wish comes too late.
      if (mine !== asked) return;
      list.replaceChildren(...all.map(entry));
      say(
        words === ''
          ? all.length > 0
            ? ''
            : texts.none
          : all.length > 0
            ? view.counted.value(all.length, texts.found)
            : texts.noneFound,
      );
    } catch {
      if (mine === asked) say(texts.failed);
    }
  }

  function entry(conversation: ConversationSummary): HTMLLIElement {
    const { id, updatedAt } = conversation;
    const title = conversation.title || texts.untitled;
    const when = new Date(updatedAt).toLocaleString(view.locale.value, { dateStyle: 'medium', timeStyle: 'short' });
    const open = button(
      '',
      () => {
        chat.show(id);
        leave();
      },
      'entry',
    );
    open.append(element('bdi', {}, title), element('time', { datetime: updatedAt }, when));
    if (id === chat.state.value.id) open.setAttribute('aria-current', 'true');
    const row = element('li', {}, open);
    row.append(
      iconButton(`${texts.rename} · ${title}`, PENCIL, () => rename(row, id, conversation.title)),
      iconButton(`${texts.remove} · ${title}`, BIN, () => remove(row, id)),
    );
    return row;
  }

  function rename(row: HTMLLIElement, id: string, title: string): void {
    row.querySelector('.sure')?.remove();
    const field = element('input', { 'aria-label': texts.rename, maxlength: String(MAX_TITLE_CHARS), value: title });
    const save = element('button', { type: 'submit', class: 'again' }, texts.save);
    const form = element(
      'form',
      { class: 'sure' },
      field,
      save,
      button(texts.cancel, () => void load()),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field.value.trim() !== '')
        void done(ownAgain(chat, `/conversations/${id}`, { method: 'PATCH', body: { title: field.value } }));
    });
    row.append(form);
    field.select();
  }

  function remove(row: HTMLLIElement, id: string): void {
    row.querySelector('.sure')?.remove();
    const sure = button(
      texts.remove,
      () => {
        if (id === chat.state.value.id) chat.newConversation();
        void done(ownAgain(chat, `/conversations/${id}`, { method: 'DELETE' }));
      },
      'again danger',
    );
    // What the focus goes to says what is asked.
    const question = element('p', { id: 'sure' }, texts.removeSure);
    sure.setAttribute('aria-describedby', question.id);
    row.append(
      element(
        'div',
        { class: 'sure' },
        question,
        sure,
        button(texts.cancel, () => void load()),
      ),
    );
    sure.focus();
  }

  function gone(): void {
    list.replaceChildren();
    say(texts.gone);
  }

  async function done(work: Promise<Response | undefined>): Promise<void> {
    const response = await work.catch(() => 'failed');
    if (response) await load();
    else gone();
    if (response === 'failed') say(texts.failed);
    // What was pressed is gone.
    search.focus();
  }

  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), SEARCH_AFTER_MS);
  });
  return { search, list, load, gone };
}
