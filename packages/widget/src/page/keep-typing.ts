/**
 * Keeps what is typed into a chat from the page around it, whose shortcuts would take it: to them the event comes from an
 * unknown element, not from a field. Called on the window, before the page's own listeners where the page lets us: the event
 * ends here, and a copy that cannot leave the chat goes to where it was meant for. What the browser does by itself (writing
 * the letter) goes on with the event.
 *
 * No wall: listeners that were put on the window earlier are called earlier, and a page's scripts can read the field itself.
 */
export function keepTyping(event: Event): void {
  const [target, ...outside] = event.composedPath();
  if (!outside.some((node) => (node as Element).localName === 'guichet-chat')) return;
  event.stopImmediatePropagation();
  if (!target?.dispatchEvent(copyOf(event))) event.preventDefault();
}

function copyOf(event: Event): Event {
  const init: Record<string, unknown> = {};
  for (const name in event) init[name] = event[name as keyof Event];
  init.composed = false;
  try {
    return new (event.constructor as typeof Event)(event.type, init);
  } catch {
    // `TextEvent` cannot be made.
    return new Event(event.type, init);
  }
}
