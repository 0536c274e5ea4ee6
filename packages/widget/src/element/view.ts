/** What the parts draw from: the chat, and how this element wants it shown. */
import type { PublicSite, SiteTexts } from '@guichet/contract/public-site';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Chat, createChat } from '../chat/chat.ts';
import type { TellChatNews } from '../chat/chat-news.ts';
import type { ChunkName } from '../chunks/chunk-list.ts';
import { loadChunk } from '../chunks/load-chunk.ts';
import type { WishedLook } from '../launcher/dress-launcher.ts';
import { isOn } from '../loader/is-on.ts';
import { createSlots, type Slots } from '../slots/slots.ts';
import { loadTexts, OUR_LOCALES } from '../text/load-texts.ts';
import type { SpokenLanguage } from '../text/spoken-language.ts';
import { spokenLanguage } from '../text/spoken-language.ts';
import { wishedLocale } from '../text/wished-locale.ts';

/** `framed`: the panel of a bubble that is outside, in the page around the frame. */
export type Mode = 'bubble' | 'inline' | 'page' | 'framed';

export interface View extends Pick<SpokenLanguage, 'locale' | 'texts' | 'counted' | 'isSettled'> {
  element: HTMLElement;
  chat: Chat;
  mode: Mode;
  siteTexts: ReadonlySignal<SiteTexts>;
  look: ReadonlySignal<WishedLook>;
  launcherLabel: ReadonlySignal<string>;
  isOpen: ReadonlySignal<boolean>;
  /** Elsewhere it is a part of the page, and always there. */
  canClose: boolean;
  /** What chunks fill. */
  slots: Slots;
  /** Counts how often the element was moved: what the browser forgets of what it takes out has to be done again. */
  placed: Signal<number>;
  /** Whether the panel was opened by the visitor just now, so that the focus may follow. */
  takesFocus: Signal<boolean>;
  begin(): void;
  /** @param byVisitor the focus follows. Default: it does */
  open(byVisitor?: boolean): void;
  close(): void;
  readAttributes(): void;
  leave(): void;
}

/**
 * What a site may switch on, and the chunk that brings it by its `offer`, once the panel is open. Nothing of it is loaded
 * for other sites.
 */
const OFFERS = [
  ['attachments', 'files'],
  ['introduction', 'introduction'],
  ['voice', 'voice'],
] as const satisfies [keyof PublicSite['features'], ChunkName][];

export interface ViewOptions {
  element: HTMLElement;
  server: string;
  site: string;
  mode: Mode;
  tell: TellChatNews;
}

export function createView({ element, server, site, mode, tell }: ViewOptions): View {
  const attributes = signal(attributesOf(element));
  const wished = computed(() => wishedLocale(OUR_LOCALES, attributes.value.locale));
  const { leave: leaveLanguage, ...language } = spokenLanguage(wished, loadTexts);
  const { locale, texts, counted } = language;
  // The server knows every language by itself, also one whose chunk did not come.
  const chat = createChat({ server, site, locale: () => wished.value, tell });
  const slots = createSlots(loadChunk);
  const canClose = mode === 'bubble' || mode === 'framed';
  const isOpen = signal(!canClose);
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
    return count > 0 ? `${openChat} · ${counted.value(count, unread)}` : openChat;
  });

  let isStarted = false;
  const start = () => {
    if (!isStarted) void chat.start();
    isStarted = true;
  };

  function setOpen(open: boolean, byVisitor: boolean): void {
    if (!canClose || isOpen.value === open) return;
    takesFocus.value = byVisitor;
    isOpen.value = open;
    if (open) start();
    chat.kept.set('open', open ? '1' : '0');
    chat.setSeen(open);
    tell(open ? 'open' : 'close', {});
  }

  const view: View = {
    element,
    chat,
    mode,
    ...language,
    slots,
    siteTexts,
    look,
    launcherLabel,
    isOpen,
    canClose,
    placed: signal(0),
    takesFocus,
    begin() {
      const wanted = isOn(element.getAttribute('open-on-load'));
      // Who closed it on this visit finds it closed on the next page too. In a frame, the page outside knows.
      const was = mode === 'framed' ? undefined : chat.kept.get('open');
      if (was === undefined ? wanted : was === '1') setOpen(true, false);
      if (!canClose) chat.setSeen(true);
      const identity = element.getAttribute('identity');
      if (identity) chat.identify(identity, 'from the start');
      if (!canClose) start();
      else if (!isStarted && chat.kept.get('running')) void chat.readOn();
    },
    open: (byVisitor = true) => setOpen(true, byVisitor),
    close: () => setOpen(false, true),
    readAttributes() {
      attributes.value = attributesOf(element);
    },
    leave() {
      leaveLanguage();
      chat.leave();
    },
  };

  // Reaching for the bubble is not yet using it: nothing is kept or asked for before the panel is open.
  effect(() => {
    const { value } = chat.site;
    if (!isOpen.value || !value) return;
    if (canClose) chat.kept.set('look', JSON.stringify(value.look));
    for (const [feature, chunk] of OFFERS)
      if (value.features[feature]) void slots.loadChunk(chunk).then((loaded) => loaded?.offer(view));
  });
  return view;
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

function keptLookOf(text: string | undefined): WishedLook | undefined {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
