import { expect, it } from 'vitest';
import { rawStandIn } from '../corpus/stand-in-server.ts';
import { createDoctorTools } from './doctor-tools.ts';

it('connects to nothing but what the look-up allows, by each of its hands', async () => {
  let connections = 0;
  const server = await rawStandIn((socket) => {
    connections++;
    socket.destroy();
  });
  const refused = new Error('not there');
  const tools = createDoctorTools([], { lookup: (_host, _options, callback) => callback(refused, '') });
  const url = `http://localhost:${server.port}/`;
  const hands = [
    tools.openConnection('localhost', server.port, 5_000),
    tools.readCertificate('localhost', server.port, 5_000),
    tools.get(url, { limitMs: 5_000 }),
    tools.listen(url, 5_000),
  ];
  for (const { status } of await Promise.allSettled(hands)) expect(status).toBe('rejected');
  await tools.close();
  await server.close();
  expect(connections).toBe(0);
});
