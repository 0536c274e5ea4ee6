import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

export const addressLoopback = defineCheck({
  id: 'address/loopback',
  after: ['address/path'],
  needs: ['address'],
  run({ address }) {
    if (address.kind !== 'address' || !address.isLoopback) return ok();
    return info({ key: 'loopback' }, saw('address', address.host, { vantage: 'settings' }));
  },
});
