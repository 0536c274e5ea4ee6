// npm run test:openwebui: what Guichet relies on, asked of a real Open WebUI. OPENWEBUI_VERSION picks the version.
import { prepare, runStep } from './toolchain.mjs';

process.exit(runStep(prepare(), ['scripts/openwebui/real-contract.ts']));
