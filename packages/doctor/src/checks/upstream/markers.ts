import { defineCheck } from '../../check.ts';
import { info, ok } from '../../verdict.ts';

/** Open WebUI writes `X-Process-Time` on every reply. A proxy that drops it drops other headers too. */
export const upstreamMarkers = defineCheck({
  id: 'upstream/markers',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front: { health } }) {
    return health.kind === 'reply' && !health.reply.hasProcessTime ? info({ key: 'headersDropped' }) : ok();
  },
});
