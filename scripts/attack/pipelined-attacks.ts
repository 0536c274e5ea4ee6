/** Requests sent ahead on one connection, and answers that nobody reads. */
import { type Attack, expectThat, pause } from './attack.ts';
import type { AttackedGuichet } from './attacked-guichet.ts';
import { type RequestLine, rawConnection, requestText } from './raw-connection.ts';
import { type AttackVisitor, arrive, askToTheEnd, newAddress } from './visitors.ts';

/** How long the answers of an attack may go on. */
const ATTACK_MS = 5_000;

interface Burst {
  request: RequestLine;
  ahead: number;
  connections: number;
  bursts: number;
}

/** Every connection its own network, so that no limit of one helps. */
async function unread({ port }: AttackedGuichet, { request, ahead, connections, bursts }: Burst): Promise<string> {
  const opened = Array.from({ length: connections }, () => rawConnection(port, { reads: false }));
  for (let burst = 0; burst < bursts; burst++) {
    for (const connection of opened) {
      const headers = { 'X-Forwarded-For': newAddress(), ...request.headers };
      connection.send(requestText({ ...request, headers }).repeat(ahead));
    }
    await pause(ATTACK_MS / bursts);
  }
  for (const connection of opened) connection.close();
  return `${connections} connections, ${bursts} × ${ahead} requests on each`;
}

/** One after the other is all that is begun, and none of it is read. */
function fewAhead(path: string): Attack {
  return {
    name: `pipelined ${path}, unread, as many as are taken`,
    run: (guichet) => unread(guichet, { request: { path }, ahead: 60, connections: 40, bursts: 1 }),
  };
}

function anonymous(path: string): Attack {
  return {
    name: `pipelined ${path}, unread`,
    run: (guichet) => unread(guichet, { request: { path }, ahead: 1_000, connections: 4, bursts: 4 }),
  };
}

async function longConversation(guichet: AttackedGuichet): Promise<AttackVisitor> {
  const visitor = await arrive(guichet);
  for (let count = 0; count < 50; count++) await askToTheEnd(guichet, visitor, `big 28 ${'q'.repeat(1_000)}`);
  return visitor;
}

export const PIPELINED_ATTACKS: readonly Attack[] = [
  ...[
    '/openapi.json',
    '/guide/en/search?q=key+model+address',
    '/guide/fr/results?q=cl%C3%A9',
    '/metrics',
    '/readyz',
    '/',
    '/guichet.js',
    '/console/',
    '/guide/en/',
    '/v1/sites/default',
    '/nothing/here',
  ].map(anonymous),
  ...['/openapi.json', '/guide/en/search?q=key+model+address', '/metrics'].map(fewAhead),
  {
    name: 'pipelined reads of a long conversation, unread',
    prepare: longConversation,
    async run(guichet, prepared) {
      const { headers, conversation } = prepared as AttackVisitor;
      const request = { path: `/v1/conversations/${conversation}`, headers };
      return unread(guichet, { request, ahead: 60, connections: 40, bursts: 1 });
    },
  },
  {
    name: 'pipelined replays of a 450 KB answer, unread',
    async prepare(guichet) {
      const visitor = await arrive(guichet);
      return { visitor, run: await askToTheEnd(guichet, visitor, 'big 450') };
    },
    async run(guichet, prepared) {
      const { visitor, run } = prepared as { visitor: AttackVisitor; run: string };
      const request = { path: `/v1/runs/${run}/events`, headers: visitor.headers };
      return unread(guichet, { request, ahead: 60, connections: 200, bursts: 1 });
    },
  },
  {
    name: 'pipelined requests that are read are all answered, in their order',
    async run({ port }) {
      const connection = rawConnection(port, { reads: true });
      const headers = { 'X-Forwarded-For': newAddress() };
      const paths = Array.from({ length: 60 }, (_, number) => (number % 2 === 0 ? '/healthz' : '/v1/nothing'));
      connection.send(paths.map((path) => requestText({ path, headers })).join(''));
      const statuses = () => [...connection.received().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
      for (let waited = 0; waited < ATTACK_MS && statuses().length < 60; waited += 50) await pause(50);
      connection.close();
      const inOrder = statuses().every((status, index) => status === (index % 2 === 0 ? '200' : '404'));
      expectThat(statuses().length >= 60 && inOrder, `answered out of order: ${statuses().slice(0, 9)}`);
      return 'in order';
    },
  },
  {
    name: 'a connection that takes nothing of its answer is closed',
    async prepare(guichet) {
      const visitor = await arrive(guichet);
      await askToTheEnd(guichet, visitor, 'big 450');
      return { visitor, run: await askToTheEnd(guichet, visitor, 'big 450') };
    },
    async run(guichet, prepared) {
      const { visitor, run } = prepared as { visitor: AttackVisitor; run: string };
      const before = await guichet.figure('guichet_connections_open');
      const request = requestText({ path: `/v1/runs/${run}/events`, headers: visitor.headers });
      const opened = Array.from({ length: 20 }, () => rawConnection(guichet.port, { reads: false }));
      // More than the kernel keeps for one connection.
      for (const connection of opened) connection.send(request.repeat(20));
      const begun = performance.now();
      await pause(ATTACK_MS);
      let left = Number.NaN;
      while (performance.now() - begun < 45_000) {
        left = (await guichet.figure('guichet_connections_open')) - before;
        if (left <= 2) break;
        await pause(500);
      }
      for (const connection of opened) connection.close();
      expectThat(left <= 2, `${left} connections stood still for 45 s and were not closed`);
      return `closed after ${Math.round((performance.now() - begun) / 1000)} s`;
    },
  },
];
