import type { ComponentChildren } from 'preact';
import { webAddress } from './web-address.ts';

/**
 * An answer's text as it is drawn: text nodes only, links made of bare web addresses. A line is a node of its own, so that
 * a growing answer touches only its last one. Markdown will take this function's place.
 */
export function renderText(text: string): ComponentChildren {
  return text
    .replace(OVERRIDES, '')
    .split(/(?<=\n)/)
    .map((line, at) => <span key={at}>{withLinks(line)}</span>);
}

/** Turn the letters after them round whatever these are; no language is written with them, but disguises are. */
const OVERRIDES = /[\u202d\u202e]/g;

/** Ends before closing punctuation, which belongs to the sentence around it. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"'«»]*[^\s<>"'«».,;:!?)\]}]/g;

function withLinks(line: string): ComponentChildren {
  if (!line.includes('://')) return line;
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const { 0: written, index } of line.matchAll(WEB_ADDRESS)) {
    const address = webAddress(written);
    if (!address) continue;
    pieces.push(line.slice(from, index), <WebLink href={address.href}>{address.shown}</WebLink>);
    from = index + written.length;
  }
  return [...pieces, line.slice(from)];
}

/**
 * Leaves the page in a tab of its own, and tells that page neither who opened it nor where from. Marks of direction in the
 * text before it do not turn it round.
 */
export function WebLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
