import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { loadWidget } from './load-widget.ts';
import type { TryModel } from './try-model.ts';

/** The widget as visitors get it, in the place where it stands. */
export function TryChat({ model, label }: { model: TryModel; label: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const chat = document.createElement('guichet-chat');
    chat.setAttribute('server', window.location.origin);
    chat.setAttribute('site', 'default');
    chat.setAttribute('mode', 'inline');
    chat.setAttribute('locale', locale.peek());
    place.current?.append(chat);
    const stop = model.follow(chat);
    void loadWidget().then((isThere) => model.loaded(isThere));
    return () => {
      stop();
      chat.remove();
    };
  }, [model]);
  useEffect(() => {
    place.current?.querySelector('guichet-chat')?.setAttribute('locale', locale.value);
  }, [locale.value]);
  return <section ref={place} class="try-chat" aria-label={label} />;
}
