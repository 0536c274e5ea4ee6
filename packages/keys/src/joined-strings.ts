/** Between two pieces of one text: a plus, PHP's and Lua's dots, SQL's bars, Visual Basic's ampersand, `.concat(`. */
const SIGN = /["'`]\s{0,20}(?:\+|\.{1,2}|&|\|\||\.concat\()[\s\\_>]{0,20}["'`]/g;
const TEMPLATE = /["'`]\}\$\{["'`]/g;
/** Of a list whose texts are joined; any other list has several texts. */
const COMMA = /["'`]\s{0,20},\s{0,20}["'`]/g;

/** A program's text with the pieces of each string put together. */
export function joinedStrings(text: string): string {
  const joined = text.replace(SIGN, '').replace(TEMPLATE, '');
  return text.includes('join') ? joined.replace(COMMA, '') : joined;
}
