import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundExpression {
  readonly file: string;
  readonly expression: RegExp;
}

const LITERAL =
  /(?:[=(,:[&|?!]\s*|\breturn\s+|^\s+)\/(?![/*])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;

/** Every regular expression written in the package's own files (not in its tests, samples or proofs). */
export function expressionsInSource(folder: string): FoundExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !file.startsWith('proof') && !file.startsWith('samples'))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(LITERAL)].map(([, source = '', flags]) => ({
        file,
        expression: new RegExp(source, flags),
      })),
    );
}
