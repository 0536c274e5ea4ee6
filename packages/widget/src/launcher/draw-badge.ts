/** The number of answers not seen yet. The button's name says it too, so screen readers pass over it here. */
export function drawBadge(launcher: HTMLElement): HTMLElement {
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.setAttribute('part', 'badge');
  badge.setAttribute('aria-hidden', 'true');
  badge.hidden = true;
  launcher.append(badge);
  return badge;
}
