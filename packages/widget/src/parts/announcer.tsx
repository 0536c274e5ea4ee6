/**
 * What screen readers hear. Not the stream of an answer, which would be stammering: that a question went out, that the
 * answer takes a while, and then the answer itself if it is short, else that it is there. With `announce="sentences"` its
 * sentences while they come, with `announce="off"` nothing of it. Never moves the focus.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { runningActivity, type ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { failureText } from '../text/texts.ts';
import { aiNotice } from './ai-notice.tsx';
import { finishedSentences } from './finished-sentences.ts';

/** An answer up to this long is read out whole. */
const READ_OUT_CHARS = 280;

/** No faster than one can listen. */
const SENTENCES_EVERY_MS = 2_500;

/** A silence that begins to worry. */
const QUIET_MS = 4_000;

/** What is being done is said when it lasts, and never faster than one can listen. */
const DOING_LASTS_MS = 1_500;

export function Announcer({ view }: { view: View }) {
  const [polite, setPolite] = useState('');
  const [alarm, setAlarm] = useState('');
  const { state, connection } = view.chat;
  const { messages, run } = state.value;
  const isRunning = run !== undefined;
  /** Only then it is said to be sent. */
  const taken = run?.runId;
  const answer = messages.at(-1);
  const how = view.element.getAttribute('announce');
  const isTold = how !== 'off';
  const heard = useRef(0);

  const link = connection.value;
  useEffect(() => {
    if (link !== 'fine') setPolite(view.texts.value[link]);
  }, [link]);

  useEffect(() => {
    const ended = () => {
      const last = state.value.messages.at(-1);
      if (!last) return;
      const failure = failureOf(last, view);
      setAlarm(failure ?? '');
      setPolite(
        failure || !isTold ? '' : how === 'sentences' ? asDrawn(view, '').slice(heard.current) : endOf(last, view),
      );
    };
    return isRunning ? ended : undefined;
  }, [isRunning]);

  useEffect(() => {
    heard.current = 0;
    if (!taken) return;
    setAlarm('');
    const { announceSent } = view.texts.value;
    setPolite(messages.length > 2 ? announceSent : `${announceSent} ${aiNotice(view)}`);
    if (!isTold) return;
    const say = () => {
      const next = finishedSentences(asDrawn(view, ''), heard.current);
      heard.current += next.length;
      if (next.trim() !== '') setPolite(next);
    };
    const timer =
      how === 'sentences'
        ? setInterval(say, SENTENCES_EVERY_MS)
        : setTimeout(() => setPolite(view.texts.value.announceWriting), QUIET_MS);
    return () => clearInterval(timer);
  }, [taken]);

  const doing = isRunning && answer ? runningActivity(answer) : undefined;
  useEffect(() => {
    if (!doing || !isTold) return;
    const timer = setTimeout(() => setPolite(doing), DOING_LASTS_MS);
    return () => clearTimeout(timer);
  }, [doing]);

  return (
    <>
      <div class="unseen" role="status">
        {polite || null}
      </div>
      <div class="unseen" role="alert">
        {alarm || null}
      </div>
    </>
  );
}

function failureOf(answer: ShownMessage, view: View): string | undefined {
  if (answer.failure) return failureText(answer.failure, view.texts.value);
  return answer.status === 'interrupted' ? view.texts.value.interrupted : undefined;
}

function endOf(answer: ShownMessage, view: View): string {
  const texts = view.texts.value;
  if (answer.status === 'stopped') return texts.announceStopped;
  return answer.text.length <= READ_OUT_CHARS ? asDrawn(view, answer.text) : texts.announceReady;
}

/** Without the marks of Markdown, where it is drawn without them. */
function asDrawn({ element }: View, text: string): string {
  const answer = [...(element.shadowRoot?.querySelectorAll('.message-assistant') ?? [])].at(-1);
  const texts = [...(answer?.querySelectorAll<HTMLElement>('.text') ?? [])].map(({ innerText }) => innerText);
  return texts.join('\n') || text;
}
