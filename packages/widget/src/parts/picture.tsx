import type { MessageAttachment } from '@guichet/contract/chat-event';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../element/view.ts';

/**
 * A picture of an answer. Its address wants the visitor's token, so its bytes are fetched and shown from memory; where
 * the page's policy or the network keeps them away, what it shows is said in words.
 */
export function Picture({ view, attachment }: { view: View; attachment: MessageAttachment }) {
  const { url, alt } = attachment;
  const [shown, setShown] = useState<string>();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let address: string | undefined;
    let gone = false;
    view.chat.picture(url).then(
      (bytes) => {
        if (gone) return;
        address = URL.createObjectURL(bytes);
        setShown(address);
      },
      () => setAway(true),
    );
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [url]);
  if (isAway) return <p class="note">{view.texts.value.pictureAway.replace('{alt}', () => alt)}</p>;
  return (
    <figure class="picture" data-waiting={shown === undefined}>
      {shown === undefined ? (
        <span class="unseen">{alt}</span>
      ) : (
        <img src={shown} alt={alt} onError={() => setAway(true)} />
      )}
    </figure>
  );
}
