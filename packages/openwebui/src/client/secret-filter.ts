/** Takes our own credential out of a text that comes piece by piece, however it is cut. */

export interface SecretFilter {
  feed(text: string): void;
  /** Nothing more comes: what was held back is told. */
  end(): void;
}

const IN_ITS_PLACE = '[credential]';
/** Held back from here on; what a visitor may see of it before is less than what any key begins with. In characters. */
const HELD_FROM = 6;

export function createSecretFilter(credential: string, tell: (text: string) => void): SecretFilter {
  if (credential.length < HELD_FROM) return { feed: tell, end: () => undefined };
  const head = credential.slice(0, HELD_FROM);
  /** The last few characters that were told, in case a credential begins in them. */
  let told = '';
  let held = '';

  function say(text: string): void {
    if (text === '') return;
    told = (told + text).slice(-(HELD_FROM - 1));
    tell(text);
  }

  return {
    feed(piece) {
      let text = held + piece;
      held = '';
      for (;;) {
        const all = told + text;
        const at = all.indexOf(head);
        if (at === -1) return say(text);
        const isWhole = all.startsWith(credential, at);
        if (!isWhole && credential.startsWith(all.slice(at))) {
          const free = Math.max(0, at - told.length);
          held = text.slice(free);
          return say(text.slice(0, free));
        }
        // Up to here nothing more can be it; or it is, and is left out.
        const past = at + (isWhole ? credential.length : HELD_FROM);
        const before = isWhole
          ? text.slice(0, Math.max(0, at - told.length)) + IN_ITS_PLACE
          : text.slice(0, past - told.length);
        text = text.slice(past - told.length);
        say(before);
        if (isWhole) told = '';
      }
    },
    end() {
      const rest = held;
      held = '';
      say(rest);
    },
  };
}
