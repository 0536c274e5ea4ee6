/** A chunk: speaking a question and hearing an answer, where the site has it switched on. */
import type { View } from '../element/view.ts';
import { drawSpeakButton } from './speak-button.ts';

export { drawReadButton } from './read-button.ts';

/** Once, however often the panel is opened. */
export function offer({ slots: { composerTools } }: View): void {
  composerTools.value = [...new Set([...composerTools.peek(), drawSpeakButton])];
}
