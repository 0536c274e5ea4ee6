/** Our own runtime without our own work: the distance between this row and Guichet's is what Guichet's features cost. */
import path from 'node:path';
import { startChild } from '../machine/child-process.ts';
import { CONTENDER_CORE } from '../machine/cores.ts';
import type { ContenderKind } from './contender.ts';
import { plainRequests } from './plain-requests.ts';

const program = path.join(import.meta.dirname, 'relay-under-bench.ts');

export const bareRelay: ContenderKind = {
  id: 'relay',
  title: 'bare Node relay',
  ready: async () => `Node ${process.versions.node}`,
  async start(upstream) {
    const child = startChild([process.execPath, program, upstream], { core: CONTENDER_CORE });
    const url = await child.firstLine;
    return {
      url,
      dialect: 'chunks',
      pids: [child.pid],
      requests: async (count, script) => plainRequests(`${url}/api/chat/completions`, count, script),
      stop: child.stop,
    };
  },
};
