import type { Expression } from './parse-expression.ts';

/**
 * Matches from one place as a plain backtracking engine would, and counts the characters it looks at. Slower than the
 * engine's own tricks in every respect, so what is bounded here is bounded there. No clock involved.
 */
export function countSteps(expression: Expression, text: string, start: number): number {
  let steps = 0;
  step(expression, start, () => true);
  return steps;

  function step(node: Expression, position: number, then: (position: number) => boolean): boolean {
    switch (node.type) {
      case 'character':
        steps += 1;
        return node.set.has(text[position] ?? '') && then(position + 1);
      case 'assertion':
        steps += 1;
        return holds(node.source, position) && then(position);
      case 'choice':
        return node.options.some((option) => step(option, position, then));
      case 'sequence':
        return inSequence(node.items, 0, position, then);
      case 'repeat':
        return node.item.type === 'character'
          ? characters(node.item.set, node.min, node.max, position, then)
          : groups(node.item, node.min, node.max, position, then);
    }
  }

  function inSequence(
    items: readonly Expression[],
    index: number,
    position: number,
    then: (position: number) => boolean,
  ): boolean {
    const item = items[index];
    return item ? step(item, position, (next) => inSequence(items, index + 1, next, then)) : then(position);
  }

  function characters(
    set: ReadonlySet<string>,
    min: number,
    max: number,
    start: number,
    then: (position: number) => boolean,
  ): boolean {
    let end = start;
    while (end - start < max && set.has(text[end] ?? '')) {
      steps += 1;
      end += 1;
    }
    for (; end - start >= min; end -= 1) {
      steps += 1;
      if (then(end)) return true;
    }
    return false;
  }

  function groups(
    item: Expression,
    min: number,
    max: number,
    position: number,
    then: (position: number) => boolean,
  ): boolean {
    if (max > 0 && step(item, position, (next) => groups(item, Math.max(0, min - 1), max - 1, next, then))) return true;
    return min === 0 && then(position);
  }

  function holds(source: string, position: number): boolean {
    if (source === '^') return position === 0;
    if (source === '$') return position === text.length;
    return true;
  }
}
