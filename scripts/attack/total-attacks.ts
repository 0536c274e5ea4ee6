/** Much of what one may have a little of: rows, readers, connections, answers. */
import { type Attack, becomes, expectThat, pause } from './attack.ts';
import { type AttackedGuichet, ORIGIN } from './attacked-guichet.ts';
import { type RawConnection, rawConnection, requestText } from './raw-connection.ts';
import { type AttackVisitor, arrive, askRequest, newAddress } from './visitors.ts';

/** What one network may do in a minute is far below what these attacks send in a few seconds. */
const FLOOD_MS = 4_000;

/** As fast as it is answered, over so many connections. @returns how often each status came */
async function flood(
  guichet: AttackedGuichet,
  request: { path: string; method?: string; headers: () => Record<string, string> },
  connections: number,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const until = performance.now() + FLOOD_MS;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const { path, method = 'GET', headers } = request;
        const response = await fetch(`${guichet.url}${path}`, { method, headers: headers() });
        await response.arrayBuffer();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      }
    }),
  );
  return statuses;
}

function told(statuses: Map<number, number>): string {
  return [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
}

const opened: RawConnection[] = [];
function open(guichet: AttackedGuichet): RawConnection {
  const connection = rawConnection(guichet.port, { reads: true });
  opened.push(connection);
  return connection;
}
function closeAll(): void {
  for (const connection of opened.splice(0)) connection.close();
}

export const TOTAL_ATTACKS: readonly Attack[] = [
  {
    name: 'searches of the guide from one address',
    async run(guichet) {
      const from = newAddress();
      const statuses = await flood(
        guichet,
        { path: '/guide/en/search?q=key', headers: () => ({ 'X-Forwarded-For': from }) },
        10,
      );
      const all = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      expectThat((statuses.get(200) ?? 0) <= 120 && (all < 120 || statuses.has(429)), told(statuses));
      return told(statuses);
    },
  },
  {
    name: 'requests of all kinds from one address',
    async run(guichet) {
      const from = newAddress();
      const paths = ['/v1/sites/default', '/nothing', '/guide/en/nothing', '/admin/api/settings', '/v1/runs/x/events'];
      let turn = 0;
      const opened = await Promise.all(
        paths.map((path) =>
          flood(guichet, { path, headers: () => ({ 'X-Forwarded-For': from, 'X-Turn': `${turn++}` }) }, 8),
        ),
      );
      const refused = opened.reduce((sum, statuses) => sum + (statuses.get(429) ?? 0), 0);
      expectThat(turn - refused <= 3_000, `${turn - refused} of ${turn} were taken`);
      return `${turn - refused} of ${turn} were taken`;
    },
  },
  {
    name: 'conversations of one visitor',
    prepare: (guichet) => arrive(guichet),
    async run(guichet, prepared) {
      const { headers } = prepared as AttackVisitor;
      const statuses = await flood(guichet, { path: '/v1/conversations', method: 'POST', headers: () => headers }, 10);
      expectThat((statuses.get(201) ?? 0) <= 200 && statuses.has(429), told(statuses));
      return told(statuses);
    },
  },
  {
    name: 'visitors from every /64 of one /48',
    async run(guichet) {
      let network = 0;
      const statuses = await flood(
        guichet,
        {
          path: '/v1/sites/default/visitors',
          method: 'POST',
          headers: () => ({
            Origin: ORIGIN,
            'X-Forwarded-For': `[2001:db8:7:${(network++ & 0xffff).toString(16)}::1]:443`,
          }),
        },
        10,
      );
      expectThat((statuses.get(201) ?? 0) <= 20 * 16 && statuses.has(429), told(statuses));
      return told(statuses);
    },
  },
  {
    name: 'readers of one run, by one token',
    prepare: (guichet) => arrive(guichet),
    async run(guichet, prepared) {
      const visitor = prepared as AttackVisitor;
      const asking = open(guichet);
      asking.send(askRequest(visitor, 'wait'));
      await becomes(() => /"runId"/.test(asking.received()), 5_000);
      const run = /"runId":"([^"]+)"/.exec(asking.received())?.[1];
      const request = requestText({ path: `/v1/runs/${run}/events`, headers: visitor.headers });
      const readers = Array.from({ length: 500 }, () => open(guichet));
      for (const reader of readers) reader.send(request);
      await becomes(() => readers.every((reader) => reader.received() !== '' || reader.isClosed()), 10_000);
      const let_in = readers.filter((reader) => / 200 /.test(reader.received())).length;
      const refused = readers.filter((reader) => /too-many-readers/.test(reader.received())).length;
      closeAll();
      await fetch(`${guichet.url}/v1/runs/${run}/stop`, { method: 'POST', headers: visitor.headers });
      expectThat(let_in <= 200 && refused >= 290, `${let_in} were let in, ${refused} refused`);
      return `${let_in} were let in, ${refused} refused with a sentence`;
    },
  },
  {
    name: 'answers that never end, from many networks',
    async prepare(guichet) {
      const visitors: AttackVisitor[] = [];
      for (let count = 0; count < 200; count++) visitors.push(await arrive(guichet));
      return visitors;
    },
    async run(guichet, prepared) {
      const visitors = prepared as AttackVisitor[];
      const { calls } = guichet.practice.state.provider;
      calls.length = 0;
      const asked = visitors.flatMap((visitor) =>
        [1, 2, 3].map(() => {
          const connection = open(guichet);
          connection.send(askRequest(visitor, 'wait'));
          return connection;
        }),
      );
      await becomes(() => asked.every((each) => / 200 |"code"/.test(each.received())), 15_000);
      await pause(1_500);
      const upstream = calls.length;
      const waiting = asked.filter((each) => /event: status/.test(each.received()));
      const refused = asked.filter((each) => /server-busy/.test(each.received())).length;
      const running = await guichet.figure('guichet_runs_active');
      closeAll();
      expectThat(upstream <= 64, `${upstream} were opened at Open WebUI`);
      expectThat(refused >= 600 - 64 - 400, `only ${refused} of 600 were refused`);
      expectThat(
        waiting.some((each) => /questions are ahead of yours/.test(each.received())),
        'nobody was told a place in line',
      );
      return `${upstream} at Open WebUI, ${waiting.length} waiting with a place (${running} in all), ${refused} refused`;
    },
  },
  {
    name: 'connections that ask nothing, or never finish asking',
    async run(guichet) {
      const halves = [
        '',
        'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ',
        `POST /v1/sites/default/visitors HTTP/1.1\r\nHost: a\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"locale":"`,
      ];
      for (let count = 0; count < 2_000; count++) open(guichet).send(halves[count % halves.length] ?? '');
      await pause(FLOOD_MS);
      const held = await guichet.figure('guichet_connections_open');
      closeAll();
      return `${held} connections held`;
    },
  },
  {
    name: 'connections of one token where few files may be open',
    openFiles: 400,
    prepare: (guichet) => arrive(guichet),
    async run(guichet, prepared) {
      const visitor = prepared as AttackVisitor;
      const asking = open(guichet);
      asking.send(askRequest(visitor, 'wait'));
      await becomes(() => /"runId"/.test(asking.received()), 5_000);
      const run = /"runId":"([^"]+)"/.exec(asking.received())?.[1];
      const request = requestText({ path: `/v1/runs/${run}/events`, headers: visitor.headers });
      for (let count = 0; count < 1_000; count++) open(guichet).send(count % 3 === 0 ? '' : request);
      await pause(FLOOD_MS);
      const held = await guichet.figure('guichet_connections_open');
      const other = await arrive(guichet);
      closeAll();
      expectThat(held <= 300, `${held} connections are held`);
      expectThat(other.conversation !== undefined, 'another visitor was not let in');
      return `${held} connections held, another visitor let in`;
    },
  },
];
