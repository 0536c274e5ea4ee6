/** widget → Guichet → Open WebUI → provider: which link the first failure breaks. */
import type { ReportCheck } from './report/report.ts';

/** The place of the link: 0 between widget and Guichet, 1 between Guichet and Open WebUI, 2 behind Open WebUI. */
export function brokenLink(checks: readonly ReportCheck[]): 0 | 1 | 2 | undefined {
  const failing = checks.find(({ status }) => status === 'fail');
  if (!failing) return undefined;
  if (failing.group === 'own') return 0;
  return failing.cause?.startsWith('provider-') ? 2 : 1;
}

export function drawChain(names: readonly string[], broken: number | undefined): string {
  return names.reduce((drawn, name, place) => `${drawn} ${place - 1 === broken ? '─ ✕ ─' : '───'} ${name}`);
}
