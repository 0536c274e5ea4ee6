/** Portkey, the one AI gateway that npm can install: as it is published, and without its wait before the first frame. */
import path from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { startChild, untilListening } from '../machine/child-process.ts';
import { CONTENDER_CORE } from '../machine/cores.ts';
import type { ContenderKind } from './contender.ts';
import { type InstalledPortkey, installPortkey, PORTKEY_VERSION } from './install-portkey.ts';
import { plainRequests } from './plain-requests.ts';

const loopbackOnly = path.join(import.meta.dirname, 'loopback-only.ts');

let installed: InstalledPortkey | undefined;

export function portkey(build: keyof InstalledPortkey): ContenderKind {
  return {
    id: build === 'stock' ? 'portkey' : 'portkey-sleep-free',
    title: build === 'stock' ? 'Portkey' : 'Portkey, sleep removed',
    async ready(say) {
      try {
        installed ??= installPortkey();
        return PORTKEY_VERSION;
      } catch (error) {
        say(`Portkey cannot be had here: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    },
    async start(upstream) {
      if (!installed) throw new Error('Portkey was not installed.');
      const port = await freePort();
      const child = startChild(
        [process.execPath, '--import', loopbackOnly, installed[build], `--port=${port}`, '--headless'],
        { core: CONTENDER_CORE, environment: { NODE_ENV: 'production' } },
      );
      await untilListening(port);
      const url = `http://127.0.0.1:${port}`;
      const headers = { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `${upstream}/v1` };
      return {
        url,
        dialect: 'chunks',
        pids: [child.pid],
        requests: async (count, script) => plainRequests(`${url}/v1/chat/completions`, count, script, headers),
        stop: child.stop,
      };
    },
  };
}
