/** The bubble of a sealed chat: in the page, and as the panel in the frame says. */
import { drawBadge } from '../launcher/draw-badge.ts';
import { BUBBLE, CHEVRON, drawLauncher } from '../launcher/draw-launcher.ts';
import { dressLauncher, type WishedLook } from '../launcher/dress-launcher.ts';
import { launcherText } from '../launcher/launcher-text.ts';

export interface SealedLauncher {
  /** What the panel says of label, colour and corner. */
  dress(said: Readonly<Record<string, string | number>>): void;
  opened(isOpen: boolean): void;
  count(unread: number): void;
  fail(): void;
  focus(): void;
  leave(): void;
}

/** @param look what the last page knew, so that the first moment looks like the rest */
export function sealedLauncher(
  host: HTMLElement,
  root: ShadowRoot,
  look: WishedLook,
  press: () => void,
): SealedLauncher {
  const language = host.getAttribute('locale') || document.documentElement.lang || navigator.language || '';
  const [open, failed] = launcherText(language);
  const button = root.querySelector<HTMLButtonElement>('.launcher') ?? drawLauncher(root, open);
  const label = button.querySelector('.label') as HTMLElement;
  const badge = drawBadge(button);
  // Who does not see the number appear hears of it.
  const said = document.createElement('div');
  said.role = 'status';
  said.className = 'unseen';
  root.append(said);
  const wished = () => ({
    accent: host.getAttribute('accent') ?? look.accent,
    position: host.getAttribute('position') ?? look.position,
  });
  dressLauncher(host, button, wished());
  button.addEventListener('click', press);
  return {
    dress({ label: text = '', accent, position }) {
      label.textContent = String(text);
      dressLauncher(host, button, {
        accent: String(accent ?? wished().accent ?? ''),
        position: String(position ?? wished().position ?? ''),
      });
    },
    opened(isOpen) {
      button.classList.remove('failed', 'busy');
      button.classList.toggle('opened', isOpen);
      button.setAttribute('aria-expanded', String(isOpen));
      button.querySelector('path')?.setAttribute('d', isOpen ? CHEVRON : BUBBLE);
    },
    count(unread) {
      badge.hidden = unread === 0;
      badge.textContent = String(unread || '');
      said.textContent = unread === 0 ? '' : label.textContent;
    },
    fail() {
      label.textContent = failed;
      button.classList.add('failed');
    },
    focus: () => button.focus(),
    leave() {
      button.removeEventListener('click', press);
      badge.remove();
      said.remove();
    },
  };
}
