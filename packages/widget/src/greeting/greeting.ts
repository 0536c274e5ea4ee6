/**
 * The greeting that shows itself: beside the bubble, or as the open panel. A file of its own, loaded only where the page’s
 * line has a rule for it, in the open chat as in the sealed one; so it knows neither the widget nor its texts.
 *
 * - `greet`: `beside` the bubble, or `open` the panel. On a phone, where the panel covers the page, it stands beside in any case
 * - `greet-after`: so many seconds after the page came. Default: 5
 * - `greet-on`: paths of pages, with commas between; `*` is anything. Default: every page
 * - `greeting`: the words. Default: the site’s, for which the site’s public settings are asked for
 */
import type { PublicSite } from '@guichet/contract/public-site';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { keptValues } from '../connection/kept-values.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { button, element, iconButton } from '../on-demand/elements.ts';
import { mediaQuery } from '../page/media-query.ts';
import { GREET_TEXTS } from '../text/greet-texts.ts';
import { wishedLocale } from '../text/wished-locale.ts';
import { GREETING_STYLE } from './greeting-style.ts';
import { matchesPage } from './matches-page.ts';

export interface GreetOptions {
  /** The `<guichet-chat>` that stands beside. */
  host: HTMLElement;
  root: ShadowRoot;
  server: string;
  site: string;
  open: (byVisitor: boolean) => void;
}

const DEFAULT_SECONDS = 5;

/** A region that comes with its words is not read out everywhere. */
const WORDS_AFTER_MS = 120;

/** Letters that are written from right to left: the words may be the site’s own. */
const FROM_RIGHT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const CROSS = 'M6 6l12 12M18 6 6 18';

/** Here the panel covers the whole page. */
const NARROW = '(max-width:480px),(max-height:480px)';

/** Waits until the rule says so, and greets once. @returns what ends it */
export function greet({ host, root, server, site, open }: GreetOptions): () => void {
  const kept = keptValues(server, site);
  // Who has used the chat knows it.
  const isKnown = (['greeted', 'open', 'conversation', 'visitor'] as const).some((name) => kept.get(name));
  if (isKnown) return () => {};
  const ended = new AbortController();
  const { signal } = ended;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let box: HTMLElement | undefined;

  function leave(): void {
    clearTimeout(timer);
    ended.abort();
    box?.remove();
  }

  /** Nothing is kept before something was shown. */
  const greeted = () => kept.set('greeted', '1');

  /** Again for each page of a site that changes its pages without loading them. */
  function arrive(): void {
    clearTimeout(timer);
    if (box || !matchesPage(host.getAttribute('greet-on'), location.pathname)) return;
    const seconds = Number.parseFloat(host.getAttribute('greet-after') ?? '');
    timer = setTimeout(() => void due(), (seconds >= 0 ? seconds : DEFAULT_SECONDS) * 1_000);
  }

  async function due(): Promise<void> {
    // Not to a page that nobody looks at.
    if (document.hidden) return document.addEventListener('visibilitychange', () => void due(), { signal, once: true });
    const isBeside = host.getAttribute('greet') !== 'open' || mediaQuery(NARROW)?.matches;
    if (!isBeside) {
      greeted();
      return open(false);
    }
    const locale = wishedLocale(Object.keys(GREET_TEXTS) as VisitorLocale[], host.getAttribute('locale') ?? undefined);
    const words = await wordsIn(locale);
    if (words !== undefined && !signal.aborted && !box) show(words, locale);
  }

  /** @returns undefined for a site that does not answer here: it is not greeted for */
  async function wordsIn(locale: VisitorLocale): Promise<string | undefined> {
    const own = host.getAttribute('greeting');
    if (own) return own;
    try {
      const response = await fetch(`${server}/v1/sites/${encodeURIComponent(site)}`, { credentials: 'omit', signal });
      const { texts }: PublicSite = await response.json();
      return texts[locale]?.greeting ?? GREET_TEXTS[locale].invitation;
    } catch {
      return undefined;
    }
  }

  function show(words: string, locale: VisitorLocale): void {
    adoptStyle(root, GREETING_STYLE);
    const launcher = root.querySelector<HTMLElement>('.launcher');
    const region = element('div', { role: 'status' });
    const close = iconButton(GREET_TEXTS[locale].close, CROSS, () => {
      launcher?.focus();
      leave();
    });
    box = element(
      'div',
      { class: `greet ${host.getAttribute('theme') ?? ''}`, lang: locale, dir: FROM_RIGHT.test(words) ? 'rtl' : 'ltr' },
      region,
      close,
    );
    box.classList.toggle('left', !!launcher?.classList.contains('left'));
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close.click();
    });
    root.append(box);
    greeted();
    setTimeout(() => region.append(button(words, () => open(true), 'words')), WORDS_AFTER_MS);
  }

  host.addEventListener(
    'guichet:open',
    () => {
      greeted();
      leave();
    },
    { signal },
  );
  addEventListener('popstate', arrive, { signal });
  // Browsers that do not know it notice the next page that is loaded.
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', arrive, { signal });
  arrive();
  return leave;
}
