import type { Block } from './block.ts';
import type { Line } from './line.ts';

export type Verdict = 'yes' | 'no' | 'ends here';

/** Whether a line belongs to a block that is open; reads the marks that say so. The line's text was found. */
export function continues(block: Block, line: Line): Verdict {
  switch (block.type) {
    case 'quote':
      if (line.isIndented || !line.rest.startsWith('>')) return 'no';
      line.skipToText();
      line.skipCharacters(1);
      if (line.isAtSpace) line.skipColumns(1);
      return 'yes';
    case 'item':
      return continuesItem(block, line);
    case 'list':
    case 'document':
      return 'yes';
    case 'code':
      return block.fence ? continuesFence(block, line) : continuesIndented(line);
    case 'paragraph':
    case 'table':
      return line.isBlank ? 'no' : 'yes';
    default:
      return 'no';
  }
}

function continuesItem({ marker, children }: Block, line: Line): Verdict {
  if (!marker) return 'no';
  if (line.isBlank) {
    if (children.length === 0) return 'no';
    line.skipToText();
    return 'yes';
  }
  const wanted = marker.offset + marker.padding;
  if (line.indent < wanted) return 'no';
  line.skipColumns(wanted);
  return 'yes';
}

function continuesFence({ fence }: Block, line: Line): Verdict {
  if (!fence) return 'no';
  const closing = line.isIndented ? null : /^(`{3,}|~{3,})[ \t]*$/.exec(line.rest);
  if (closing?.[1]?.startsWith(fence.sign) && closing[1].length >= fence.length) return 'ends here';
  for (let left = fence.indent; left > 0 && line.isAtSpace; left--) line.skipColumns(1);
  return 'yes';
}

function continuesIndented(line: Line): Verdict {
  if (line.isIndented) line.skipColumns(4);
  else if (line.isBlank) line.skipToText();
  else return 'no';
  return 'yes';
}
