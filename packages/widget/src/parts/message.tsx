import type { AnswerSource, MessageAttachment } from '@guichet/contract/chat-event';
import { AI_WRITTEN } from '@guichet/contract/digital-source-type';
import { useMemo } from 'preact/hooks';
import { type AnswerBlock, blocksOf } from '../conversation/answer-blocks.ts';
import { runningActivity, type ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { PartSlot, Slot } from '../slots/slot.tsx';
import { DoneActivities, RunningLine } from './activities.tsx';
import { AgainButton, FailureNote, Reference } from './failure-note.tsx';
import { renderText } from './render-text.tsx';

interface MessageProps {
  view: View;
  message: ShownMessage;
  isLast: boolean;
}

/** Drawn again only when it changed: a growing answer leaves the ones above it alone. */
export function Message({ view, message, isLast }: MessageProps) {
  const locale = view.locale.value;
  return useMemo(
    () =>
      message.role === 'user' ? <Question {...{ view, message, isLast }} /> : <Answer {...{ view, message, isLast }} />,
    [message, isLast, locale],
  );
}

function Question({ view, message, isLast }: MessageProps) {
  return (
    <article class="message message-user" part="message-user" aria-label={view.texts.value.you}>
      <div class="text" dir="auto">
        {message.text}
      </div>
      {message.files && <p class="note">{message.files.map(({ name }) => name).join(' · ')}</p>}
      {isLast && <MessageTools {...{ view, message, isLast }} />}
    </article>
  );
}

function Answer({ view, message, isLast }: MessageProps) {
  const texts = view.texts.value;
  const { status, text } = message;
  const again = isLast ? () => view.chat.askAgain() : undefined;
  const isWaiting = status === 'streaming' && text === '';
  return (
    <article
      class="message message-assistant"
      part="message-assistant"
      data-status={status}
      data-digital-source-type={AI_WRITTEN}
      aria-label={texts.assistant}
      tabIndex={-1}
    >
      {isWaiting && <Waiting view={view} message={message} />}
      {blocksOf(message).map((block) => (
        <Block key={block.id} view={view} block={block} isFinal={status !== 'streaming'} />
      ))}
      {text !== '' && <RunningLine message={message} />}
      {status !== 'streaming' && message.sources.length > 0 && <Sources view={view} sources={message.sources} />}
      {message.failure && <FailureNote view={view} failure={message.failure} again={again} />}
      {status === 'stopped' && <p class="note">{texts.stopped}</p>}
      {status === 'length' && <p class="note">{texts.length}</p>}
      {status === 'interrupted' && (
        <>
          <p class="note">{texts.interrupted}</p>
          <Reference view={view} text={message.reference} />
          {again && <AgainButton view={view} onPress={again} />}
        </>
      )}
      {status !== 'streaming' && text !== '' && (
        <div class="tools">
          <MessageTools {...{ view, message, isLast }} />
        </div>
      )}
    </article>
  );
}

function Block({ view, block, isFinal }: { view: View; block: AnswerBlock; isFinal: boolean }) {
  switch (block.type) {
    case 'text':
      return (
        <div class="text" dir="auto">
          <PartSlot view={view} part={{ kind: 'text', text: block.text, isWhole: !block.grows, isFinal }}>
            {renderText(block.text)}
            {block.grows && <span class="caret" />}
          </PartSlot>
        </div>
      );
    case 'attachment':
      return <Attachment view={view} attachment={block.attachment} />;
    case 'activities':
      return <DoneActivities view={view} activities={block.activities} />;
  }
}

/** A caret where the text will be, and what is being done; after some seconds, at least that something is. */
function Waiting({ view, message }: Omit<MessageProps, 'isLast'>) {
  const texts = view.texts.value;
  const doing = runningActivity(message) ?? (message.reasoning === '' ? undefined : texts.thinking);
  return (
    <p class="waiting">
      <span class="caret" />
      <span class={doing ? 'activity' : 'activity late'}>{doing ?? texts.stillWorking}</span>
    </p>
  );
}

/** Without the chunk that draws them as links, as text: each with its address. */
function Sources({ view, sources }: { view: View; sources: readonly AnswerSource[] }) {
  const chunk = view.slots.answer.value;
  const { sources: heading } = view.texts.value;
  if (chunk === 'away') {
    const lines = sources.map(({ id, title, url }) => `${title || id} ${url ?? ''}`);
    return <p class="note text">{renderText([heading, ...lines].join('\n'))}</p>;
  }
  return chunk ? (
    <Slot
      {...{ view, on: [sources, heading] }}
      fill={(place) => chunk.drawSources(place, view, sources)}
      name="below"
    />
  ) : null;
}

/** Without the chunk that fetches it, what it shows is said in words. */
function Attachment({ view, attachment }: { view: View; attachment: MessageAttachment }) {
  const chunk = view.slots.answer.value;
  const { pictureAway } = view.texts.value;
  if (chunk === 'away') return <p class="note">{pictureAway.replace('{alt}', () => attachment.alt)}</p>;
  return chunk ? (
    <Slot
      {...{ view, on: [attachment.url, pictureAway] }}
      fill={(place) => chunk.drawPicture(place, view, attachment)}
      name="attachment"
    />
  ) : null;
}

/** What can be done about a message; until the chunk has come there is nothing to do. */
function MessageTools({ view, message, isLast }: MessageProps) {
  const chunk = view.slots.answer.value;
  const locale = view.locale.value;
  return chunk && chunk !== 'away' && message.id ? (
    <Slot
      {...{ view, on: [message.id, message.status, isLast, locale] }}
      fill={(place) => chunk.drawMessageTools(place, view, message, isLast)}
      name="message-tools"
    />
  ) : null;
}
