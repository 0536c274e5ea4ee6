/** Lower-case words without accents. Keeps the dash of `sk-`, which is the point of many a question. */
export function questionWords(question: string): string[] {
  return (
    question
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .match(/sk-|[a-z0-9]+/g) ?? []
  );
}
