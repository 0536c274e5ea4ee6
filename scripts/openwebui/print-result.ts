import type { CaseResult } from '@guichet/openwebui/contract-suite';

export function printResult(result: CaseResult): void {
  if (result.outcome === 'skipped') {
    console.log(`skip  ${result.name} (${result.reason})`);
  } else if (result.outcome === 'passed') {
    console.log(`ok    ${result.name} (${result.ms} ms)`);
  } else {
    const { error } = result;
    console.log(`FAIL  ${result.name} (${result.ms} ms)`);
    console.log(indented(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
