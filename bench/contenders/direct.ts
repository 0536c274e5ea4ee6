/** Nobody in between: what the others' delays are counted from. */
import type { ContenderKind } from './contender.ts';
import { plainRequests } from './plain-requests.ts';

export const direct: ContenderKind = {
  id: 'direct',
  title: 'direct',
  ready: async () => 'no gateway',
  start: async (upstream) => ({
    url: upstream,
    dialect: 'chunks',
    pids: [],
    requests: async (count, script) => plainRequests(`${upstream}/api/chat/completions`, count, script),
    stop: async () => {},
  }),
};
