import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';

export const keyReach = defineCheck({
  id: 'key/reach',
  causes: ['key-not-restricted'],
  after: ['key/accepted'],
  needs: ['reach'],
  run({ reach: { findings, binds, line } }) {
    const open = findings.filter(({ reach, needed }) => reach === 'open' && !needed);
    if (open.length === 0)
      return findings.some(({ reach }) => reach === 'unknown') ? info({ key: 'reachUntold' }) : ok();
    return warn({
      cause: 'key-not-restricted',
      confidence: 'certain',
      said: { key: 'reachesMore', args: { count: open.length } },
      impact: { key: 'security' },
      actor: { key: 'administrator' },
      evidence: [{ ...saw('reach', open.length), things: open.map(({ id }) => ({ key: id })) }],
      fix: binds
        ? [{ how: { key: 'closePaths' }, goal: 'key-restrictions', commands: [line] }]
        : [
            { how: { key: 'makeKey' }, goal: 'create-key' },
            { how: { key: 'closePaths' }, goal: 'key-restrictions', commands: [line] },
          ],
    });
  },
});
