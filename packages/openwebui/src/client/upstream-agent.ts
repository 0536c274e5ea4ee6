/** The connections to Open WebUI: straight, or through the proxy that the network prescribes. */
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { type ProxyEnvironment, proxyFor } from './proxy-for.ts';

export interface UpstreamAgent {
  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void;
  destroy(): Promise<void>;
}

/** How a client or desk reaches its Open WebUI. */
export interface UpstreamWay {
  /**
   * Finds the addresses that are connected to, at each connection anew: what it leaves out cannot be reached, whatever a
   * name leads to by then. Default: the system's. A proxy looks names up by itself.
   */
  lookup?: LookupFunction;
  /**
   * Where the network's proxies are named. Default: the process's own environment, which is theirs in every program;
   * none of them is a setting of Guichet's.
   */
  environment?: ProxyEnvironment;
}

export function createUpstreamAgent(
  { lookup, environment = process.env }: UpstreamWay,
  options: Pick<Agent.Options, 'pipelining' | 'keepAliveTimeout'> & { connectMs: number },
): UpstreamAgent {
  const { connectMs, ...connections } = options;
  const common = {
    // The exchange's own phases replace these two; a model that thinks for ten minutes is no error.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    ...connections,
  };
  const straight = new Agent({ ...common, connect: { timeout: connectMs, ...(lookup && { lookup }) } });
  const proxies = new Map<string, ProxyAgent>();

  function through(url: string): ProxyAgent {
    const known = proxies.get(url);
    if (known) return known;
    const made = new ProxyAgent({ ...common, uri: url, connectTimeout: connectMs });
    proxies.set(url, made);
    return made;
  }

  return {
    dispatch(request, handler) {
      const proxy = proxyFor(String(request.origin), environment);
      (proxy ? through(proxy.url) : straight).dispatch(request, handler);
    },
    async destroy() {
      await Promise.all([straight, ...proxies.values()].map((agent) => agent.destroy()));
    },
  };
}
