import type { ComponentChildren } from 'preact';

/**
 * An answer's text as it is drawn: text nodes only, links made of bare web addresses. A line is a node of its own, so that
 * a growing answer touches only its last one. Markdown will take this function's place.
 */
export function renderText(text: string): ComponentChildren {
  return text.split(/(?<=\n)/).map((line, at) => <span key={at}>{withLinks(line)}</span>);
}

/** Ends before closing punctuation, which belongs to the sentence around it. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"'«»]*[^\s<>"'«».,;:!?)\]}]/g;

function withLinks(line: string): ComponentChildren {
  if (!line.includes('://')) return line;
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const { 0: address, index } of line.matchAll(WEB_ADDRESS)) {
    if (!isWebAddress(address)) continue;
    pieces.push(line.slice(from, index), <WebLink href={address}>{address}</WebLink>);
    from = index + address.length;
  }
  return [...pieces, line.slice(from)];
}

/** Leaves the page in a tab of its own, and tells that page neither who opened it nor where from. */
export function WebLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** Nothing but `http` and `https` becomes a link, whatever a model or a document wrote. */
export function isWebAddress(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
