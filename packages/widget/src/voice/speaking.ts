/** An answer, read aloud by the server or by the browser itself; one at a time on a page. */
import { spokenPieces } from '@guichet/contract/spoken-pieces';
import type { ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';
import { within } from './within.ts';

export type Speaker = 'site' | 'browser';

/** @returns undefined where nobody can speak: no button then */
export function speakerOf({ chat }: View): Speaker | undefined {
  const rules = chat.site.value?.voice;
  if (rules?.speech && typeof AudioContext === 'function') return 'site';
  return rules?.browser && typeof speechSynthesis === 'object' ? 'browser' : undefined;
}

let speaking: AbortController | undefined;

/**
 * Whatever is being read on this page falls silent first.
 * @returns once all was read, or it was stopped. Rejects where it could not be read
 */
export async function readAloud(
  view: View,
  message: ShownMessage,
  speaker: Speaker,
  stop: AbortController,
): Promise<void> {
  speaking?.abort();
  speaking = stop;
  try {
    if (speaker === 'site') await bySite(view, message, stop.signal);
    else await byBrowser(view, message, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
}

/** Not by an audio element: the policy of a page can forbid it sounds that are made here, and this not. */
async function bySite({ chat }: View, { id }: ShownMessage, signal: AbortSignal): Promise<void> {
  // Made in the press of the button; later, a browser would keep it silent.
  const context = new AudioContext();
  try {
    const piece = async (number: number): Promise<AudioBuffer | undefined> => {
      const path = `/messages/${id}/speech?piece=${number}`;
      const response = await chat.own(path, { signal: within(PIECE_WITHIN_MS, signal) });
      return response.status === 204 ? undefined : context.decodeAudioData(await response.arrayBuffer());
    };
    let next = piece(0);
    for (let number = 1; ; number++) {
      const sound = await next;
      if (!sound) return;
      next = piece(number);
      // Looked at when its turn comes.
      next.catch(() => undefined);
      await played(context, sound, signal);
    }
  } finally {
    void context.close();
  }
}

/** An engine takes a second or two for some sentences. The server gives up before. */
const PIECE_WITHIN_MS = 70_000;

function played(context: AudioContext, sound: AudioBuffer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = context.createBufferSource();
    source.buffer = sound;
    source.connect(context.destination);
    source.onended = () => resolve();
    signal.throwIfAborted();
    signal.addEventListener('abort', () => {
      source.stop();
      reject(signal.reason);
    });
    source.start();
  });
}

async function byBrowser({ locale }: View, { text }: ShownMessage, signal: AbortSignal): Promise<void> {
  speechSynthesis.cancel();
  signal.addEventListener('abort', () => speechSynthesis.cancel());
  for (const piece of spokenPieces(text)) {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const utterance = new SpeechSynthesisUtterance(piece);
      utterance.lang = locale.value;
      utterance.onend = () => resolve();
      utterance.onerror = () => reject(new Error('not spoken'));
      speechSynthesis.speak(utterance);
    });
  }
}
