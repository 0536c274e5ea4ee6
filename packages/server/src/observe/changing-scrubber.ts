import { createScrubber } from '@guichet/keys/scrub';

/** Builds a scrubber anew whenever another secret has come, which is seldom; asks at each line, which is cheap. */
export function createChangingScrubber(secrets: () => readonly string[]): (text: string) => string {
  let known: readonly string[] = [];
  let scrubber = createScrubber({ secrets: [] });
  return (text) => {
    const current = secrets();
    if (current.length !== known.length || current.some((secret, index) => secret !== known[index])) {
      known = current;
      scrubber = createScrubber({ secrets: known });
    }
    return scrubber(text);
  };
}
