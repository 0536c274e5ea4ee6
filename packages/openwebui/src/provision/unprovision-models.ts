/**
 * Takes back what a set-up did for some models alone, while others go on: the account, its key and what others need stay.
 * Can be repeated; what could not be taken back stays in the record.
 */
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { type Administrator, createAdministrator } from './administrator.ts';
import { foundationsOf } from './find-foundation.ts';
import type { ModelRecord, ProvisionRecord, ShareRecord } from './provision-record.ts';
import type { UndoneStep } from './provision-types.ts';
import { modelRecordsOf, modelSteps, shareStep, takeBack, type UndoWishes, wholeAgentSteps } from './unprovision.ts';

export interface ModelUndoWishes extends Pick<UndoWishes, 'forgetSignIn' | 'onBefore' | 'onAfter'> {
  /** What is not needed any more, by the model that answers: where there is a copy, the copy. */
  models: readonly string[];
  /** What was prepared for others. */
  preparedForOthers: readonly string[];
  /** Every model that visitors are answered by once this is taken back. */
  answering: readonly string[];
  /** Nobody else works with the whole agent. */
  endsWholeAgent: boolean;
}

export interface UndoneModels {
  undone: UndoneStep[];
  /** What is left. */
  record: ProvisionRecord;
}

export async function unprovisionModels(
  desk: Desk,
  credential: Secret,
  record: ProvisionRecord,
  wishes: ModelUndoWishes,
): Promise<UndoneModels> {
  const administrator = createAdministrator(desk, credential);
  const models = modelRecordsOf(record).filter((one) => isAnyOf(one, wishes.models));
  const [gone, kept] = [models.filter((one) => !isNeeded(one, wishes)), models.filter((one) => isNeeded(one, wishes))];
  const shares = await sharesOf(administrator, record, models, wishes);
  const undone = await takeBack(
    [
      ...(wishes.endsWholeAgent ? wholeAgentSteps(administrator, credential, record, wishes) : []),
      ...kept.flatMap((model) =>
        modelSteps(administrator, record, model).map((one) => ({
          ...one,
          undo: async () => ({ outcome: 'kept', why: 'other-site' }) as const,
        })),
      ),
      ...gone.flatMap((model) => modelSteps(administrator, record, model)),
      ...shares.map((share) => shareStep(administrator, record, share)),
    ],
    wishes,
    record.baseUrl !== desk.baseUrl,
  );
  const isDone = undone.every(({ result }) => result.outcome !== 'failed');
  return { undone, record: isDone ? without(record, gone, shares, wishes.endsWholeAgent) : record };
}

function isAnyOf({ copy, closed }: ModelRecord, models: readonly string[]): boolean {
  return [copy?.id, closed?.id].some((id) => id !== undefined && models.includes(id));
}

/** A copy is needed where visitors are answered by it; what is closed, only where it was closed for others too. */
function isNeeded(model: ModelRecord, { preparedForOthers, answering }: ModelUndoWishes): boolean {
  return isAnyOf(model, preparedForOthers) || (model.copy !== undefined && answering.includes(model.copy.id));
}

/** What was shared for these models, the last one first, and no other one stands on. */
async function sharesOf(
  administrator: Administrator,
  record: ProvisionRecord,
  models: ModelRecord[],
  wishes: ModelUndoWishes,
): Promise<ShareRecord[]> {
  const sources = models.flatMap(({ copy }) => (copy ? [copy.of] : []));
  const own = await foundationsOf(administrator, [...wishes.models, ...sources]);
  const needed = await foundationsOf(administrator, [...wishes.preparedForOthers, ...wishes.answering]);
  const isIn = (things: readonly { kind: string; id: string }[], { kind, id }: ShareRecord) =>
    things.some((one) => one.kind === kind && one.id === id);
  return record.shares.filter((share) => isIn(own, share) && !isIn(needed, share)).reverse();
}

function without(
  { wholeAgent, otherModels = [], ...record }: ProvisionRecord,
  gone: ModelRecord[],
  shares: ShareRecord[],
  endsWholeAgent: boolean,
): ProvisionRecord {
  const others = otherModels.filter((one) => !gone.includes(one));
  const { way, model, copy, closed, ...ofAll } = wholeAgent ?? {};
  const isGone = wholeAgent !== undefined && gone.includes(wholeAgent);
  // One of the others takes the place, so that it is found again.
  const current =
    isGone || way === undefined
      ? others.pop()
      : { way, ...(model && { model }), ...(copy && { copy }), ...(closed && { closed }) };
  const left = { ...(!endsWholeAgent && ofAll), ...current };
  return {
    ...record,
    ...(Object.keys(left).length > 0 && { wholeAgent: { way: 'closed-already', ...left } }),
    ...(others.length > 0 && { otherModels: others }),
    shares: record.shares.filter((share) => !shares.includes(share)),
  };
}
