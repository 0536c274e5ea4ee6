import type { AnswerSource } from '@guichet/contract/chat-event';
import type { View } from '../element/view.ts';
import { element } from '../on-demand/elements.ts';
import { legible, namesAnotherHost, webAddress } from '../parts/web-address.ts';
import { dressAnswers } from './dress-answers.ts';

/** What an answer is based on. Titles and addresses come from documents, so a title never hides where its link leads. */
export function drawSources(place: HTMLElement, { texts }: View, sources: readonly AnswerSource[]): () => void {
  dressAnswers(place);
  const entries = sources.map((source) => element('li', {}, ...drawSource(source)));
  // Not a landmark: a conversation has as many of these as it has answers.
  place.append(
    element('div', { class: 'sources' }, element('h3', {}, texts.value.sources), element('ol', {}, ...entries)),
  );
  return () => {};
}

function drawSource({ id, title, url }: AnswerSource): (Node | string)[] {
  const address = webAddress(url ?? '');
  const written = webAddress(title)?.shown ?? legible(title);
  const name = element('bdi', {}, written || id);
  if (!address) return [name];
  const { href, host } = address;
  const where = element('bdi', { class: 'host', dir: 'ltr' }, host);
  if (!written || written === host) return [webLink(href, where)];
  if (namesAnotherHost(title, host)) return [name, ' ', webLink(href, where)];
  // A title that is this very address says its host already.
  return [webAddress(title) ? webLink(href, name) : webLink(href, name, ' ', where)];
}

/**
 * Leaves the page in a tab of its own, and tells that page neither who opened it nor where from. Marks of direction in the
 * text before it do not turn it round.
 */
function webLink(href: string, ...children: (Node | string)[]): HTMLElement {
  return element('a', { href, dir: 'ltr', target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children);
}
