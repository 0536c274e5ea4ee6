/** Two servers of one Guichet in tests: one PostgreSQL, one Redis of their own, one Open WebUI. */
import type { LimitSettings } from '../limits/visitor-limits.ts';
import { startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { makePostgresDatabase } from '../storage/testing/test-databases.ts';
import { Operator } from './operator.ts';
import { startTestGuichet, type TestGuichet } from './start-test-guichet.ts';

export interface TestReplicas {
  one: TestGuichet;
  other: TestGuichet;
  redis: TestRedis;
  databaseUrl: string;
  /** Signed in at one of them by the link it printed. */
  operator: Operator;
  close(): Promise<void>;
}

export interface TestReplicasOptions {
  model?: string;
  environment?: Record<string, string>;
  limits?: Partial<LimitSettings>;
}

export async function startTestReplicas(options: TestReplicasOptions = {}): Promise<TestReplicas> {
  const [database, redis] = await Promise.all([makePostgresDatabase(), startTestRedis()]);
  const environment = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    GUICHET_MASTER_KEYS: `main:${Buffer.alloc(32, 7).toString('base64')}`,
    ...options.environment,
  };
  const one = await startTestGuichet({ ...options, environment });
  const { url } = one.practice;
  const other = await startTestGuichet({
    ...options,
    environment: { ...environment, OPENWEBUI_URL: url, OPENWEBUI_API_KEY: one.credential },
  });
  const operator = new Operator(one.guichet.url);
  const link = one.guichet.claimLink?.address.split('#link=')[1] ?? '';
  const signedIn = await operator.request('POST', '/session', { link });
  if (signedIn.status !== 200) throw new Error(`The sign-in was refused with ${signedIn.status}.`);
  return {
    one,
    other,
    redis,
    databaseUrl: database.url,
    operator,
    async close() {
      await other.close();
      await one.close();
      await Promise.all([database.remove(), redis.remove()]);
    },
  };
}
