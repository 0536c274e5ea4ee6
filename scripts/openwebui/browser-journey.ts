/**
 * A visitor's journey in a real browser, through Guichet, to this Open WebUI. It is a script of its own that reads where
 * to go from its environment and leaves with 0 for passed, 77 for skipped, anything else for failed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CaseResult } from '@guichet/openwebui/contract-suite';

const SCRIPT = path.join(import.meta.dirname, '..', '..', 'e2e', 'openwebui-journey.ts');
const SKIPPED = 77;

export async function runBrowserJourney(environment: Record<string, string>): Promise<CaseResult> {
  const name = 'a visitor gets an answer in a browser';
  if (!existsSync(SCRIPT)) return { name, outcome: 'skipped', reason: 'there is no e2e/openwebui-journey.ts yet' };
  const started = performance.now();
  // Not spawnSync: the provider lives in this process and has to answer meanwhile.
  const child = spawn(process.execPath, [SCRIPT], { stdio: 'inherit', env: { ...process.env, ...environment } });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ms = Math.round(performance.now() - started);
  if (code === 0) return { name, outcome: 'passed', ms };
  if (code === SKIPPED) return { name, outcome: 'skipped', reason: 'see above' };
  return { name, outcome: 'failed', ms, error: `it left with ${code}` };
}
