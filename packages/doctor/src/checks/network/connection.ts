import { defineCheck } from '../../check.ts';
import { type FixStep, fail, ok, saw, skip } from '../../verdict.ts';
import { proxySeen } from '../proxy-seen.ts';

export const networkConnection = defineCheck({
  id: 'network/connection',
  causes: ['connection-refused', 'timeout'],
  after: ['network/name'],
  needs: ['address', 'connection'],
  run({ address, connection }) {
    if (address.kind !== 'address') return skip({ key: 'nothingToSee' });
    const seen = proxySeen(address);
    if (connection.kind === 'open') return ok(saw('connectMs', connection.ms), ...seen);
    const { cause, confidence, code } = connection.failure;
    const isTimeout = cause === 'timeout';
    const insideContainer: FixStep[] = address.isLoopback ? [{ how: { key: 'leaveLoopback' } }] : [];
    return fail({
      cause: isTimeout ? 'timeout' : 'connection-refused',
      confidence: cause === 'unknown' ? 'probable' : confidence,
      said: address.proxy
        ? { key: 'proxyUnreachable', args: { proxy: address.proxy.shown, name: address.proxy.name } }
        : { key: isTimeout ? 'connectionTimeout' : 'connectionRefused', args: { port: address.port } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('code', code ?? '?'), ...seen],
      fix: address.proxy
        ? [{ how: { key: 'checkNetworkProxy', args: { name: address.proxy.name, host: address.host } } }]
        : [
            { how: { key: 'checkRunning' }, commands: ['docker ps'] },
            ...insideContainer,
            { how: { key: isTimeout ? 'checkFirewall' : 'checkPort' } },
          ],
    });
  },
});
