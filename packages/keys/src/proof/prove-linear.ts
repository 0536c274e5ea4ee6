import { type Expression, parseExpression } from './parse-expression.ts';

export interface LinearProof {
  /** Whether it is tried from one place only (`^`, or the sticky flag), rather than from every character. */
  readonly anchored: boolean;
  /** Characters one try can read at most. */
  readonly maxLength: number;
  /** Steps one try can take at most, whatever the text. */
  readonly maxSteps: number;
}

/**
 * Proves that one try of an expression takes a bounded number of steps, by its structure alone:
 *
 * 1. every repetition has an upper bound;
 * 2. what repeats a varying number of times is one class of characters, or an optional group of fixed length;
 * 3. no character that can be repeated can also begin what follows. So when a repetition gives a character back, what
 *    follows fails on that very character, and there is nothing else to try: giving back costs one step each, and two
 *    repetitions never multiply.
 *
 * Alternatives multiply, since each may have to be tried before the rest; their number is a constant of the expression.
 * @throws Error that says which rule does not hold, and where
 */
export function proveLinear(expression: RegExp): LinearProof {
  const tree = parseExpression(expression);
  check(tree, new Set(), expression.source);
  const first = tree.type === 'sequence' ? tree.items[0] : undefined;
  const anchored = expression.sticky || (first?.type === 'assertion' && first.source === '^');
  const length = maxLength(tree);
  return { anchored, maxLength: length, maxSteps: alternatives(tree) * (4 * length + 8) };
}

/** @param follow the characters that can come next; empty at the end, where a repetition has nothing to compete with */
function check(node: Expression, follow: ReadonlySet<string>, source: string): void {
  if (node.type === 'choice') for (const option of node.options) check(option, follow, source);
  if (node.type === 'sequence') {
    node.items.forEach((item, index) => {
      check(item, firstOf(node.items.slice(index + 1), follow), source);
    });
  }
  if (node.type !== 'repeat') return;
  if (!Number.isFinite(node.max)) throw new Error(`A repetition without bound in ${source}`);
  if (node.min !== node.max) checkVarying(node.item, node.max, follow, source);
  check(node.item, node.max > 1 ? union(firstOf([node.item], new Set()), follow) : follow, source);
}

function checkVarying(item: Expression, max: number, follow: ReadonlySet<string>, source: string): void {
  const isOneCharacter = item.type === 'character';
  const isOptionalAndFixed = max === 1 && hasFixedLength(item);
  const isOptionalAndLast = max === 1 && follow.size === 0;
  if (!isOneCharacter && !isOptionalAndFixed && !isOptionalAndLast) {
    throw new Error(`A group repeats a varying number of times in ${source}`);
  }
  if (isOptionalAndFixed && !isOneCharacter) return;
  const shared = [...firstOf([item], new Set())].filter((sign) => follow.has(sign));
  if (shared.length > 0) throw new Error(`What repeats can also be what follows (${shared.join('')}) in ${source}`);
}

/** The characters that a list of expressions can begin with, and those after it if it can be empty. */
function firstOf(items: readonly Expression[], follow: ReadonlySet<string>): ReadonlySet<string> {
  let first: ReadonlySet<string> = new Set();
  for (const item of items) {
    first = union(first, firstOfOne(item));
    if (!canBeEmpty(item)) return first;
  }
  return union(first, follow);
}

function firstOfOne(item: Expression): ReadonlySet<string> {
  switch (item.type) {
    case 'character':
      return item.set;
    case 'assertion':
      return new Set();
    case 'repeat':
      return firstOfOne(item.item);
    case 'sequence':
      return firstOf(item.items, new Set());
    case 'choice':
      return item.options.map(firstOfOne).reduce(union, new Set());
  }
}

function canBeEmpty(item: Expression): boolean {
  switch (item.type) {
    case 'character':
      return false;
    case 'assertion':
      return true;
    case 'repeat':
      return item.min === 0 || canBeEmpty(item.item);
    case 'sequence':
      return item.items.every(canBeEmpty);
    case 'choice':
      return item.options.some(canBeEmpty);
  }
}

function maxLength(item: Expression): number {
  switch (item.type) {
    case 'character':
      return 1;
    case 'assertion':
      return 0;
    case 'repeat':
      return item.max * maxLength(item.item);
    case 'sequence':
      return item.items.reduce((sum, part) => sum + maxLength(part), 0);
    case 'choice':
      return Math.max(...item.options.map(maxLength));
  }
}

function hasFixedLength(item: Expression): boolean {
  switch (item.type) {
    case 'repeat':
      return item.min === item.max && hasFixedLength(item.item);
    case 'sequence':
      return item.items.every(hasFixedLength);
    case 'choice':
      return item.options.every(hasFixedLength);
    default:
      return true;
  }
}

/** How many ways through its alternatives an expression has. */
function alternatives(item: Expression): number {
  switch (item.type) {
    case 'repeat':
      return item.max === 1 ? 1 + alternatives(item.item) : alternatives(item.item) ** (hasChoice(item) ? item.max : 1);
    case 'sequence':
      return item.items.reduce((product, part) => product * alternatives(part), 1);
    case 'choice':
      return item.options.reduce((sum, option) => sum + alternatives(option), 0);
    default:
      return 1;
  }
}

function hasChoice(item: Expression): boolean {
  if (item.type === 'choice') return true;
  if (item.type === 'repeat') return hasChoice(item.item);
  return item.type === 'sequence' && item.items.some(hasChoice);
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}
