/** The words of our menu paths, looked for in the interface that this version was built with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseResult } from '@guichet/openwebui/contract-suite';
import { CHECKED_VERSIONS, findMissingWords } from '@guichet/openwebui/menus';

/** @param starter the installed server's starter, `<environment>/bin/open-webui` */
export function checkMenus(version: string, starter: string): CaseResult {
  const name = 'every word of the menu paths stands in the interface, in English and in French';
  if (!CHECKED_VERSIONS.includes(version)) return { name, outcome: 'skipped', reason: `no menus for ${version} alone` };
  const started = performance.now();
  const missing = findMissingWords(version, readInterface(starter));
  const ms = Math.round(performance.now() - started);
  if (missing.length === 0) return { name, outcome: 'passed', ms };
  const words = missing.map(({ goal, locale, word }) => `${goal} (${locale}): ${word}`).join('\n');
  return { name, outcome: 'failed', ms, error: new Error(`not found:\n${words}`) };
}

function readInterface(starter: string): Map<string, string> {
  const packages = path.join(starter, '..', '..', 'lib');
  const python = readdirSync(packages).find((name) => name.startsWith('python')) ?? '';
  const folder = path.join(packages, python, 'site-packages', 'open_webui', 'frontend', '_app', 'immutable');
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith('.js'))
      .map((file) => [file.name, readFileSync(path.join(file.parentPath, file.name), 'utf8')]),
  );
}
