/** The lines of a block as a chain from the last one back: a copy of the block shares them, whatever is added to it. */
export interface TextLine {
  text: string;
  before: TextLine | undefined;
  /** The first one has 1. */
  number: number;
}

export function lineAfter(before: TextLine | undefined, text: string): TextLine {
  return { text, before, number: (before?.number ?? 0) + 1 };
}

/** @returns the lines that follow this one, the first of them first; undefined where it is not one of them */
export function linesAfter(line: TextLine | undefined, last: TextLine | undefined): TextLine[] | undefined {
  const lines: TextLine[] = [];
  let one = last;
  for (; one && one !== line; one = one.before) lines.push(one);
  return one === line ? lines.reverse() : undefined;
}

/** @returns what follows this line, from its end on; undefined where it is not one of them */
export function textAfter(line: TextLine | undefined, last: TextLine | undefined): string | undefined {
  const text = linesAfter(line, last)
    ?.map((one) => one.text)
    .join('\n');
  return line && text !== undefined && line !== last ? `\n${text}` : text;
}

export function wholeText(last: TextLine | undefined): string {
  return textAfter(undefined, last) ?? '';
}
