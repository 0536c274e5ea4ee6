/** Code between fences: its language and a button to copy it above, and the code itself. */
import { legible } from '../parts/web-address.ts';
import type { MarkdownAids } from './draw-inlines.ts';

const SAYS_SO_FOR_MS = 2_000;

/** Nobody names a language at more length. */
const MAX_LANGUAGE_CHARS = 24;

const ICONS = {
  copy: 'M9 9h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM4 15V5a2 2 0 0 1 2-2h9',
  done: 'M5 12.5l4.5 4.5L19 7.5',
};

export function codeFrame(language: string, aids: MarkdownAids): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'code';
  const block = document.createElement('pre');
  const code = document.createElement('code');
  // Whatever else stands there names no language that could be coloured.
  if (/^[\w#+.-]+$/.test(language)) code.dataset.language = language;
  // Reads the same way in every language, and scrolls by keyboard.
  block.dir = 'ltr';
  block.tabIndex = 0;
  code.append(document.createTextNode(''));
  block.append(code);
  const label = document.createElement('span');
  label.dir = 'ltr';
  label.append(legible(language).slice(0, MAX_LANGUAGE_CHARS));
  const head = document.createElement('div');
  head.className = 'code-head';
  head.append(label, ...copyButton(code, aids));
  frame.append(head, block);
  return frame;
}

/** None where the browser gives no clipboard: on pages that are not secure. */
function copyButton(code: HTMLElement, { words, copy }: MarkdownAids): HTMLElement[] {
  if (!copy) return [];
  const button = document.createElement('button');
  const said = document.createElement('span');
  const show = (isDone: boolean) => {
    const name = isDone ? words.copied : words.copyCode;
    button.ariaLabel = name;
    button.title = name;
    button.replaceChildren(icon(isDone ? 'done' : 'copy'));
    said.replaceChildren(isDone ? words.copied : '');
  };
  button.type = 'button';
  button.className = 'tool';
  said.className = 'unseen';
  said.role = 'status';
  show(false);
  button.onclick = () => {
    const done = () => {
      show(true);
      setTimeout(() => show(false), SAYS_SO_FOR_MS);
    };
    copy(code.textContent ?? '').then(done, () => {});
  };
  return [button, said];
}

function icon(name: keyof typeof ICONS): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', ICONS[name]);
  drawing.append(line);
  return drawing;
}
