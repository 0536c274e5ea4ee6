/**
 * `npm run test:mutations`: silences every branch of the doctor's checks, one after the other, and says which of them no
 * test noticed. `npm run test:mutations -- key/ answer-fix` tries the sources whose path holds one of these words; with
 * `client/`, the tables from what came back to a cause, whose rows are not all asked yet.
 */
import { causeTableTargets, checkTargets } from './targets.ts';
import { type Trial, tryMutants } from './try-mutants.ts';

const words = process.argv.slice(2);
const named = [...checkTargets(), ...causeTableTargets()].filter(({ source }) =>
  words.some((word) => source.includes(word)),
);
const targets = words.length === 0 ? checkTargets() : named;
const startedMs = performance.now();
let tried = 0;
const onTrial = (trial: Trial) => {
  tried += 1;
  if (!trial.found) console.error(line(trial));
  if (tried % 100 === 0) console.log(`… ${tried} tried`);
};
const trials = await tryMutants(targets, onTrial);
const notFound = trials.filter(({ found }) => !found);
const seconds = Math.round((performance.now() - startedMs) / 1000);
console.log(
  `${trials.length} mutants of ${targets.length} sources in ${seconds} s: ${trials.length - notFound.length} found, ${notFound.length} not found`,
);
process.exitCode = trials.length === 0 || notFound.length > 0 ? 1 : 0;

function line({ source, mutant }: Trial): string {
  return `NOT FOUND ${source}:${mutant.line} ${mutant.change}`;
}
