import type { ComponentChildren } from 'preact';

/**
 * An answer's text until the chunk that draws it has come, and where it cannot be had: text nodes only. A line is a node of
 * its own, so that a growing answer touches only its last one.
 */
export function renderText(text: string): ComponentChildren {
  return text
    .replace(OVERRIDES, '')
    .split(/(?<=\n)/)
    .map((line, at) => <span key={at}>{line}</span>);
}

/** Turn the letters after them round whatever these are; no language is written with them, but disguises are. */
const OVERRIDES = /[\u202d\u202e]/g;
