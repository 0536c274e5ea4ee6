// npm run test:openwebui: what Guichet relies on, asked of a real Open WebUI. OPENWEBUI_VERSION picks the version;
// `npm run test:openwebui -- doctor` runs the doctor's cases alone, `-- fresh` setting up alone.
import { prepare, runStep } from './toolchain.mjs';

process.exit(runStep(prepare(), ['scripts/openwebui/real-contract.ts', ...process.argv.slice(2)]));
