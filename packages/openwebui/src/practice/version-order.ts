/** True when `version` is `since` or later. Anything after the third number ("0.12.0-dev") is ignored. */
export function isAtLeast(version: string, since: string): boolean {
  const [have, want] = [numbers(version), numbers(since)];
  for (let place = 0; place < 3; place++) {
    const difference = (have[place] ?? 0) - (want[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function numbers(version: string): number[] {
  return version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}
