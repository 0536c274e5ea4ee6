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

/**
 * Of `known` the version that is most like this one: of the same line if there is one, and among those the closest
 * number. Between two that are equally close the older one, because what is new came up at some time after it.
 */
export function nearestVersion(version: string, known: readonly string[]): string {
  const [major = 0, line = 0, patch = 0] = numbers(version);
  const distance = (other: string): readonly number[] => {
    const [otherMajor = 0, otherLine = 0, otherPatch = 0] = numbers(other);
    const lines = Math.abs((otherMajor - major) * 1_000 + otherLine - line);
    // Of a line before, its last release is the nearest; of a line behind, its first.
    const patches = lines === 0 ? Math.abs(otherPatch - patch) : isBefore(other, version) ? -otherPatch : otherPatch;
    return [lines, patches];
  };
  const [first, ...others] = known.toSorted(compare);
  if (first === undefined) throw new Error('no version is known');
  return others.reduce((nearest, other) => (isCloser(distance(other), distance(nearest)) ? other : nearest), first);
}

function isCloser([lines = 0, patches = 0]: readonly number[], [otherLines = 0, otherPatches = 0]: readonly number[]) {
  return lines < otherLines || (lines === otherLines && patches < otherPatches);
}
