/** A corner of the panel to draw it larger by: with a pointer, and with the arrow keys. */
import type { KeptValues } from '../connection/kept-values.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { GRIP_STYLE } from './grip-style.ts';

/** Narrower, a table no longer fits; lower, no answer does. The style sheet keeps it inside the window. */
const LEAST_PX = { width: 320, height: 360 };

const STEP_PX = 24;

export interface ResizableOptions {
  kept: KeptValues;
  label: string;
  /** The panel ends at this side of the window, so its free corner is at the other. */
  isLeft: () => boolean;
  signal: AbortSignal;
}

/** Each has the sheet once. */
const dressed = new WeakSet<Node>();

/** Puts the corner into the panel, until the signal ends it. */
export function resizable(panel: HTMLElement, { kept, label, isLeft, signal }: ResizableOptions): void {
  const grip = document.createElement('button');
  grip.type = 'button';
  grip.className = 'grip';
  grip.ariaLabel = label;
  grip.title = label;
  const root = panel.getRootNode() as ShadowRoot;
  if (!dressed.has(root)) adoptStyle(root, GRIP_STYLE);
  dressed.add(root);
  panel.append(grip);
  signal.addEventListener('abort', () => grip.remove());

  function setSize(width: number, height: number): void {
    const wanted = { width: Math.max(LEAST_PX.width, width), height: Math.max(LEAST_PX.height, height) };
    panel.style.setProperty('--_width', `${wanted.width}px`);
    panel.style.setProperty('--_height', `${wanted.height}px`);
    // What fits counts, not what was drawn beyond the window.
    const { offsetWidth, offsetHeight } = panel;
    kept.set('size', `${Math.min(offsetWidth, wanted.width)} ${Math.min(offsetHeight, wanted.height)}`);
  }

  function reset(): void {
    for (const name of ['--_width', '--_height']) panel.style.removeProperty(name);
    kept.set('size', undefined);
  }

  const [width = 0, height = 0] = (kept.get('size') ?? '').split(' ').map(Number);
  if (width > 0 && height > 0) setSize(width, height);

  grip.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    const { offsetWidth, offsetHeight } = panel;
    const drag = ({ clientX, clientY }: PointerEvent) => {
      const right = clientX - event.clientX;
      setSize(offsetWidth + (isLeft() ? right : -right), offsetHeight + event.clientY - clientY);
    };
    grip.addEventListener('pointermove', drag);
    grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', drag), { once: true });
  });
  grip.addEventListener('dblclick', reset);
  grip.addEventListener('keydown', (event) => {
    const outwards = isLeft() ? 1 : -1;
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] ?? [];
    if (event.key === 'Home') reset();
    else if (x === undefined || y === undefined) return;
    else setSize(panel.offsetWidth + x * outwards * STEP_PX, panel.offsetHeight + y * STEP_PX);
    event.preventDefault();
    event.stopPropagation();
  });
}
