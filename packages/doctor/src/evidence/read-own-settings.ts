import type { OwnSettings } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { needsOf } from './needs-of.ts';

export const gatherOwnSettings: Gatherer<'own'> = async ({ input }): Promise<OwnSettings> => {
  const {
    publicUrl,
    allowedOrigins = [],
    refusedOrigins = [],
    forwarded,
    version,
    latestVersion,
    runtime,
    masterKey,
    model,
    tools,
    misnamed,
  } = input;
  return {
    allowedOrigins,
    refusedOrigins,
    keyNeeds: needsOf(input),
    ...(forwarded !== undefined && { forwarded }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(version !== undefined && { version }),
    ...(latestVersion !== undefined && { latestVersion }),
    ...(runtime !== undefined && { runtime }),
    ...(masterKey !== undefined && { masterKey }),
    ...(model !== undefined && { model }),
    ...(tools !== undefined && { tools }),
    ...(misnamed !== undefined && { misnamed }),
  };
};
