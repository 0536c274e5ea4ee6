'use client';
/**
 * For React 18 and later:
 *
 *     <GuichetChat server="https://chat.example.com" onMessageSent={({ text }) => …} />
 *
 * Renders on servers too: the bubble as nothing, a chat inside the page as its empty place.
 */
import {
  createElement,
  type ForwardedRef,
  forwardRef,
  type HTMLAttributes,
  type ReactElement,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { type GuichetHandlers, handlerName, hearAll } from './handlers.ts';
import { type MountedChat, mountChat } from './mount-chat.ts';
import type { GuichetAttributes } from './types.ts';

export interface GuichetChatProps extends GuichetAttributes, GuichetHandlers {
  /** Address of the Guichet server. */
  server: string;
  nonce?: string | undefined;
  /** Of the place of a chat inside the page. */
  className?: string | undefined;
  style?: HTMLAttributes<HTMLElement>['style'];
}

export type GuichetChatHandle = Pick<MountedChat, 'element' | 'call'>;

export const GuichetChat = forwardRef(function GuichetChat(
  props: GuichetChatProps,
  ref: ForwardedRef<GuichetChatHandle>,
): ReactElement | null {
  const { server, site, mode, frame, nonce, className, style } = props;
  const place = useRef<HTMLDivElement>(null);
  const chat = useRef<MountedChat>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const mounted = mountChat({
      ...attributesOf(latest.current),
      server,
      site,
      mode,
      frame,
      nonce,
      place: place.current ?? undefined,
    });
    chat.current = mounted;
    const stop = hearAll(mounted, (name, detail) => {
      const handler = latest.current[handlerName(name)] as ((told: unknown) => void) | undefined;
      handler?.(detail);
    });
    return () => {
      stop();
      mounted.remove();
      chat.current = undefined;
    };
  }, [server, site, mode, frame, nonce]);

  const attributes = attributesOf(props);
  useEffect(() => {
    chat.current?.update(attributes);
  }, Object.values(attributes));

  useImperativeHandle(
    ref,
    () => ({
      element: () => chat.current?.element(),
      call: (verb, ...args) => chat.current?.call(verb, ...args),
    }),
    [],
  );

  return mode === 'inline' || mode === 'page' ? createElement('div', { ref: place, className, style }) : null;
});

/** Those that can change while the chat stands. All of them, each time: a missing one has to be taken away. */
function attributesOf({
  position,
  theme,
  accent,
  locale,
  openOnLoad,
  greeting,
  greet,
  greetAfter,
  greetOn,
  identity,
  site,
  mode,
  frame,
}: GuichetAttributes) {
  return {
    site,
    mode,
    frame,
    position,
    theme,
    accent,
    locale,
    openOnLoad,
    greeting,
    greet,
    greetAfter,
    greetOn,
    identity,
  };
}
