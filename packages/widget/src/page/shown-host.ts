/** The host of the page that visitors see: the one around, where this is the panel in a frame. */
export function shownHost(): string {
  const outside = document.querySelector<HTMLMetaElement>('meta[name=guichet-from]')?.content;
  return outside ? new URL(outside).hostname : location.hostname;
}
