/** One set-up closes as many models as there are sites with one of their own. */
import type { ModelRecord, ProvisionRecord } from './provision-record.ts';

/** @returns the record with what was done for this model in its place, and what was done for another one kept beside it */
export function turnRecordTo(record: ProvisionRecord, modelId: string): ProvisionRecord {
  const { wholeAgent, otherModels = [] } = record;
  // Where nothing was closed yet, an answer of an interrupted set-up is all there is, and it still counts.
  if (!wholeAgent || !hasClosed(wholeAgent) || isAbout(wholeAgent, modelId)) return record;
  const { way, copy, closed, ...ofAll } = wholeAgent;
  const current: ModelRecord = { way, ...(copy && { copy }), ...(closed && { closed }) };
  const own = otherModels.find((one) => isAbout(one, modelId));
  return {
    ...record,
    // Looked at anew: this is no answer to what will be asked of the other model.
    wholeAgent: { way: 'closed-already', ...ofAll, ...own },
    otherModels: [...otherModels.filter((one) => one !== own), current],
  };
}

function isAbout({ copy, closed }: ModelRecord, modelId: string): boolean {
  return copy?.id === modelId || copy?.of === modelId || closed?.id === modelId;
}

function hasClosed({ copy, closed }: ModelRecord): boolean {
  return copy !== undefined || closed !== undefined;
}
