/** @returns undefined where the page or the browser has no such question, or answers it with nothing */
export function mediaQuery(words: string): MediaQueryList | undefined {
  try {
    return matchMedia(words) ?? undefined;
  } catch {
    return undefined;
  }
}
