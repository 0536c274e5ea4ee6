import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

export const forwardedAddresses = defineCheck({
  id: 'own/forwarded-addresses',
  after: [],
  needs: ['own'],
  run({ own: { forwarded } }) {
    if (forwarded === undefined) return skip({ key: 'forwardedUnseen' });
    const { unread } = forwarded;
    if (unread === undefined) return ok();
    return warn({
      // A proxy that passes on what a visitor wrote looks the same as one that writes it itself.
      confidence: 'probable',
      said: { key: 'forwardedUnread', args: { times: unread.times } },
      impact: { key: 'oneNetwork' },
      actor: { key: 'proxy' },
      evidence: [saw('forwarded', unread.entry)],
      fix: [
        { how: { key: 'forwardAddress' } },
        { how: { key: 'forwardNginx' }, commands: ['proxy_set_header X-Forwarded-For $remote_addr;'] },
      ],
    });
  },
});
