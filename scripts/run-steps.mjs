// The steps of `npm test` and `npm run test:long`: each is named, timed and carried out even when an earlier one failed.
import path from 'node:path';
import { root, runStep } from './toolchain.mjs';

/**
 * @param {[name: string, args: string[], environment?: Record<string, string>][]} steps a file of the repository and its arguments
 * @returns {string[]} the names of those that failed
 */
export function runSteps(node, steps) {
  const failed = [];
  for (const [name, [file, ...args], environment] of steps) {
    const startedAt = Date.now();
    console.log(`\n== ${name}`);
    const passed = runStep(node, [path.join(root, file), ...args], environment) === 0;
    if (!passed) failed.push(name);
    console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }
  return failed;
}

/** Says aloud what could not be had and therefore not be tested. @returns {string[]} what fails where all must be had */
export function missing(what, consequence) {
  console.log(`\nNO ${what.toUpperCase()} COULD BE HAD: ${consequence}`);
  return process.env.CI === 'true' ? [`no ${what}`] : [];
}

/** Leaves with what the steps came to. */
export function leave(failed) {
  if (failed.length === 0) return;
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
