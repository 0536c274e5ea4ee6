import { defineCheck } from '../../check.ts';
import type { SeenReply } from '../../evidence/evidence-map.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { FRONT_SAID } from '../front-turn.ts';

/** What a proxy says by its status when the program behind it is not there, or does not answer it in time. */
const DOWN = new Set([502, 503, 520, 521, 523, 530]);
const SLOW = new Set([504, 522, 524, 408]);
const DISTRUSTS = new Set([525, 526]);

export const upstreamProxyError = defineCheck({
  id: 'upstream/proxy-error',
  causes: ['connection-refused', 'timeout', 'tls-invalid'],
  after: ['upstream/answers'],
  needs: ['front'],
  run({ front: { health, version, config, isOpenWebUi } }) {
    if (isOpenWebUi) return ok();
    // Some proxies answer for the health of what stands behind them.
    const replies = [health, version, config].flatMap((seen) => (seen.kind === 'reply' ? [seen.reply] : []));
    const found = replies.map((reply) => ({ reply, cause: causeOf(reply) })).find(({ cause }) => cause !== undefined);
    if (!found?.cause) return ok();
    const { reply, cause } = found;
    const { status, server, front } = reply;
    const isTunnel = /tunnel|ngrok|frp/i.test(front?.front ?? '');
    return fail({
      cause,
      confidence: 'probable',
      said:
        cause === 'tls-invalid' ? FRONT_SAID.certificate(front?.front) : { key: 'proxyFindsNobody', args: { status } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [
        saw('status', status),
        ...(front?.front ? [saw('front', front.front)] : []),
        ...(server ? [saw('server', server)] : []),
      ],
      fix:
        cause === 'tls-invalid'
          ? [{ how: { key: 'certificateForProxy' } }]
          : [
              { how: { key: 'checkRunning' }, commands: ['docker ps'] },
              ...(isTunnel ? [{ how: { key: 'startTunnel' } } as const] : []),
              { how: { key: 'checkProxyTarget' } },
              { how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] },
            ],
    });
  },
});

/** Its words where they are a front's own: some say "nobody behind me" with 403 or 404. */
function causeOf({ status, front }: SeenReply): 'connection-refused' | 'timeout' | 'tls-invalid' | undefined {
  if (front?.matter === 'down' || (!front && DOWN.has(status))) return 'connection-refused';
  if (front?.matter === 'slow' || (!front && SLOW.has(status))) return 'timeout';
  return front?.matter === 'certificate' || (!front && DISTRUSTS.has(status)) ? 'tls-invalid' : undefined;
}
