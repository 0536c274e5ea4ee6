/** What the parts draw from: the chat, and how this element wants it shown. */
import { LOCALES, type Locale } from '@guichet/contract/locale';
import type { SiteTexts } from '@guichet/contract/site-settings';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Chat, createChat } from '../chat/chat.ts';
import type { TellChatNews } from '../chat/chat-news.ts';
import type { WishedLook } from '../launcher/dress-launcher.ts';
import { type Texts, textsIn } from '../text/texts.ts';

export type Mode = 'bubble' | 'inline' | 'page';

export interface View {
  element: HTMLElement;
  chat: Chat;
  mode: Mode;
  locale: ReadonlySignal<Locale>;
  texts: ReadonlySignal<Texts>;
  siteTexts: ReadonlySignal<SiteTexts>;
  look: ReadonlySignal<WishedLook>;
  launcherLabel: ReadonlySignal<string>;
  isOpen: ReadonlySignal<boolean>;
  /** Counts how often the element was moved: what the browser forgets of what it takes out has to be done again. */
  placed: Signal<number>;
  /** Whether the panel was opened by the visitor just now, so that the focus may follow. */
  takesFocus: Signal<boolean>;
  begin(): void;
  open(): void;
  close(): void;
  readAttributes(): void;
}

export interface ViewOptions {
  element: HTMLElement;
  server: string;
  site: string;
  mode: Mode;
  tell: TellChatNews;
}

export function createView({ element, server, site, mode, tell }: ViewOptions): View {
  const attributes = signal(attributesOf(element));
  const locale = computed(() => localeFor(attributes.value.locale));
  const texts = computed(() => textsIn(locale.value));
  const chat = createChat({ server, site, locale: () => locale.value, tell });
  const isOpen = signal(mode !== 'bubble');
  const takesFocus = signal(false);

  // A corner that changes under the visitor's finger is worse than a wrong one: the site's holds from the next page on.
  const keptLook = keptLookOf(chat.kept.get('look'));
  const look = computed<WishedLook>(() => {
    const { accent, theme, position } = attributes.value;
    const ofSite = chat.site.value?.look ?? keptLook;
    return {
      accent: accent ?? ofSite?.accent,
      theme: theme ?? ofSite?.theme,
      position: position ?? keptLook?.position,
    };
  });
  const siteTexts = computed<SiteTexts>(() => {
    const ofSite = chat.site.value?.texts[locale.value] ?? {};
    const { greeting } = attributes.value;
    return greeting ? { ...ofSite, greeting } : ofSite;
  });
  const launcherLabel = computed(() => {
    const { openChat, closeChat, unread } = texts.value;
    const count = chat.unread.value;
    if (isOpen.value) return closeChat;
    return count > 0 ? `${openChat} · ${unread({ count })}` : openChat;
  });

  // Reaching for the bubble is not yet using it: nothing is kept before the panel is open.
  effect(() => {
    const { value } = chat.site;
    if (mode === 'bubble' && isOpen.value && value) chat.kept.set('look', JSON.stringify(value.look));
  });

  function setOpen(open: boolean, byVisitor: boolean): void {
    if (mode !== 'bubble' || isOpen.value === open) return;
    takesFocus.value = byVisitor;
    isOpen.value = open;
    chat.kept.set('open', open ? '1' : '0');
    chat.setSeen(open);
    tell(open ? 'open' : 'close', {});
  }

  return {
    element,
    chat,
    mode,
    locale,
    texts,
    siteTexts,
    look,
    launcherLabel,
    isOpen,
    placed: signal(0),
    takesFocus,
    begin() {
      const wanted = element.getAttribute('open-on-load') ?? 'false';
      // Who closed it on this visit finds it closed on the next page too.
      const was = chat.kept.get('open') ?? (/^(false|off)$/.test(wanted) ? '0' : '1');
      if (was === '1') setOpen(true, false);
      if (mode !== 'bubble') chat.setSeen(true);
      const identity = element.getAttribute('identity');
      if (identity) chat.identify(identity, 'from the start');
      void chat.start();
    },
    open: () => setOpen(true, true),
    close: () => setOpen(false, true),
    readAttributes() {
      attributes.value = attributesOf(element);
    },
  };
}

function attributesOf(element: HTMLElement) {
  const read = (name: string) => element.getAttribute(name) || undefined;
  return {
    accent: read('accent'),
    theme: read('theme'),
    position: read('position'),
    locale: read('locale'),
    greeting: read('greeting'),
  };
}

/** What the element says, then the page's own language, then the browser's. */
function localeFor(wish: string | undefined): Locale {
  const wishes = [wish, document.documentElement.lang, ...(navigator.languages ?? [])];
  const languages = wishes.map((tag) => tag?.toLowerCase().split('-')[0]);
  return languages.map((language) => LOCALES.find((locale) => locale === language)).find(Boolean) ?? 'en';
}

function keptLookOf(text: string | undefined): WishedLook | undefined {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
