/**
 * What all of Guichet's scripts on one page know together: the line may run again and again (put in twice, evaluated anew
 * by whatever exchanges the body), from other versions or servers too.
 */
export interface PageState {
  /** The chats that loaders have put in, by server and site. */
  chats: Map<string, PlacedChat>;
  /** Hears what is typed on the page. The very same function for every script: a browser registers it once. */
  hear: (event: Event) => void;
  /** The widget's own, once it is there: nobody types into a chat before. */
  keepTyping?: (event: Event) => void;
}

export interface PlacedChat {
  host: HTMLElement;
  /** The attributes of the line it was made from. */
  line: string;
  /** Puts it back into the page. @returns false for one that the page has made deaf */
  place(): boolean;
}

const NAME = Symbol.for('guichet');

export function pageState(): PageState {
  const page = window as unknown as { [NAME]?: PageState };
  page[NAME] ??= { chats: new Map(), hear: (event) => page[NAME]?.keepTyping?.(event) };
  return page[NAME];
}
