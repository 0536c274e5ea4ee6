/** Every directive by its name. How they are written stands at the head of `read-guide.ts`. */
import type { Directive } from './directive.ts';
import { figure } from './figure.ts';
import { cause, causes, checks, doctor, finding } from './findings.ts';
import { menu } from './menu.ts';
import { error, errors, settings, version } from './reference.ts';
import { versions } from './versions.ts';

/** These stand alone on their line. */
export const BLOCK_DIRECTIVES: ReadonlyMap<string, Directive> = new Map(
  Object.entries({ causes, checks, errors, figure, finding, menu, settings, versions }),
);

/** These stand within a line. */
export const INLINE_DIRECTIVES: ReadonlyMap<string, Directive> = new Map(
  Object.entries({ cause, doctor, error, version }),
);
