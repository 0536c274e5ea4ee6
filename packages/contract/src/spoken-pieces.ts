/**
 * An answer as it is read aloud: without what is there for the eye, in pieces of some sentences, so that the first one is
 * heard before the last one is made. The server and the widget count the same pieces.
 */

/** Half a minute of speech; a sentence that is longer is parted at a space. */
export const MAX_PIECE_CHARS = 400;

/** A quarter of an hour. What comes after is not read. */
export const MAX_SPOKEN_PIECES = 40;

const CODE_FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/;

export function spokenPieces(markdown: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of sentencesOf(markdown)) {
    if (piece !== '' && piece.length + sentence.length >= MAX_PIECE_CHARS) {
      pieces.push(piece);
      piece = '';
    }
    piece = piece === '' ? sentence : `${piece} ${sentence}`;
  }
  if (piece !== '') pieces.push(piece);
  return pieces.slice(0, MAX_SPOKEN_PIECES);
}

function* sentencesOf(markdown: string): Generator<string> {
  for (const line of proseLines(markdown)) {
    let rest = withoutMarks(line);
    while (rest !== '') {
      const end = endOfSentence(rest);
      const sentence = rest.slice(0, end).trim();
      rest = rest.slice(end).trimStart();
      // Of bare marks nothing is heard.
      if (/[\p{L}\p{N}]/u.test(sentence)) yield sentence;
    }
  }
}

/** Code is not read: nobody understands it by ear. */
function* proseLines(markdown: string): Generator<string> {
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = CODE_FENCE.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence === undefined) yield line;
    else if (mark?.startsWith(fence)) fence = undefined;
  }
}

function withoutMarks(line: string): string {
  return (
    line
      .replace(/^[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t](?:\[[ xX]\][ \t])?)?/, '')
      // Pictures by what they show, links by their words, sources not at all.
      .replace(/!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]"[^"\n]{0,300}")?\)/g, '$1')
      .replace(/\[\d{1,3}\]/g, '')
      .replace(/https?:\/\/([^\s/<>()]{1,300})[^\s<>()]{0,2000}/g, '$1')
      .replace(/[*_~`]+/g, '')
      .replaceAll('|', ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** @returns where the next sentence begins */
function endOfSentence(text: string): number {
  const within = text.slice(0, MAX_PIECE_CHARS);
  const end = /[.!?…](?=\s)|[。！？]/u.exec(within);
  if (end) return end.index + end[0].length;
  if (text.length <= MAX_PIECE_CHARS) return text.length;
  const space = within.lastIndexOf(' ');
  return space > 0 ? space : MAX_PIECE_CHARS;
}
