/**
 * What the stand-in for Open WebUI is told to answer, and what the reader therefore expects. The order travels in the
 * question itself, because that is the one thing every contender hands through untouched.
 */

export interface AnswerScript {
  tokens: number;
  everyMs: number;
}

/** Ordinary prose with what prose brings: accents, quotation marks, line breaks, an emoji. */
const PROSE =
  'Bonjour ! Pour ouvrir un compte, choisissez « Mon espace » puis suivez les trois étapes. You can change the "delivery address" until the parcel leaves our warehouse, usually the next morning. \n\n- Returns are free for 30 days.\n- Keep the receipt, it’s the proof of purchase. 🙂 ';

/** Pieces of about the size models stream: a word with the space before it. */
const PIECES = PROSE.match(/\s*\S+/gu) ?? [];

export function question(script: AnswerScript): string {
  return `Please answer with ${script.tokens} tokens, one every ${script.everyMs} ms.`;
}

export function readScript(text: string): AnswerScript | undefined {
  const match = /with (\d+) tokens, one every (\d+) ms/.exec(text);
  return match ? { tokens: Number(match[1]), everyMs: Number(match[2]) } : undefined;
}

/** The text of each token, in order. */
export function tokensOf(script: AnswerScript): string[] {
  return Array.from({ length: script.tokens }, (_, index) => PIECES[index % PIECES.length] ?? '');
}
