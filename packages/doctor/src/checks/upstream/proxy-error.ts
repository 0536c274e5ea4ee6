import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';

/** What a proxy says when the program behind it is not there, or does not answer it in time. */
const DOWN = new Set([502, 503, 521, 523]);
const SLOW = new Set([504, 522, 524, 408]);

export const upstreamProxyError = defineCheck({
  id: 'upstream/proxy-error',
  causes: ['connection-refused', 'timeout'],
  after: ['upstream/answers'],
  needs: ['front'],
  run({ front: { health, version, config, isOpenWebUi } }) {
    if (isOpenWebUi) return ok();
    // Some proxies answer for the health of what stands behind them.
    const told = [health, version, config].flatMap((seen) => (seen.kind === 'reply' ? [seen.reply] : []));
    const reply = told.find(({ status }) => DOWN.has(status) || SLOW.has(status));
    if (!reply) return ok();
    const { status, server } = reply;
    return fail({
      cause: SLOW.has(status) ? 'timeout' : 'connection-refused',
      confidence: 'probable',
      said: { key: 'proxyFindsNobody', args: { status } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('status', status), ...(server ? [saw('server', server)] : [])],
      fix: [
        { how: { key: 'checkRunning' }, commands: ['docker ps'] },
        { how: { key: 'checkProxyTarget' } },
        { how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] },
      ],
    });
  },
});
