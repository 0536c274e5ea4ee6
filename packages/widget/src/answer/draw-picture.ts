import type { MessageAttachment } from '@guichet/contract/chat-event';
import type { View } from '../element/view.ts';
import { element } from '../on-demand/elements.ts';
import { dressAnswers } from './dress-answers.ts';

/**
 * A picture of an answer. Its address wants the visitor's token, so its bytes are fetched and shown from memory; where
 * the page's policy or the network keeps them away, what it shows is said in words.
 */
export function drawPicture(place: HTMLElement, { chat, texts }: View, { url, alt }: MessageAttachment): () => void {
  dressAnswers(place);
  const figure = element(
    'figure',
    { class: 'picture', 'data-waiting': 'true' },
    element('span', { class: 'unseen' }, alt),
  );
  place.append(figure);
  let address: string | undefined;
  let gone = false;
  const away = () => {
    if (gone) return;
    const words = texts.value.pictureAway.replace('{alt}', () => alt);
    place.replaceChildren(element('p', { class: 'note' }, words));
  };
  chat.picture(url).then((bytes) => {
    if (gone) return;
    address = URL.createObjectURL(bytes);
    const picture = element('img', { src: address, alt });
    picture.addEventListener('error', away);
    figure.dataset.waiting = 'false';
    figure.replaceChildren(picture);
  }, away);
  return () => {
    gone = true;
    if (address) URL.revokeObjectURL(address);
  };
}
