import { expect, it } from 'vitest';
import { SessionRenewal, type SessionRenewalParts } from './session-renewal.ts';

it('of several replicas, only the one that leads signs in; the others get the session from the safe', async () => {
  const leading = { leads: false };
  let reads = 0;
  const renewal = new SessionRenewal({
    secrets: {
      get: async () => {
        reads++;
        return { kind: 'missing' };
      },
    },
    desk: {
      baseUrl: 'https://chat.example.com',
      keeper: { held: { recognition: { kind: 'open-webui-session-token', session: {} } } },
      watch: { state: { kind: 'refused' } },
    },
    leading,
    logger: {},
    now: () => 0,
    steady: () => 0,
  } as unknown as SessionRenewalParts);
  await renewal.look();
  expect(reads).toBe(0);
  leading.leads = true;
  await renewal.look();
  expect(reads).toBe(1);
});
