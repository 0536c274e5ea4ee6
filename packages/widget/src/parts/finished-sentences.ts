/** What ends a sentence: a sign before a space, a sign of the East that needs none, or the end of a line. */
const TO_LAST_END = /^.*(?:[.!?…؟](?=\s)|[。！？]|\n)/s;

/** The sentences of a growing text that are whole, from a place on; the last one may go on yet. */
export function finishedSentences(text: string, from: number): string {
  return TO_LAST_END.exec(text.slice(from))?.[0] ?? '';
}
