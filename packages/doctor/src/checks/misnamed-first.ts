import type { OwnSettings } from '../evidence/evidence-map.ts';
import type { FixStep } from '../verdict.ts';

type Steps = [FixStep, ...FixStep[]];

/** What is wanted may be there already, under a name that nobody reads: then that is the first thing to mend. */
export function misnamedFirst({ misnamed = [] }: OwnSettings, wanted: string, steps: Steps): Steps {
  const found = misnamed.find(({ meant }) => meant === wanted || meant === `${wanted}_FILE`);
  return found ? [{ how: { key: 'renameSetting', args: { name: found.name, meant: found.meant } } }, ...steps] : steps;
}
