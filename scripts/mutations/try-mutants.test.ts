import { expect, it } from 'vitest';
import { type Trial, tryMutants } from './try-mutants.ts';

const LAMP = 'scripts/mutations/fixture/lamp.ts';
const by = (name: string) => [{ source: LAMP, tests: [`scripts/mutations/fixture/${name}.spec.ts`] }];
const notFound = (trials: readonly Trial[]) => trials.filter(({ found }) => !found).map(({ mutant }) => mutant.change);

it('finds every branch that is silenced where the tests look at each', async () => {
  const trials = await tryMutants(by('lamp-whole'));
  expect(trials.length).toBeGreaterThanOrEqual(10);
  expect(notFound(trials)).toEqual([]);
});

it('names the branches that no test looks at', async () => {
  expect(notFound(await tryMutants(by('lamp-half')))).toEqual([
    // Of the warning.
    'confidence is not confidence',
    "the row `'grey'` is left out",
    '`flickers` never holds',
    'warn(…) is silenced',
    'probable is said differently',
  ]);
});

it('says of a source without tests that nothing is found', async () => {
  const trials = await tryMutants([{ source: LAMP, tests: [] }]);
  expect(trials.length).toBeGreaterThanOrEqual(10);
  expect(trials.every(({ found }) => !found)).toBe(true);
});

it('knows nothing where the tests fail by themselves', async () => {
  await expect(tryMutants(by('lamp-broken'))).rejects.toThrow(/lamp-broken/);
});
