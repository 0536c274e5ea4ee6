/** What a page says of itself, as it may go along with a question: short, in one line each, and without what an address keeps secret. */

export interface PageContext {
  title?: string;
  url?: string;
  /** What the visitor chose on the page. */
  text?: string;
}

/** A headline. What is longer is cut. */
export const MAX_PAGE_TITLE_CHARS = 200;

/** Of a longer address, only the host is told. */
export const MAX_PAGE_URL_CHARS = 500;

/** A paragraph or two. What is longer is cut. */
export const MAX_PAGE_TEXT_CHARS = 2_000;

/** Breaks of lines, control characters, and what nobody sees; two joiners are part of how some languages are written. */
const NOT_PLAIN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** @returns undefined where nothing is left of it */
export function cleanPageContext(given: unknown): PageContext | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { title, url, text } = given as Record<string, unknown>;
  const cleaned = {
    title: oneLine(title, MAX_PAGE_TITLE_CHARS),
    url: withoutSecrets(url),
    text: oneLine(text, MAX_PAGE_TEXT_CHARS),
  };
  const told = Object.entries(cleaned).filter(([, value]) => value !== '');
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

function oneLine(value: unknown, mostChars: number): string {
  if (typeof value !== 'string') return '';
  const line = value.replace(NOT_PLAIN, ' ').replace(/\s+/g, ' ').trim();
  // No half of a sign that takes two places.
  return line
    .slice(0, mostChars)
    .replace(/[\ud800-\udbff]$/, '')
    .toWellFormed();
}

/** Neither what stands before the host, nor behind the path. */
function withoutSecrets(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  const address = url.origin + url.pathname;
  return address.length > MAX_PAGE_URL_CHARS ? url.origin.slice(0, MAX_PAGE_URL_CHARS) : address;
}
