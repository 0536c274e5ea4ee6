/** The sealed wall's part in the page. Loaded by the loader in the widget's place, or by the widget for an element of its own. */
import { installGuichetApi } from './element/guichet-api.ts';
import { SealedChat } from './sealed/sealed-chat.ts';

export { seal } from './sealed/seal.ts';

if (!customElements.get('guichet-chat')) installGuichetApi(() => customElements.define('guichet-chat', SealedChat));
