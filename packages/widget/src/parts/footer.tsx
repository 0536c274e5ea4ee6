import type { View } from '../element/view.ts';

/** What a link of the site may open; the server allows no other either. */
const OPENS = /^(?:https?|mailto|tel):/i;

export function Footer({ view }: { view: View }) {
  const { worksWith, contact, privacy } = view.texts.value;
  const links = view.chat.site.value?.links;
  const link = (address: string | undefined, name: string) =>
    address !== undefined &&
    OPENS.test(address) && (
      <a href={address} target="_blank" rel="noopener noreferrer">
        {name}
      </a>
    );
  return (
    <p class="footer" part="footer">
      {link(links?.contact, contact)}
      {link(links?.privacy, privacy)}
      <span>{worksWith}</span>
    </p>
  );
}
