/**
 * Lower-case words without accents. Keeps the dash of `sk-`, which is the point of many a question, and the difference
 * between « où » and « ou », which without its accent would be lost: the first becomes « endroit ».
 */
export function questionWords(question: string): string[] {
  return (
    question
      .toLowerCase()
      .normalize('NFC')
      .replace(/(?<!\p{L})où(?!\p{L})/gu, 'endroit')
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .match(/sk-|[a-z0-9]+/g) ?? []
  );
}
