import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { proxySeen } from '../proxy-seen.ts';

/** Whether anything answers in HTTP. */
export const upstreamAnswers = defineCheck({
  id: 'upstream/answers',
  causes: ['connection-refused', 'timeout', 'not-open-webui', 'tls-invalid', 'dns-failed'],
  after: ['network/certificate-chain', 'network/connection'],
  needs: ['address', 'front'],
  run({ address, front }) {
    const { health } = front;
    if (health.kind === 'reply')
      return ok(saw('status', health.reply.status), saw('replyMs', health.reply.ms), ...proxySeen(address));
    const { cause, confidence, code } = health.failure;
    return fail({
      cause: cause === 'unknown' ? 'connection-refused' : cause,
      confidence: cause === 'connection-refused' ? 'probable' : confidence,
      said: { key: cause === 'timeout' ? 'connectsButSilent' : 'hangsUp' },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('code', code ?? '?'), ...proxySeen(address)],
      fix: [
        { how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] },
        { how: { key: 'checkProtocol' } },
      ],
    });
  },
});
