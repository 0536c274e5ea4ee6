import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../element/view.ts';
import { EmptyLog } from './empty-log.tsx';
import { FailureNote } from './failure-note.tsx';
import { Message } from './message.tsx';
import { Suggestions } from './suggestions.tsx';
import { Tool } from './tool.tsx';

/** This close to the end counts as being at it. */
const AT_END_PX = 32;

/**
 * The conversation. It follows the growing answer only while the visitor is at its end; who has scrolled up to read is
 * left alone and gets a button. Screen readers hear of answers through the announcer, not from here.
 */
export function Log({ view }: { view: View }) {
  const { chat, texts } = view;
  const { messages } = chat.state.value;
  // What it draws moves the end.
  void view.slots.answer.value;
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const top = useRef(0);
  const [away, setAway] = useState(false);
  const questions = messages.filter((message) => message.role === 'user').length;

  const toEnd = () => {
    follows.current = true;
    setAway(false);
    if (log.current) {
      log.current.scrollTop = log.current.scrollHeight;
      top.current = log.current.scrollTop;
    }
  };
  const scrolled = () => {
    const { current } = log;
    if (!current || current.clientHeight === 0) return;
    const { scrollTop } = current;
    const isAtEnd = current.scrollHeight - scrollTop - current.clientHeight < AT_END_PX;
    // Told of late: more may have come below since it was at its end, and only who goes up leaves it.
    follows.current = isAtEnd || (follows.current && scrollTop >= top.current);
    top.current = scrollTop;
    setAway(!follows.current);
  };
  // A question of one's own is always looked at.
  useLayoutEffect(() => {
    toEnd();
    if (questions > 0) view.slots.fetchAnswer();
  }, [questions]);
  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else scrolled();
  });
  useLayoutEffect(() => {
    if (view.isOpen.value && follows.current) toEnd();
  }, [view.isOpen.value, view.placed.value]);

  const trouble = chat.trouble.value;
  return (
    <div class="log-frame">
      <div
        class="log"
        part="messages"
        role="log"
        aria-live="off"
        aria-label={texts.value.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        ref={log}
        onScroll={scrolled}
        // A picture has its size only now.
        onLoadCapture={() => follows.current && toEnd()}
      >
        <div class="column">
          {messages.length === 0 && !trouble && <EmptyLog view={view} />}
          {messages.map((message, at) => (
            <Message
              key={message.key}
              view={view}
              message={message}
              isLast={at >= messages.length - (message.role === 'user' ? 2 : 1)}
            />
          ))}
          {chat.waiting.value.map(({ key, text }) => (
            <article key={key} class="message message-user unsent" part="message-user" aria-label={texts.value.you}>
              <div class="text" dir="auto">
                {text}
              </div>
            </article>
          ))}
          {chat.state.value.run === undefined && <Suggestions view={view} questions={chat.followUps.value} />}
          {trouble && messages.length === 0 && (
            <FailureNote view={view} failure={{ ...trouble, retryable: true }} again={() => void chat.start()} />
          )}
          {chat.connection.value !== 'fine' && <p class="connection">{texts.value[chat.connection.value]}</p>}
        </div>
      </div>
      {away && <Tool look="latest" name={texts.value.latest} icon="down" onPress={toEnd} />}
    </div>
  );
}
