import { adoptStyle } from './adopt-style.ts';
import { LAUNCHER_STYLE } from './launcher-style.ts';

/**
 * Draws the bubble into a shadow root. Plain DOM, because it stands before the widget is loaded, and because the very
 * same button has to stay when the widget arrives in the middle of a tap.
 */
export function drawLauncher(root: ShadowRoot, label: string): HTMLButtonElement {
  adoptStyle(root, LAUNCHER_STYLE);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('part', 'launcher');
  button.setAttribute('aria-expanded', 'false');
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', BUBBLE);
  icon.append(line);
  const text = document.createElement('span');
  text.className = 'label';
  text.textContent = label;
  button.append(icon, text);
  root.append(button);
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A sheet of paper that speaks: two lines of text and a tail. */
export const BUBBLE =
  'M5 4.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2h-6.5L8 20.5V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2ZM7.5 9h9M7.5 12.5h5.5';
