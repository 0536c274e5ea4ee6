/**
 * Whether the rule is about this page.
 * @param pages paths, with commas between; `*` is any number of characters. Without any: every page
 * @param path as the browser has it, percent-encoded
 */
export function matchesPage(pages: string | null, path: string): boolean {
  const wished = (pages ?? '').split(',').flatMap((one) => one.trim() || []);
  return wished.length === 0 || wished.some((one) => expressionOf(one).test(withoutLastSlash(path)));
}

const withoutLastSlash = (path: string) => path.replace(/(.)\/$/, '$1');

function expressionOf(wished: string): RegExp {
  const pieces = withoutLastSlash(encodeURI(wished)).replaceAll('%25', '%').split('*');
  return new RegExp(`^${pieces.map((piece) => piece.replace(/[^\w/]/g, '\\$&')).join('.*')}$`);
}
