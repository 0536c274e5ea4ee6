import type { Settings } from './read-settings.ts';

/** Whether all values are the same, wherever they come from. */
export function sameSettings(one: Settings, other: Settings): boolean {
  return (Object.keys(one) as (keyof Settings)[]).every(
    (key) => JSON.stringify(one[key].value) === JSON.stringify(other[key].value),
  );
}
