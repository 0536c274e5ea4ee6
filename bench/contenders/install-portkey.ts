/** Portkey's gateway, fetched once into a cache folder, in the one combination of versions that streams at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../machine/cache-folder.ts';

export const PORTKEY_VERSION = '1.15.2';

/** What a fresh installation would take instead (1.19) answers every chat completion with an error. */
const HONO_NODE_SERVER_VERSION = '1.13.5';

/** Portkey waits 25 ms before the first frame of every stream; this is the place in its bundle. */
const SLEEP = 'setTimeout(e,25)';

export interface InstalledPortkey {
  stock: string;
  /** The same bundle without the wait: what Portkey could be, so that the comparison is not with a sleep. */
  sleepFree: string;
}

/** @throws with npm's reason */
export function installPortkey(): InstalledPortkey {
  const folder = cacheFolder(`portkey-${PORTKEY_VERSION}`);
  const build = path.join(folder, 'node_modules/@portkey-ai/gateway/build');
  const stock = path.join(build, 'start-server.js');
  if (!existsSync(stock)) {
    const manifest = {
      private: true,
      dependencies: { '@portkey-ai/gateway': PORTKEY_VERSION },
      overrides: { '@hono/node-server': HONO_NODE_SERVER_VERSION },
    };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 180_000,
    });
    if (npm.status !== 0) throw new Error((npm.stderr ?? String(npm.error)).slice(0, 500));
  }
  const sleepFree = path.join(build, 'start-server.sleep-free.js');
  const bundle = readFileSync(stock, 'utf8');
  if (bundle.split(SLEEP).length !== 2) throw new Error('The wait in Portkey’s bundle is not where it was.');
  writeFileSync(sleepFree, bundle.replace(SLEEP, 'setTimeout(e,0)'));
  return { stock, sleepFree };
}
