/** Those after which nothing is as before: switching the second factor on ends every session. */
import { changeSettings } from '@guichet/openwebui/contract-suite';
import { NOTHING_WRONG, probable, type RealCase } from './real-case.ts';

export const lastCases: RealCase[] = [
  {
    name: 'a second factor is required since the session was made',
    since: '0.12.0',
    // The same words as for a session that was ended; which of the two, only an administrator can see.
    expected: probable('session-token-revoked'),
    async make(scene) {
      const { baseUrl, service } = scene;
      await changeSettings(scene, { ENABLE_MFA: true });
      return { input: { baseUrl, credential: service.token, model: 'echo' } };
    },
  },
  {
    name: 'a second factor is required, a key goes on, and nothing wrong',
    since: '0.12.0',
    expected: NOTHING_WRONG,
    make: async ({ baseUrl, service }) => ({ input: { baseUrl, credential: service.key, model: 'echo' } }),
  },
];
