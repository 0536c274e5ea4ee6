/**
 * From the words of a reply to the text and reasoning that are told: blocks of thought are taken out, pictures named, and
 * neither grows beyond its limit. Streamed and whole answers both go through here.
 */
import { cutText } from './cut-text.ts';
import { createPictureNamer } from './picture-namer.ts';
import { createThinkSplitter } from './think-splitter.ts';

export interface AnswerTextListener {
  onText(text: string): void;
  onReasoning(text: string): void;
  /** What was told so far was another thing than it seemed: this is all of it now. */
  onRewrite(answer: { text: string; reasoning: string }): void;
}

export interface AnswerText {
  /** @returns false when the limit is reached; what fits was told */
  text(piece: string): boolean;
  /** Reasoning that came in a field of its own. @returns false when the limit is reached */
  reasoning(piece: string): boolean;
  /** Tells what was held back. @param whole the provider said that it had finished */
  end(whole: boolean): void;
}

/** A long piece is read in parts, so that no more of it is looked at than is told. */
const PART_CHARS = 64 * 1024;

export function createAnswerText(listener: AnswerTextListener, maxChars: number): AnswerText {
  /** As it was told. */
  let text = '';
  let reasoning = '';
  let full = false;

  const textNamer = createPictureNamer((piece) => {
    const part = fitting(piece, text.length);
    text += part;
    if (part !== '') listener.onText(part);
  });
  const reasoningNamer = createPictureNamer((piece) => {
    const part = fitting(piece, reasoning.length);
    reasoning += part;
    if (part !== '') listener.onReasoning(part);
  });
  const splitter = createThinkSplitter(textNamer.feed, reasoningNamer.feed, { onTakeBack, onPutBack });

  /** What of a piece there is room for, without half a character at its end. */
  function fitting(piece: string, used: number): string {
    if (full) return '';
    const room = maxChars - used;
    if (piece.length <= room) return piece;
    full = true;
    return cutText(piece, room);
  }

  function onTakeBack(): void {
    textNamer.end();
    reasoningNamer.end();
    if (text === '') return;
    rewrite('', cutText(reasoning + text, maxChars));
  }

  function onPutBack(mark: string, block: string): void {
    textNamer.end();
    reasoningNamer.end();
    const told = named(block);
    // Reasoning that came in its own field meanwhile stands behind it, and stays.
    const from = reasoning.lastIndexOf(told);
    const left = from === -1 ? reasoning : reasoning.slice(0, from) + reasoning.slice(from + told.length);
    rewrite(cutText(text + mark + told, maxChars), left);
  }

  function rewrite(newText: string, newReasoning: string): void {
    text = newText;
    reasoning = newReasoning;
    listener.onRewrite({ text, reasoning });
  }

  function inParts(piece: string, read: (part: string) => void): boolean {
    if (piece.length <= PART_CHARS) {
      if (!full) read(piece);
      return !full;
    }
    for (let from = 0; from < piece.length && !full; from += PART_CHARS) read(piece.slice(from, from + PART_CHARS));
    return !full;
  }

  return {
    text: (piece) => inParts(piece, splitter.feed),
    reasoning: (piece) => inParts(piece, reasoningNamer.feed),
    end(whole) {
      splitter.end(whole);
      textNamer.end();
      reasoningNamer.end();
    },
  };
}

function named(text: string): string {
  let told = '';
  const namer = createPictureNamer((piece) => {
    told += piece;
  });
  namer.feed(text);
  namer.end();
  return told;
}
