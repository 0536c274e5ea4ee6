/** What can be done about a message: copy an answer, rate it, have it written again, ask the last question in other words. */

import { dressAnswers } from '../answer/dress-answers.ts';
import type { ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { iconButton } from '../on-demand/elements.ts';
import { enPanels } from '../text/en-panels.ts';
import { copyButton } from './copy-button.ts';
import { editingNote } from './editing-note.ts';
import { ratingTools } from './rating-tools.ts';

const PENCIL = 'M16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1 1-4Z';
const ROUND = 'M20 12a8 8 0 1 1-2.4-5.7L20 8.5M20 4v4.5h-4.5';

export function drawMessageTools(place: HTMLElement, view: View, message: ShownMessage, isLast: boolean): () => void {
  dressAnswers(place);
  const texts = view.texts.value.panels ?? enPanels;
  const { chat } = view;
  const toField = () => place.closest('.panel')?.querySelector<HTMLElement>('.input')?.focus();
  if (message.role === 'user') {
    place.append(
      iconButton(texts.edit, PENCIL, () => {
        chat.edit();
        const { aboveField } = view.slots;
        if (chat.editing.value) aboveField.value = [...new Set([...aboveField.peek(), editingNote])];
        // Once the question is in it, and the note above it: then both are read out.
        setTimeout(toField);
      }),
    );
  } else {
    place.append(...copyButton(view, message.text), ...ratingTools(view, message, texts));
    if (isLast) {
      place.append(
        iconButton(texts.again, ROUND, () => {
          toField();
          chat.askAgain();
        }),
      );
    }
  }
  let isGone = false;
  let leaveReading = () => {};
  if (message.role === 'assistant' && chat.site.value?.features.voice) {
    void view.slots.loadChunk('voice').then((chunk) => {
      if (chunk && !isGone) leaveReading = chunk.drawReadButton(place, view, message);
    });
  }
  return () => {
    isGone = true;
    leaveReading();
    place.replaceChildren();
  };
}
