// npm run test:attack: Guichet with little memory, attacked as a stranger would, on this machine's loopback only.
// `npm run test:attack -- pipelined` runs the attacks whose name holds that word.
// `npm run test:attack -- --strict` fails on a slow health check too, which only a machine that does nothing else can judge.
import { prepare, runStep } from './toolchain.mjs';

process.exit(runStep(prepare(), ['scripts/attack/run-attacks.ts', ...process.argv.slice(2)]));
