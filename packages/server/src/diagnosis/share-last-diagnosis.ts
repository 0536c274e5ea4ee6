/** The last whole diagnosis, whichever replica made it: kept sealed in Redis, so that the page shows the same everywhere. */
import type { Replicas } from '../replicas/open-replicas.ts';
import type { MasterKeys } from '../safe/master-keys.ts';
import { openSecret, sealSecret } from '../safe/secret-box.ts';
import type { DiagnosisDesk, LastDiagnosis } from './diagnosis-desk.ts';

/** The watch makes one each day. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

const KEY = 'diagnosis:last';
const PLACE = { table: 'redis', row: KEY, column: 'run' };

export interface SharedDiagnosisParts {
  desk: Pick<DiagnosisDesk, 'onWhole' | 'learn'>;
  replicas: Pick<Replicas, 'redis' | 'ring' | 'hear'>;
  /** A diagnosis holds no secret, but says much of a server. */
  masterKeys: Pick<MasterKeys, 'keys'>;
}

export function shareLastDiagnosis({ desk, replicas, masterKeys }: SharedDiagnosisParts): void {
  const { redis, ring, hear } = replicas;
  if (!redis) return;

  async function read({ news = false } = {}): Promise<void> {
    const sealed = await redis?.ask((client) => client.get(KEY)).catch(() => null);
    const opened = openSecret(sealed ?? '', PLACE, masterKeys.keys);
    if (opened.ok) desk.learn(JSON.parse(opened.value) as LastDiagnosis, { news });
  }

  async function write(last: LastDiagnosis): Promise<void> {
    const sealed = sealSecret(JSON.stringify(last).toWellFormed(), PLACE, masterKeys.keys[0]);
    const expiration = { type: 'PX', value: KEPT_MS } as const;
    // Away: this replica alone shows it.
    await redis?.ask((client) => client.set(KEY, sealed, { expiration })).catch(() => undefined);
    ring('diagnosed');
  }

  desk.onWhole((last) => void write(last));
  hear('diagnosed', () => void read({ news: true }));
  redis.onRegained(() => void read());
  void read();
}
