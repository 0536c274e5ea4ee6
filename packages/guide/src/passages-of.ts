import type { Passage } from './guide-page.ts';
import { plainText } from './plain-text.ts';

/** A page's text by the headings it stands under; entries of a list with an anchor of their own count as headings. */
export function passagesOf(html: string): Passage[] {
  const [beginning = '', ...rest] = html.split(/(?=<(?:h[23]|div) id=")/);
  const passages = rest.map((part) => {
    const [, tag = '', anchor = ''] = /^<(\w+) id="([^"]*)"/.exec(part) ?? [];
    const end = part.indexOf(tag === 'div' ? '</dt>' : `</${tag}>`);
    const heading = plainText(part.slice(0, end).replace(/<a class="anchor"[\s\S]*?<\/a>/, ''));
    return { anchor, heading, text: plainText(part.slice(end)) };
  });
  return [{ anchor: '', heading: '', text: plainText(beginning) }, ...passages];
}
