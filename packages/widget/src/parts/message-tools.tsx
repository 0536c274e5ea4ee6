import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';

interface MessageToolsProps {
  view: View;
  message: ShownMessage;
  isLast: boolean;
}

/** What can be done about a message; comes on demand, and until then there is nothing to do. */
export function MessageTools({ view, message, isLast }: MessageToolsProps) {
  const place = useRef<HTMLDivElement>(null);
  const draw = view.slots.messageTools();
  const locale = view.locale.value;
  useLayoutEffect(() => {
    if (!draw || !place.current || !message.id) return;
    return draw(place.current, view, message, isLast);
  }, [draw, message.id, message.status, isLast, locale]);
  return <div class="message-tools" ref={place} />;
}
