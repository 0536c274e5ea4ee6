/** Guichet with everything switched on. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildGuide } from '../../packages/server/build-guide.ts';
import { bundleServer } from '../../packages/server/bundle-server.ts';
import { startChild } from '../machine/child-process.ts';
import { CONTENDER_CORE } from '../machine/cores.ts';
import { temporaryFolder } from '../machine/temporary-folder.ts';
import { question } from '../upstream/answer-script.ts';
import type { ContenderKind } from './contender.ts';
import { GuichetVisitors, ORIGIN } from './guichet-visitors.ts';

const source = path.join(import.meta.dirname, 'guichet-under-bench.ts');

/** As `npm start` and the image give them. */
const MEMORY_FLAGS = ['--max-semi-space-size=4'];

/** Bundled, because that is what `npm start` and the image run. Once: every start is of the same. */
let bundled: Promise<string> | undefined;

async function program(): Promise<string> {
  const folder = temporaryFolder('bundle');
  await bundleServer({ bench: source }, folder);
  buildGuide(path.join(folder, 'guide'));
  return path.join(folder, 'bench.js');
}

/** @param profileFolder where Node writes a CPU profile when Guichet ends */
export function guichet(profileFolder?: string): ContenderKind {
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  return {
    id: 'guichet',
    title: 'Guichet, all features',
    ready: async () => version(),
    async start(upstream) {
      const folder = temporaryFolder('data');
      bundled ??= program();
      const child = startChild([process.execPath, ...MEMORY_FLAGS, ...profiling, await bundled], {
        core: CONTENDER_CORE,
        environment: {
          BENCH_PACKAGES: path.join(import.meta.dirname, '../../packages'),
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
