import { adoptStyle } from '../launcher/adopt-style.ts';
import { ANSWER_STYLE } from './answer-style.ts';

const dressed = new WeakSet<Node>();

/** Once for the whole widget around this place. */
export function dressAnswers(place: HTMLElement): void {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  adoptStyle(root, ANSWER_STYLE);
}
