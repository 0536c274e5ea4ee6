/** A chunk: draws formulas in TeX as MathML. Only what is on the lists below becomes a node. */
import temml from 'temml';

/** Elements that show something, and none that leads or loads anything. */
const ELEMENTS = new Set(
  (
    'math mrow mi mn mo ms mtext mspace msup msub msubsup mover munder munderover mfrac mroot msqrt mtable mtr mtd ' +
    'mmultiscripts mprescripts none mpadded menclose mphantom mstyle'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'accent accentunder columnalign columnspan depth display displaystyle fence form height largeop linethickness lspace ' +
    'mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);

const STYLES = new Set(['textAlign', 'padding', 'paddingLeft', 'paddingRight', 'width', 'borderLeft', 'borderRight']);

const PLAIN_VALUE = /^[\w#.%+\- ]*$/;

const MAX_DEPTH = 64;

/** What the library makes of TeX, before it is made into nodes. */
interface Made {
  type?: string;
  text?: string;
  attributes?: Readonly<Record<string, unknown>>;
  style?: Readonly<Record<string, unknown>>;
  children?: readonly Made[];
}

const { __renderToMathMLTree: made } = temml as object as {
  __renderToMathMLTree(tex: string, options: object): Made;
};

/** @returns undefined where it is no formula, or one that may not be drawn */
export function formula(tex: string, isDisplay: boolean): Element | undefined {
  try {
    const options = {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 20],
    };
    return nodeOf(made(tex, options), 0) as Element | undefined;
  } catch {
    return undefined;
  }
}

function textOrAll({ text, children = [] }: Made, depth: number): Node {
  if (text !== undefined) return document.createTextNode(text);
  const all = document.createDocumentFragment();
  all.append(...children.map((child) => nodeOf(child, depth + 1)));
  return all;
}

function nodeOf(made: Made, depth: number): Node {
  if (!made.type) return textOrAll(made, depth);
  if (!ELEMENTS.has(made.type) || depth > MAX_DEPTH) throw new TypeError(`no ${made.type}`);
  const element = document.createElementNS('http://www.w3.org/1998/Math/MathML', made.type);
  for (const [name, value] of Object.entries(made.attributes ?? {}))
    if (ATTRIBUTES.has(name) && PLAIN_VALUE.test(String(value))) element.setAttribute(name, String(value));
  const { style } = element as unknown as ElementCSSInlineStyle;
  for (const [name, value] of Object.entries(made.style ?? {}))
    if (STYLES.has(name) && PLAIN_VALUE.test(String(value))) Object.assign(style, { [name]: String(value) });
  element.append(...(made.children ?? []).map((child) => nodeOf(child, depth + 1)));
  return element;
}
