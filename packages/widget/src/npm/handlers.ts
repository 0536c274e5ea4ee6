import type { MountedChat } from './mount-chat.ts';
import type { GuichetEventName, GuichetEvents } from './types.ts';

export const EVENT_NAMES = [
  'ready',
  'open',
  'close',
  'message-sent',
  'message-received',
  'response-start',
  'response-end',
  'unread',
  'feedback',
  'error',
] as const satisfies readonly GuichetEventName[];

/** `message-sent` is heard by `onMessageSent`. */
type HandlerName<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${HandlerName<Rest>}`
  : Capitalize<Name>;

export type GuichetHandlers = {
  [Name in GuichetEventName as `on${HandlerName<Name>}`]?: ((detail: GuichetEvents[Name]) => void) | undefined;
};

/** Hears everything and passes it on to whoever is meant at that moment. @returns what ends it */
export function hearAll(
  chat: MountedChat,
  tell: <Name extends GuichetEventName>(name: Name, detail: GuichetEvents[Name]) => void,
): () => void {
  const hear = <Name extends GuichetEventName>(name: Name) => chat.on(name, (detail) => tell(name, detail));
  const ends = EVENT_NAMES.map((name) => hear(name));
  return () => {
    for (const end of ends) end();
  };
}

export function handlerName<Name extends GuichetEventName>(name: Name): keyof GuichetHandlers {
  return `on-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof GuichetHandlers;
}
