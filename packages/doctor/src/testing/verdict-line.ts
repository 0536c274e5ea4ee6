/**
 * A verdict in one line, whole, so that a table can hold one:
 *
 * `warn probable clock-skew clockAhead(seconds 31) | mayFail → operator | setClock {timedatectl set-ntp true} | skewSeconds 31`:
 * the status, how sure, the cause and what is said; the impact and whose turn it is; what to do; what was seen.
 * A step's `@` is where to click, and an observation's `[…]` from where it was seen, if not from Guichet.
 */
import type { Finding, FixStep, Observation, Verdict } from '../verdict.ts';

interface Reference {
  key: string;
  args?: unknown;
}

export function verdictLine(verdict: Verdict): string {
  switch (verdict.status) {
    case 'skip':
      return `skip ${referred(verdict.because)}`;
    case 'ok':
    case 'info':
      return parts(words(verdict.status, verdict.said && referred(verdict.said)), seen(verdict.evidence));
    default: {
      const { status, confidence, cause, said, impact, actor, fix, evidence } = verdict;
      return parts(
        words(status, confidence, cause, said && referred(said)),
        `${referred(impact)} → ${referred(actor)}`,
        stepsLine(fix),
        seen(evidence),
      );
    }
  }
}

/** Of a turn alone: what is said, if it says something by itself, whose turn it is, and what to do. */
export function turnLine(turn: Pick<Finding, 'said' | 'actor' | 'fix'> | undefined): string {
  if (!turn) return 'none';
  const { said, actor, fix } = turn;
  return parts(words(said && referred(said), `→ ${referred(actor)}`), stepsLine(fix));
}

export function stepsLine(steps: readonly FixStep[]): string {
  return steps.map(step).join(', ');
}

function parts(...all: string[]): string {
  return all.filter((part) => part !== '').join(' | ');
}

function words(...all: (string | undefined)[]): string {
  return all.filter((word) => word !== undefined).join(' ');
}

function referred({ key, args }: Reference): string {
  if (typeof args !== 'object' || args === null) return key;
  return `${key}(${Object.entries(args)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')})`;
}

function step({ how, goal, commands = [] }: FixStep): string {
  return words(referred(how) + (goal ? `@${goal}` : ''), commands.length > 0 ? `{${commands.join(' ')}}` : undefined);
}

function seen(evidence: readonly Observation[] = []): string {
  return evidence.map(observation).join(', ');
}

function observation({ label, observed, things, expected, vantage }: Observation): string {
  return words(
    label.key,
    things ? things.map(({ key }) => key).join('+') : observed,
    expected === undefined ? undefined : `(${expected})`,
    vantage === 'guichet' ? undefined : `[${vantage}]`,
  );
}
