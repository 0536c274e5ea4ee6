import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ChatNews } from '../chat/chat-news.ts';
import type { GuichetApi } from '../element/guichet-api.ts';
import type { GuichetChat } from '../element/guichet-chat.ts';
import { ELEMENT_VERBS } from '../loader/verbs.ts';
import { EVENT_NAMES, type GuichetHandlers, handlerName } from './handlers.ts';
import type { Guichet, GuichetEvents, GuichetVerbs } from './types.ts';

/** From a frame to the page around it; no event. */
type Internal = 'launcher';

describe('the types of the package', () => {
  it('are those of the widget', () => {
    expectTypeOf<GuichetEvents>().toEqualTypeOf<Omit<ChatNews, Internal>>();
    expectTypeOf<Pick<GuichetChat, keyof GuichetVerbs>>().toEqualTypeOf<GuichetVerbs>();
    expectTypeOf<keyof GuichetApi>().toEqualTypeOf<keyof Guichet>();
    expect(ELEMENT_VERBS.split(' ').sort()).toEqual(
      Object.keys({
        open: 0,
        close: 0,
        toggle: 0,
        sendMessage: 0,
        setInput: 0,
        newConversation: 0,
        identify: 0,
        logout: 0,
        setContext: 0,
        setLocale: 0,
        setTheme: 0,
        destroy: 0,
        diagnose: 0,
      } satisfies Record<keyof GuichetVerbs, 0>).sort(),
    );
  });

  it('name a handler for each event', () => {
    expectTypeOf<(typeof EVENT_NAMES)[number]>().toEqualTypeOf<keyof GuichetEvents>();
    expect(EVENT_NAMES.map(handlerName)).toContain('onMessageSent' satisfies keyof GuichetHandlers);
    expect(handlerName('open')).toBe('onOpen');
  });
});
