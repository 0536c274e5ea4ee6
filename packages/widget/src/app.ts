/** The widget: makes `<guichet-chat>` known and `window.Guichet` real. Loaded by the loader, or by the page itself. */

import { installGuichetApi } from './element/guichet-api.ts';
import { GuichetChat } from './element/guichet-chat.ts';

installGuichetApi(() => {
  if (!customElements.get('guichet-chat')) customElements.define('guichet-chat', GuichetChat);
});
