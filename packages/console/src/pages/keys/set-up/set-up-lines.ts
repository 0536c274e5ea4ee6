/** The steps of a set-up while it is carried out or taken back. Pure. */
import type { SetUpProgressView, SetUpStepView } from '@guichet/contract/admin-api';

export interface SetUpLine extends Omit<SetUpStepView, 'state'> {
  state: SetUpStepView['state'] | 'doing';
}

/** A step that was planned turns; one that was not (taking back has no plan) joins at the end. */
export function withProgress(lines: readonly SetUpLine[], line: SetUpProgressView): readonly SetUpLine[] {
  if (line.kind === 'end') return lines;
  const next: SetUpLine = line.kind === 'before' ? { ...line.step, state: 'doing' } : line.step;
  const isThere = lines.some(({ id }) => id === next.id);
  return isThere ? lines.map((one) => (one.id === next.id ? next : one)) : [...lines, next];
}

/** Nothing is under way any more: what was begun and never reported is as good as not done. */
export function atRest(lines: readonly SetUpLine[]): readonly SetUpLine[] {
  return lines.map((line) => (line.state === 'doing' ? { ...line, state: 'to-do' } : line));
}
