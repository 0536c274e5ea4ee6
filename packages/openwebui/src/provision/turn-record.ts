/** One set-up closes as many models as there are sites with one of their own. */
import type { ModelRecord, ProvisionRecord } from './provision-record.ts';

/** @returns the record with what was done for this model in its place, and what was done for another one kept beside it */
export function turnRecordTo(record: ProvisionRecord, modelId: string): ProvisionRecord {
  const { wholeAgent, otherModels = [] } = record;
  if (!wholeAgent || isAbout(wholeAgent, modelId)) return record;
  const own = otherModels.find((one) => isAbout(one, modelId));
  // An answer of an interrupted set-up still counts where nobody can tell which model it was about.
  if (!hasClosed(wholeAgent) && wholeAgent.model === undefined && !own) return record;
  const { way, model, copy, closed, ...ofAll } = wholeAgent;
  const current: ModelRecord = { way, ...(model && { model }), ...(copy && { copy }), ...(closed && { closed }) };
  return {
    ...record,
    // Looked at anew: this is no answer to what will be asked of the other model.
    wholeAgent: { way: 'closed-already', ...ofAll, ...own },
    otherModels: [...otherModels.filter((one) => one !== own), ...(hasClosed(current) ? [current] : [])],
  };
}

function isAbout({ model, copy, closed }: ModelRecord, modelId: string): boolean {
  return [model, copy?.id, copy?.of, closed?.id].includes(modelId);
}

function hasClosed({ copy, closed }: ModelRecord): boolean {
  return copy !== undefined || closed !== undefined;
}
