// npm run test:attack: Guichet with little memory, attacked as a stranger would, on this machine's loopback only.
// `npm run test:attack -- pipelined` runs the attacks whose name holds that word.
import { prepare, runStep } from './toolchain.mjs';

process.exit(runStep(prepare(), ['scripts/attack/run-attacks.ts', ...process.argv.slice(2)]));
