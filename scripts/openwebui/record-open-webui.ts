/**
 * Starts a real Open WebUI and writes down how it answers about 165 requests, for the practice server to be measured by.
 * `OPENWEBUI_VERSION=0.12.4 node scripts/under-node.mjs scripts/openwebui/record-open-webui.ts`
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { scriptedProvider } from '@guichet/openwebui/contract-suite';
import { likeness } from '../../packages/openwebui/src/practice/recorder/likeness.ts';
import { record } from '../../packages/openwebui/src/practice/recorder/record.ts';
import { startPractice } from '../../packages/openwebui/src/practice/start-practice.ts';
import { installOpenWebUi } from './install-open-webui.ts';
import { serveProvider } from './provider-server.ts';
import { signInAdmin } from './sign-in-admin.ts';
import { startOpenWebUi } from './start-open-webui.ts';

const version = process.env.OPENWEBUI_VERSION;
if (!version) throw new Error('OPENWEBUI_VERSION says which version to record.');
const installed = installOpenWebUi(version);
if ('missing' in installed) throw new Error(`Open WebUI ${version} cannot be had: ${installed.missing}.`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const served = await serveProvider(scriptedProvider());
const server = await startOpenWebUi(installed.starter, served, { equipped: false });
try {
  // Before 0.8 no account is made at the start.
  await signInAdmin(server.baseUrl);
  const recording = await record(server.baseUrl);
  const folder = path.join(import.meta.dirname, '../../packages/openwebui/src/practice/recorded');
  writeFileSync(path.join(folder, `${version}.json`), `${JSON.stringify(recording, null, 1)}\n`);
  console.log(`${recording.length} answers of Open WebUI ${version} were written down.`);
  const practice = await startPractice({ version, provider: { tokenMs: 2 } });
  const { comparedCount, alikeCount, differences } = likeness(recording, await record(practice.url));
  await practice.close();
  console.log(`The practice server answers ${alikeCount} of ${comparedCount} alike.`);
  for (const [name, difference] of differences) console.log(`  ${name}: ${difference}`);
} finally {
  await server.stop();
  await served.close();
}
