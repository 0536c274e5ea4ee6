import type { SettingsWish } from '@guichet/contract/set-up-api';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';
import type { WizardModel } from './wizard-model.ts';

export type Kept =
  | { kind: 'kept' }
  /** The server's sentence for each setting that it does not take; nothing was changed. */
  | { kind: 'refused'; problems: Readonly<Record<string, string>> }
  | { kind: 'failed'; failure: Failure };

/** Keeps what a step is about, and reads anew how far the set-up is with it: the next step may be another one now. */
export async function keepSettings(
  api: Pick<AdminApi, 'changeSettings'>,
  wizard: Pick<WizardModel, 'load'>,
  changes: SettingsWish['changes'],
): Promise<Kept> {
  if (Object.keys(changes).length === 0) return { kind: 'kept' };
  const outcome = await api.changeSettings(changes);
  if (!outcome.ok) return { kind: 'failed', failure: outcome.failure };
  if (outcome.value.kind === 'refused') {
    return {
      kind: 'refused',
      problems: Object.fromEntries(outcome.value.problems.map(({ name, text }) => [name, text])),
    };
  }
  await wizard.load();
  return { kind: 'kept' };
}
