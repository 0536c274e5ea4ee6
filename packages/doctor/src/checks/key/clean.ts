import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

/** Quotes, spaces, a name in front: taken off silently, but whoever uses the value elsewhere meets them again. */
export const keyClean = defineCheck({
  id: 'key/clean',
  after: ['key/family'],
  needs: ['credential'],
  run({ credential: { recognition } }) {
    const { cleaned } = recognition;
    return cleaned.length === 0
      ? ok()
      : info({ key: 'pastedAlong' }, saw('pastedAlong', cleaned.join(', '), { vantage: 'settings' }));
  },
});
