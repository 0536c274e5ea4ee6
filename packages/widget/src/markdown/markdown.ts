/** A chunk: draws the text of an answer as the Markdown it is. */
import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { clipboardOf } from '../parts/clipboard-of.ts';
import type { PartDrawing } from '../slots/slots.ts';
import type { MarkdownAids } from './draw-inlines.ts';
import { MarkdownStream } from './markdown-stream.ts';
import { MARKDOWN_STYLE } from './markdown-style.ts';
import { pacedPart } from './paced-part.ts';

export { MarkdownStream };

const dressed = new WeakSet<Node>();

/** Something was drawn in them before this very moment. */
const inUse = new WeakSet<Node>();

export function drawPart(place: HTMLElement, view: View): PartDrawing {
  const root = place.getRootNode();
  // What was there as plain text while this file came is not taken away again.
  const wasReadBefore = !inUse.has(root);
  dress(root);
  queueMicrotask(() => inUse.add(root));
  return pacedPart(place, drawing(place, view), wasReadBefore);
}

function drawing(place: HTMLElement, view: View): PartDrawing {
  place.classList.add('markdown');
  const aids = aidsOf(view);
  let stream = new MarkdownStream(place, aids);
  let shown = '';
  let hasEnded = false;
  let leaveSite: (() => void) | undefined;
  /** The site may be known later than what was said on it. */
  const showPictures = () => {
    leaveSite ??= view.chat.site.subscribe((site) => {
      const hosts = site?.pictureHosts;
      if (hosts && place.querySelector('.picture-away'))
        void view.slots.loadChunk('pictures').then((chunk) => chunk?.showPictures(place, hosts));
    });
  };
  return {
    show({ text, isWhole, isFinal }) {
      // What does not go on with what is shown is another text: an answer that started over, a snapshot.
      if (hasEnded ? text !== shown : !text.startsWith(shown)) {
        place.replaceChildren();
        stream = new MarkdownStream(place, aids);
        shown = '';
        hasEnded = false;
      }
      if (!hasEnded && text !== shown) stream.write(text.slice(shown.length));
      if (!hasEnded && isWhole) stream.end();
      shown = text;
      hasEnded = isWhole || hasEnded;
      place.classList.toggle('growing', !isWhole);
      if (isFinal) showPictures();
    },
    leave() {
      leaveSite?.();
      place.replaceChildren();
    },
  };
}

function aidsOf({ texts, slots, chat }: View): MarkdownAids {
  const clipboard = clipboardOf(window);
  return {
    words: texts.peek(),
    copy: clipboard && ((text) => clipboard.writeText(text)),
    pictureHosts: () => chat.site.peek()?.pictureHosts,
    highlight(code, language) {
      if (language) void slots.loadChunk('highlight').then((chunk) => chunk?.highlight(code, language));
    },
    drawFormula(place, tex, isDisplay) {
      void slots.loadChunk('maths').then((chunk) => {
        const drawn = chunk?.formula(tex, isDisplay);
        if (drawn) place.replaceChildren(drawn);
      });
    },
  };
}

function dress(root: Node): void {
  if (!dressed.has(root)) adoptStyle(root as ShadowRoot, MARKDOWN_STYLE);
  dressed.add(root);
}
