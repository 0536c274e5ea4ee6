/** Which of two versions of Open WebUI comes first. Anything after the third number ("0.12.0-dev") is left aside. */

/** True when `version` is `since` or later. */
export function isAtLeast(version: string, since: string): boolean {
  return compare(version, since) >= 0;
}

/** True when `version` comes before `other`. */
export function isBefore(version: string, other: string): boolean {
  return compare(version, other) < 0;
}

function compare(version: string, other: string): number {
  const [a, b] = [numbers(version), numbers(other)];
  return [0, 1, 2].map((place) => (a[place] ?? 0) - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function numbers(version: string): number[] {
  return version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}
