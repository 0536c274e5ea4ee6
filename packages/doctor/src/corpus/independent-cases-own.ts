import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CorpusCase, CorpusSetting } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { sceneWith } from './independent-scene.ts';
import { standIn } from './stand-in-server.ts';

export async function folderThatIsAFile({ onEnd }: CorpusSetting): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-independent-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'data');
  await writeFile(file, '');
  return file;
}

export const independentOwnCases: readonly CorpusCase[] = [
  {
    name: 'independent: the data folder is a file (a volume mounted wrongly)',
    versions: NEWEST,
    expected: { cause: 'storage-not-writable', confidence: 'certain' },
    make: async (setting) => sceneWith(setting, { dataDir: await folderThatIsAFile(setting) }),
  },
  {
    name: 'independent: the database does not answer',
    versions: NEWEST,
    expected: { cause: 'store-unreachable', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { askStore: () => Promise.reject(new Error('ECONNREFUSED')) }),
  },
  {
    // Seen from Guichet's own machine, where a name may mean another address than outside.
    name: 'independent: another site stands at the public address',
    versions: NEWEST,
    expected: { cause: 'public-url-wrong', confidence: 'probable' },
    async make(setting) {
      const other = await standIn((_request, response) => response.end('<title>Mairie</title>'));
      setting.onEnd(() => other.close());
      return sceneWith(setting, { publicUrl: `http://127.0.0.1:${other.port}` });
    },
  },
  {
    // Many routers do not lead out and in again: visitors may reach it all the same.
    name: 'independent: the public address cannot be reached from inside',
    versions: NEWEST,
    expected: { cause: 'public-url-wrong', confidence: 'unknown' },
    async make(setting) {
      const gone = await standIn(() => undefined);
      await gone.close();
      return sceneWith(setting, { publicUrl: `http://127.0.0.1:${gone.port}` });
    },
  },
  {
    name: 'independent: an allowed origin without https://',
    versions: NEWEST,
    expected: { cause: 'origin-not-allowed', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { allowedOrigins: ['www.exemple.fr'] }),
  },
  {
    name: 'independent: an allowed origin with the page it is on',
    versions: NEWEST,
    expected: { cause: 'origin-not-allowed', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { allowedOrigins: ['https://www.exemple.fr/contact'] }),
  },
  {
    name: 'independent: an allowed origin in order',
    versions: NEWEST,
    expected: { cause: 'none', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { allowedOrigins: ['https://www.exemple.fr'] }),
  },
];
