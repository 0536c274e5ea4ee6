/** The panel's side of the sealed wall, on Guichet's own page in a frame: a chat that the page outside opens and closes. */

import type { ChatNewsName } from './chat/chat-news.ts';
import type { GuichetChat } from './element/guichet-chat.ts';
import {
  isGreeting,
  isPropertyValue,
  KNOWN_OUTSIDE,
  type ToPanel,
  toPageFrom,
  toPanelFrom,
} from './sealed/messages.ts';

/** Says hello to the page that the server let frame this one, and takes the first port that it answers with. */
export function meetPage(place: HTMLMetaElement): void {
  const { content: from } = place;
  const nonce = location.hash.slice(1);
  const hear = ({ source, origin, data, ports: [port] }: MessageEvent) => {
    if (source !== parent || origin !== from || !port || !isGreeting(data, 'port', nonce)) return;
    removeEventListener('message', hear);
    serve(port, place.dataset.site ?? '');
  };
  addEventListener('message', hear);
  parent.postMessage({ guichet: 'hello', nonce }, from);
}

function serve(port: MessagePort, site: string): void {
  const chat = document.createElement('guichet-chat') as GuichetChat;
  chat.setAttribute('mode', 'page');
  chat.setAttribute('site', site);
  for (const news of Object.keys(KNOWN_OUTSIDE) as ChatNewsName[])
    chat.addEventListener(`guichet:${news}`, (event) => {
      const said = toPageFrom({ news, detail: (event as CustomEvent).detail });
      if (said) port.postMessage(said);
    });
  port.onmessage = ({ data }) => {
    const asked = toPanelFrom(data);
    if (asked) answer(chat, asked);
  };
}

function answer(chat: GuichetChat, asked: ToPanel): void {
  if ('verb' in asked) {
    const { verb, args } = asked;
    (chat[verb] as (...given: unknown[]) => void)(...args);
    return;
  }
  for (const [name, text] of Object.entries(asked.attributes)) {
    if (name.startsWith('--')) chat.style.setProperty(name, text && isPropertyValue(name, text) ? text : null);
    else if (text === null) chat.removeAttribute(name);
    else chat.setAttribute(name, text);
  }
  // The first ones come before everything else.
  if (!chat.isConnected) {
    document.body.append(chat);
  }
}
