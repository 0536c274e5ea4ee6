import type { KeyWarningTexts } from '../text/texts.ts';

const SVG = 'http://www.w3.org/2000/svg';

const ICON = 'M12 9.5v4M12 16.5v.01M10.3 4.5 3 17.3a2 2 0 0 0 1.7 3h14.6a2 2 0 0 0 1.7-3L13.7 4.5a2 2 0 0 0-3.4 0Z';

/** The warning's parts, and what puts words on them: again when the language changes. */
export function drawWarning() {
  const [what, why] = [drawn('span', 'what'), drawn('span', 'why')];
  const [remove, anyway] = [drawn('button', 'again'), drawn('button', 'again')];
  for (const button of [remove, anyway]) button.type = 'button';
  const [box, choice] = [drawn('div', 'box'), drawn('div', 'choice')];
  choice.setAttribute('role', 'group');
  choice.tabIndex = -1;
  choice.append(remove, anyway);
  box.append(choice);
  const say = (texts: KeyWarningTexts, names: string, removeIt: string) => {
    what.textContent = texts.what.replace('{names}', () => names);
    why.textContent = texts.why;
    remove.textContent = removeIt;
    anyway.textContent = texts.send;
    choice.setAttribute('aria-label', texts.group);
  };
  return { words: [icon(), what, ' ', why], beside: [box], choice, remove, anyway, say };
}

function drawn<Name extends 'span' | 'div' | 'button'>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function icon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICON);
  svg.append(path);
  return svg;
}
