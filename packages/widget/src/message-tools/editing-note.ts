import type { View } from '../element/view.ts';
import { button, element } from '../on-demand/elements.ts';
import { restFocus } from '../parts/rest-focus.ts';
import { enPanels } from '../text/en-panels.ts';

/** A line above the field while the last question is in it, with the way out. It goes by itself when that is over. */
export function editingNote(place: HTMLElement, { chat, texts, slots }: View): () => void {
  const draw = () => {
    const { editing, cancel } = texts.peek().panels ?? enPanels;
    const leave = button(cancel, () => {
      restFocus(place);
      chat.editing.value = false;
      chat.draft.value = '';
    });
    place.replaceChildren(
      element('p', { class: 'note editing' }, element('span', { id: 'editing' }, editing), ' ', leave),
    );
  };
  const leaveTexts = texts.subscribe(draw);
  const leaveEditing = chat.editing.subscribe((isEditing) => {
    if (!isEditing) slots.aboveField.value = slots.aboveField.peek().filter((fill) => fill !== editingNote);
  });
  return () => {
    leaveTexts();
    leaveEditing();
  };
}
