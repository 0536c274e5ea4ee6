/** What a check says. References, not sentences: a report can be read again in the other language. */
import type { Cause } from '@guichet/contract/cause';
import type { Confidence, Vantage } from '@guichet/contract/report';
import type { MenuGoal } from '@guichet/openwebui/menus';
import type { TextRef } from './text/texts.ts';

export type { Confidence, Vantage } from '@guichet/contract/report';

export interface Observation {
  label: TextRef<'label'>;
  /** A value, never a secret: shown as it is in every language. */
  observed: string;
  /** In place of `observed`: things that have a name in every language. */
  things?: readonly TextRef<'reach'>[];
  expected?: string;
  vantage: Vantage;
}

export interface FixStep {
  how: TextRef<'fix'>;
  /** Where to click in the Open WebUI that was found. */
  goal?: MenuGoal;
  commands?: readonly string[];
}

export interface Finding {
  cause?: Cause;
  confidence: Confidence;
  /** Without it, the cause's own sentence. */
  said?: TextRef<'said'>;
  impact: TextRef<'impact'>;
  actor: TextRef<'actor'>;
  evidence?: readonly Observation[];
  fix: readonly [FixStep, ...FixStep[]];
}

export type Verdict =
  | { status: 'ok' | 'info'; said?: TextRef<'said'>; evidence?: readonly Observation[] }
  | { status: 'skip'; because: TextRef<'said'> }
  | ({ status: 'warn' | 'fail' } & Finding & ({ cause: Cause } | { said: TextRef<'said'> }));

type NamedFinding = Finding & ({ cause: Cause } | { said: TextRef<'said'> });

export function ok(...evidence: Observation[]): Verdict {
  return { status: 'ok', evidence };
}

export function info(said: TextRef<'said'>, ...evidence: Observation[]): Verdict {
  return { status: 'info', said, evidence };
}

/** There is nothing to judge here. */
export function skip(because: TextRef<'said'>): Verdict {
  return { status: 'skip', because };
}

export function fail(finding: NamedFinding): Verdict {
  return { status: 'fail', ...finding };
}

export function warn(finding: NamedFinding): Verdict {
  return { status: 'warn', ...finding };
}

export function saw(
  label: TextRef<'label'>['key'],
  observed: string | number,
  more: { expected?: string; vantage?: Vantage } = {},
): Observation {
  return { label: { key: label }, observed: String(observed), vantage: 'guichet', ...more };
}
