/** A browser that keeps nothing for this page throws at the mere look. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
