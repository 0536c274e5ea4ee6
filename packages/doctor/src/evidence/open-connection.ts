import type { Gatherer } from './gather-context.ts';
import { seenFailure } from './seen-failure.ts';

export const openConnection: Gatherer<'connection'> = async ({ evidence, tools, limit }) => {
  const address = await evidence('address');
  if (address?.kind !== 'address') return undefined;
  const started = performance.now();
  try {
    // Through a proxy, only the proxy is connected to; whether it reaches Open WebUI, its reply tells.
    const { host, port } = address.proxy ?? address;
    await tools.openConnection(host, port, limit('connectMs'));
    return { kind: 'open', ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { kind: 'failed', failure: seenFailure(error) };
  }
};
