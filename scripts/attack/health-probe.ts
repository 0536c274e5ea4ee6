/**
 * Another client, in a process of its own: asks `/healthz` over a new connection each time and says how long it took.
 * Beside it, a server that does nothing is asked the same: what that one takes is the machine's doing.
 */
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';

const EVERY_MS = 50;
const GIVE_UP_MS = 20_000;

export interface ProbeReport {
  count: number;
  failed: number;
  p50: number;
  max: number;
  /** The longest of the server that does nothing. */
  machineMax: number;
  /** How many times longer work takes here than the time the processor gives to it: others use this machine as well. */
  crowding: number;
}

// Whoever asked for it is gone, however that came: nobody else would end it.
process.once('disconnect', () => process.exit(0));

const url = process.argv[2] ?? '';
let taken: number[] = [];
let machine: number[] = [];
let failed = 0;

const idle = createServer((_, response) => response.end('ok'));
await new Promise<void>((resolve) => idle.listen(0, '127.0.0.1', resolve));
const idleUrl = `http://127.0.0.1:${(idle.address() as AddressInfo).port}/`;

function ask(address: string): Promise<number | undefined> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const request = get(address, { agent: false, timeout: GIVE_UP_MS }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200 ? performance.now() - begun : undefined));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(undefined));
  });
}

const WORK_EVERY_MS = 250;
const WORK_MS = 10;
let worked = { wallMs: 0, cpuMs: 0 };

/** Works for a moment of the processor's time, and looks how long that took on the wall. */
setInterval(() => {
  const begun = performance.now();
  const before = process.cpuUsage();
  let cpuMs = 0;
  do {
    const { user, system } = process.cpuUsage(before);
    cpuMs = (user + system) / 1000;
  } while (cpuMs < WORK_MS);
  worked = { wallMs: worked.wallMs + performance.now() - begun, cpuMs: worked.cpuMs + cpuMs };
}, WORK_EVERY_MS);

const asking = new Set<Promise<void>>();

setInterval(() => {
  const both = Promise.all([
    ask(`${url}/healthz`).then((ms) => {
      if (ms === undefined) failed++;
      else taken.push(ms);
    }),
    ask(idleUrl).then((ms) => {
      if (ms !== undefined) machine.push(ms);
    }),
  ]).then(() => {
    asking.delete(both);
  });
  asking.add(both);
}, EVERY_MS);

process.on('message', async () => {
  // What is under way counts: the slowest are the last to come.
  await Promise.all([...asking]);
  const sorted = taken.toSorted((a, b) => a - b);
  const report: ProbeReport = {
    count: sorted.length,
    failed,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
    machineMax: Math.max(0, ...machine),
    crowding: Math.max(1, worked.wallMs / worked.cpuMs || 1),
  };
  worked = { wallMs: 0, cpuMs: 0 };
  taken = [];
  machine = [];
  failed = 0;
  process.send?.(report);
});
