import { defineCheck } from '../../check.ts';
import { type FixStep, fail, ok, saw } from '../../verdict.ts';

export const networkConnection = defineCheck({
  id: 'network/connection',
  causes: ['connection-refused', 'timeout'],
  after: ['network/name'],
  needs: ['address', 'connection'],
  run({ address, connection }) {
    if (connection.kind === 'open') return ok(saw('connectMs', connection.ms));
    const { cause, confidence, code } = connection.failure;
    const isTimeout = cause === 'timeout';
    const at = address.kind === 'address' ? address : undefined;
    const insideContainer: FixStep[] = at?.isLoopback ? [{ how: { key: 'leaveLoopback' } }] : [];
    return fail({
      cause: isTimeout ? 'timeout' : 'connection-refused',
      confidence: cause === 'unknown' ? 'probable' : confidence,
      said: { key: isTimeout ? 'connectionTimeout' : 'connectionRefused', args: { port: at?.port ?? 0 } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('code', code ?? '?')],
      fix: [
        { how: { key: 'checkRunning' }, commands: ['docker ps'] },
        ...insideContainer,
        { how: { key: isTimeout ? 'checkFirewall' : 'checkPort' } },
      ],
    });
  },
});
