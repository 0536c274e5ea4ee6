import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';
import { proxySeen } from '../proxy-seen.ts';

export const networkName = defineCheck({
  id: 'network/name',
  causes: ['dns-failed'],
  after: ['address/path'],
  needs: ['address', 'name'],
  run({ address, name }) {
    if (address.kind !== 'address') return skip({ key: 'nothingToSee' });
    if (name.kind === 'address-literal') return ok();
    if (name.kind === 'found') return ok(saw('addresses', name.addresses.slice(0, 3).join(', ')));
    const { host } = address.proxy ?? address;
    return fail({
      cause: 'dns-failed',
      confidence: name.failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [
        saw('name', host, { vantage: 'settings' }),
        saw('code', name.failure.code ?? '?'),
        ...proxySeen(address),
      ],
      fix: [
        { how: { key: 'checkSpelling' } },
        ...(host.includes('.') ? [] : [{ how: { key: 'shareNetwork' as const } }]),
        { how: { key: 'checkName' }, commands: /^[\w.:-]+$/.test(host) ? [`getent hosts ${host}`] : [] },
      ],
    });
  },
});
