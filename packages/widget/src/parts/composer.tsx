import { MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../element/view.ts';
import { keyWarningFor } from '../key-warning/key-warning-for.ts';
import { sendOrWarn } from '../key-warning/send-or-warn.ts';
import { Slot } from '../slots/slot.tsx';
import { Icon } from './icon.tsx';

/** The count appears when this few characters are left. */
const COUNT_FROM = 200;

/** The second press of a double click must not stop what the first one began. */
const STOP_NOT_BEFORE_MS = 600;

/** What may be said about the field, by those that say it; some of it is there at a time. */
const ABOUT_FIELD = 'data-notice count editing page-context';

/** Stays open for writing while an answer is being written; only the button changes, from sending to stopping. */
export function Composer({ view }: { view: View }) {
  const { chat } = view;
  const texts = view.texts.value;
  const input = useRef<HTMLTextAreaElement>(null);
  const sentAt = useRef(0);
  const [isChecking, setChecking] = useState(false);
  const draft = chat.draft.value;
  const { run, messages } = chat.state.value;
  const isFirst = messages.length === 0;
  const left = (chat.site.value?.limits.messageChars ?? MAX_MESSAGE_CHARS) - draft.trim().length;
  const canSend = draft.trim() !== '' && left >= 0 && !run && !isChecking;

  useLayoutEffect(() => {
    if (input.current) fitHeight(input.current);
  }, [draft, view.isOpen.value]);

  const send = () => {
    if (draft.trim() === '' || left < 0 || isChecking || chat.isBusy()) return;
    sentAt.current = Date.now();
    setChecking(true);
    void sendOrWarn(view, draft, true).finally(() => setChecking(false));
  };
  const press = () => {
    input.current?.focus();
    if (!run) send();
    else if (Date.now() - sentAt.current > STOP_NOT_BEFORE_MS) chat.stop();
  };
  const placeholder = view.siteTexts.value.placeholder ?? texts.placeholder;
  const name = run ? texts.stop : texts.send;
  return (
    <form
      class="composer"
      part="composer"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <div class="warning" role="status" />
      {view.slots.aboveField.value.map((fill, at) => (
        <Slot key={at} view={view} fill={fill} name="note" />
      ))}
      <div class="field">
        <textarea
          class="input"
          rows={1}
          // An empty field has nothing to tell its direction by.
          dir={draft === '' ? texts.direction : 'auto'}
          enterkeyhint="send"
          aria-label={placeholder}
          aria-invalid={left < 0}
          aria-describedby={ABOUT_FIELD}
          placeholder={placeholder}
          value={draft}
          ref={input}
          onInput={(event) => {
            const { value } = event.currentTarget;
            chat.draft.value = value;
            // Before anybody presses Enter, if the network is quick.
            void keyWarningFor(value);
          }}
          onKeyDown={(event) => {
            // Enter also ends the writing of a word in Japanese or Chinese: then it is not ours.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            send();
          }}
        />
        {view.slots.composerTools.value.map((fill, at) => (
          <Slot key={at} view={view} fill={fill} name="composer-tool" />
        ))}
        <button
          type="submit"
          class="send"
          part="send"
          data-action={run ? 'stop' : 'send'}
          aria-label={name}
          title={name}
          aria-disabled={run ? run.stopping : !canSend}
        >
          {run ? <span class="stop-mark" /> : <Icon name="send" />}
        </button>
      </div>
      {isFirst && (
        <p class="data-notice" id="data-notice">
          {view.siteTexts.value.dataNotice ?? texts.dataNotice}
        </p>
      )}
      {left <= COUNT_FROM && (
        <p id="count" class={left < 0 ? 'count over' : 'count'}>
          {left < 0 ? view.counted.value(-left, texts.tooLong) : view.counted.value(left, texts.charactersLeft)}
        </p>
      )}
    </form>
  );
}

function fitHeight(input: HTMLTextAreaElement): void {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}
