/** A stranger's name that leads here (DNS rebinding). */
import { type Attack, becomes, expectThat } from './attack.ts';
import { type AttackedGuichet, ORIGIN } from './attacked-guichet.ts';
import { rawConnection, requestText } from './raw-connection.ts';
import { newAddress } from './visitors.ts';

async function statusOf({ port }: AttackedGuichet, path: string, headers: Record<string, string>, method = 'GET') {
  const connection = rawConnection(port, { reads: true });
  connection.send(requestText({ path, method, headers: { 'X-Forwarded-For': newAddress(), ...headers } }));
  await becomes(() => /^HTTP\/1\.1 \d+/.test(connection.received()), 5_000);
  connection.close();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(connection.received())?.[1]);
}

export const PUBLIC_URL = 'https://chat.example';

export const NAME_ATTACKS: readonly Attack[] = [
  {
    name: 'a stranger’s name that leads here',
    async run(guichet) {
      const stranger = { Host: 'evil.example:8787', Origin: 'http://evil.example:8787' };
      const said: string[] = [];
      for (const [path, method] of [
        ['/v1/sites/default/visitors', 'POST'],
        ['/v1/sites/default', 'GET'],
        ['/v1/conversations', 'GET'],
        ['/admin/api/session', 'GET'],
        ['/admin/api/session', 'POST'],
        ['/console/', 'GET'],
        ['/', 'GET'],
      ] as const) {
        const status = await statusOf(guichet, path, stranger, method);
        if (status !== 403) said.push(`${method} ${path} answered ${status}`);
      }
      const own = { Host: 'chat.example', Origin: ORIGIN };
      const health = await statusOf(guichet, '/healthz', { Host: 'evil.example' });
      if (health !== 200) said.push(`/healthz answered ${health}`);
      const visitor = await statusOf(guichet, '/v1/sites/default/visitors', own, 'POST');
      if (visitor !== 201) said.push(`its own name was answered ${visitor}`);
      expectThat(said.length === 0, said.join('; '));
      return 'refused; its own name and health checks are answered';
    },
  },
];
