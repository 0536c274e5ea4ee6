import { adoptStyle } from './adopt-style.ts';
import { LAUNCHER_STYLE } from './launcher-style.ts';

/** A sheet of paper that speaks: two lines of text and a tail. */
export const BUBBLE =
  'M5 4.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2h-6.5L8 20.5V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2ZM7.5 9h9M7.5 12.5h5.5';

/** Instead of it while the panel is open: it goes down again. */
export const CHEVRON = 'M6 9.5l6 6 6-6';

/**
 * Draws the bubble into a shadow root: a button with an icon and a label, in this order. Plain DOM, because it stands
 * before the widget is loaded, and because the very same button has to stay when the widget arrives in mid-tap.
 */
export function drawLauncher(root: ShadowRoot, label: string): HTMLButtonElement {
  adoptStyle(root, LAUNCHER_STYLE);
  const button = document.createElement('button');
  withAttributes(button, { part: 'launcher', class: 'launcher', 'aria-expanded': 'false' });
  const icon = withAttributes(document.createElementNS(SVG, 'svg'), { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  icon.append(withAttributes(document.createElementNS(SVG, 'path'), { d: BUBBLE }));
  const text = withAttributes(document.createElement('span'), { class: 'label' });
  text.textContent = label;
  button.append(icon, text);
  root.append(button);
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

function withAttributes<Tag extends Element>(element: Tag, attributes: Record<string, string>): Tag {
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  return element;
}
