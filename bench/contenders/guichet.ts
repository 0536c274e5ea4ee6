/** Guichet with everything switched on. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startChild } from '../machine/child-process.ts';
import { CONTENDER_CORE } from '../machine/cores.ts';
import { temporaryFolder } from '../machine/temporary-folder.ts';
import { question } from '../upstream/answer-script.ts';
import type { ContenderKind } from './contender.ts';
import { GuichetVisitors, ORIGIN } from './guichet-visitors.ts';

const program = path.join(import.meta.dirname, 'guichet-under-bench.ts');

/** @param profileFolder where Node writes a CPU profile when Guichet ends */
export function guichet(profileFolder?: string): ContenderKind {
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  return {
    id: 'guichet',
    title: 'Guichet, all features',
    ready: async () => version(),
    async start(upstream) {
      const folder = temporaryFolder('data');
      const child = startChild([process.execPath, ...profiling, program], {
        core: CONTENDER_CORE,
        environment: {
          OPENWEBUI_URL: upstream,
          OPENWEBUI_API_KEY: 'sk-bench',
          OPENWEBUI_MODEL: 'bench',
          GUICHET_ALLOWED_ORIGINS: ORIGIN,
          GUICHET_DATA_DIR: folder,
          HOST: '127.0.0.1',
          PORT: '0',
        },
      });
      const url = await child.firstLine;
      const visitors = new GuichetVisitors(url);
      return {
        url,
        dialect: 'guichet',
        pids: [child.pid],
        async requests(count, script) {
          const body = JSON.stringify({ text: question(script) });
          return (await visitors.places(count)).map(({ token, conversation }) => ({
            url: `${url}/v1/conversations/${conversation}/messages`,
            headers: {
              'content-type': 'application/json',
              origin: ORIGIN,
              authorization: `Bearer ${token}`,
              'idempotency-key': randomUUID(),
            },
            body,
          }));
        },
        stop: child.stop,
      };
    },
  };
}

function version(): string {
  const file = path.join(import.meta.dirname, '../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
