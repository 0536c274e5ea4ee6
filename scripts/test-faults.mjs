// `npm run test:faults`: two replicas on a PostgreSQL and a Redis of their own, with 200 answers under way: one is killed
// again and again, both are replaced one after the other, Redis and PostgreSQL go away and come back. Loopback only.
// `npm run test:faults -- --kills 5` kills five times instead of twenty; `-- kill` carries out the faults of that name.
import { prepare, runStep } from './toolchain.mjs';

process.exit(runStep(prepare(), ['scripts/faults/run-faults.ts', ...process.argv.slice(2)]));
