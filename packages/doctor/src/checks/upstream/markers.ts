import { defineCheck } from '../../check.ts';
import { info, ok, skip } from '../../verdict.ts';

/** Open WebUI writes `X-Process-Time` on every reply. A proxy that drops it drops other headers too. */
export const upstreamMarkers = defineCheck({
  id: 'upstream/markers',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front: { health } }) {
    if (health.kind !== 'reply') return skip({ key: 'nothingToSee' });
    return health.reply.hasProcessTime ? ok() : info({ key: 'headersDropped' });
  },
});
