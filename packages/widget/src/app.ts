/** The widget: makes `<guichet-chat>` known and `window.Guichet` real. Loaded by the loader, or by the page itself. */

import { loadChunk } from './chunks/load-chunk.ts';
import { installGuichetApi } from './element/guichet-api.ts';
import { GuichetChat } from './element/guichet-chat.ts';
import { hearTyping } from './page/hear-typing.ts';
import { keepTyping } from './page/keep-typing.ts';
import { pageState } from './page/page-state.ts';

hearTyping();
pageState().keepTyping ??= keepTyping;
const outside = document.querySelector<HTMLMetaElement>('meta[name=guichet-from]');
if (outside) void loadChunk('framed').then((chunk) => chunk?.meetPage(outside));
installGuichetApi(() => {
  if (!customElements.get('guichet-chat')) customElements.define('guichet-chat', GuichetChat);
});
