import { defineCheck } from '../../check.ts';
import { type FixStep, fail, ok, saw } from '../../verdict.ts';
import { proxySeen } from '../proxy-seen.ts';

export const networkConnection = defineCheck({
  id: 'network/connection',
  causes: ['connection-refused', 'timeout'],
  after: ['network/name'],
  needs: ['address', 'connection'],
  run({ address, connection }) {
    const seen = proxySeen(address);
    if (connection.kind === 'open') return ok(saw('connectMs', connection.ms), ...seen);
    const { cause, confidence, code } = connection.failure;
    const isTimeout = cause === 'timeout';
    const at = address.kind === 'address' ? address : undefined;
    const insideContainer: FixStep[] = at?.isLoopback ? [{ how: { key: 'leaveLoopback' } }] : [];
    return fail({
      cause: isTimeout ? 'timeout' : 'connection-refused',
      confidence: cause === 'unknown' ? 'probable' : confidence,
      said: at?.proxy
        ? { key: 'proxyUnreachable', args: { proxy: at.proxy.shown, name: at.proxy.name } }
        : { key: isTimeout ? 'connectionTimeout' : 'connectionRefused', args: { port: at?.port ?? 0 } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('code', code ?? '?'), ...seen],
      fix: at?.proxy
        ? [{ how: { key: 'checkNetworkProxy', args: { name: at.proxy.name, host: at.host } } }]
        : [
            { how: { key: 'checkRunning' }, commands: ['docker ps'] },
            ...insideContainer,
            { how: { key: isTimeout ? 'checkFirewall' : 'checkPort' } },
          ],
    });
  },
});
