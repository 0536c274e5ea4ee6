/** Which checks fail, over many rounds: what has changed since the round before is all that anybody is told. */
import type { CheckId, CheckResult } from '@guichet/doctor';

export interface FailingChange {
  /** Well before, failing now, or failing for another cause. */
  failing: CheckResult[];
  /** Failing before, well now. */
  well: CheckResult[];
}

export class FailingChecks {
  readonly #failing = new Map<CheckId, CheckResult>();

  get ids(): readonly CheckId[] {
    return [...this.#failing.keys()];
  }

  /** Whether a check fails for this cause: then it is known already. */
  explains(cause: string): boolean {
    return [...this.#failing.values()].some((result) => causeOf(result) === cause);
  }

  /** What these results change. Checks that are not among them stay as they are. */
  changeBy(results: readonly CheckResult[]): FailingChange {
    const change: FailingChange = { failing: [], well: [] };
    for (const result of results) {
      const before = this.#failing.get(result.id);
      const state = stateOf(result);
      if (state === 'failing' && (!before || causeOf(before) !== causeOf(result))) change.failing.push(result);
      if (state === 'well' && before) change.well.push(result);
    }
    return change;
  }

  apply(change: FailingChange): void {
    for (const result of change.failing) this.#failing.set(result.id, result);
    for (const { id } of change.well) this.#failing.delete(id);
  }

  clear(): void {
    this.#failing.clear();
  }
}

export function isChange({ failing, well }: FailingChange): boolean {
  return failing.length > 0 || well.length > 0;
}

/** A check that an earlier failure hides, that ran out of time or crashed may still fail: nobody knows. */
function stateOf({ outcome }: CheckResult): 'failing' | 'well' | 'unknown' {
  switch (outcome.status) {
    case 'fail':
      return 'failing';
    case 'crashed':
      return 'unknown';
    case 'skipped':
      return outcome.explainedBy !== undefined || outcome.because.key === 'outOfTime' ? 'unknown' : 'well';
    default:
      return 'well';
  }
}

function causeOf({ outcome }: CheckResult): string | undefined {
  return outcome.status === 'fail' ? outcome.cause : undefined;
}
