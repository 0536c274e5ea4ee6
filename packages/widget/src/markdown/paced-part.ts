/** A part of an answer, drawn at an even pace while it grows. */
import { mediaQuery } from '../page/media-query.ts';
import type { MessagePart, PartDrawing } from '../slots/slots.ts';
import { EvenPace, MAX_LAG_MS } from './even-pace.ts';

/** This close to the end counts as being at it, as in the log itself. */
const AT_END_PX = 32;

/** @param drawing draws at once what it is told to show */
export function pacedPart(place: HTMLElement, drawing: PartDrawing, wasReadBefore: boolean): PartDrawing {
  let part: MessagePart | undefined;
  let pace = new EvenPace();
  let frame = 0;
  let timer = 0;
  /** Told to whoever asks next: a frame has nobody to tell. */
  let failure: unknown;

  function rest(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
  }

  function step(now: number): void {
    rest();
    if (!part) return;
    const text = part.text.slice(0, wholeSigns(part.text, pace.shownAt(now)));
    try {
      keepAtEnd(place, () => drawing.show({ kind: 'text', text, isWhole: false, isFinal: false }));
      if (pace.isBehind) goOn();
    } catch (error) {
      failure = error;
    }
  }

  function goOn(): void {
    rest();
    frame = requestAnimationFrame(step);
    // A frame of a page that is not seen may never come; what has arrived is in the page all the same.
    timer = window.setTimeout(() => step(performance.now()), MAX_LAG_MS);
  }

  return {
    show(next) {
      if (failure) throw failure;
      const goesOn = part ? next.text.startsWith(part.text) : !wasReadBefore;
      part = next;
      if (!goesOn) pace = new EvenPace();
      if (goesOn && !next.isWhole && isWatched()) {
        pace.arrived(next.text.length, performance.now());
        // What waits for its frame is not put off by what comes behind it.
        if (frame === 0) goOn();
        return;
      }
      rest();
      pace.catchUp(next.text.length);
      drawing.show(next);
    },
    leave() {
      rest();
      part = undefined;
      drawing.leave();
    },
  };
}

const isWatched = () =>
  document.visibilityState === 'visible' && !mediaQuery('(prefers-reduced-motion:reduce)')?.matches;

/** No half of a sign that takes two places. */
const wholeSigns = (text: string, length: number) =>
  /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length + 1 : length;

/** Between the log's own drawings, too, it follows the text of whoever reads its end. */
function keepAtEnd(place: HTMLElement, draw: () => void): void {
  const log = place.closest('.log');
  const isAtEnd = log && log.scrollHeight - log.scrollTop - log.clientHeight < AT_END_PX;
  draw();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}
