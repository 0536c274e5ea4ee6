import type { ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import { readAloud, speakerOf } from './speaking.ts';
import { voiceTextsOf } from './voice-texts.ts';

const LOUDSPEAKER = 'M11 5 6.500 9H3v6h3.500L11 19ZM15 9a4 4 0 0 1 0 6M17.500 6.500a8 8 0 0 1 0 11';

/** Beside the other tools of an answer; none where nobody can speak. @returns what takes it away again */
export function drawReadButton(place: HTMLElement, view: View, message: ShownMessage): () => void {
  const speaker = speakerOf(view);
  if (!speaker) return () => {};
  let stop: AbortController | undefined;
  const said = element('p', { class: 'thanks', role: 'status' });
  const read = iconButton('', LOUDSPEAKER, () => void press());

  function show(): void {
    const texts = voiceTextsOf(view.texts.value);
    read.ariaLabel = read.title = stop ? texts.stopReading : texts.read;
    read.setAttribute('aria-pressed', String(stop !== undefined));
  }

  async function press(): Promise<void> {
    said.remove();
    if (stop) {
      stop.abort();
      return;
    }
    const mine = new AbortController();
    stop = mine;
    show();
    try {
      await readAloud(view, message, speaker ?? 'browser', mine);
    } catch {
      place.append(said);
      said.textContent = voiceTextsOf(view.texts.value).unread;
    }
    if (stop === mine) stop = undefined;
    show();
  }

  const stopNaming = view.texts.subscribe(show);
  const stopWatching = view.isOpen.subscribe((isOpen) => {
    if (!isOpen) stop?.abort();
  });
  place.append(read);
  return () => {
    stop?.abort();
    stopNaming();
    stopWatching();
  };
}
