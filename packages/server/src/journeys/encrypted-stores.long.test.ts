/**
 * PostgreSQL and Redis that take nobody unencrypted, with certificates of an authority of one's own, as operators have
 * them in a network of theirs. The server is a process of its own: it learns of the authority as `NODE_EXTRA_CA_CERTS`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../../../scripts/ensure-postgres.mjs';
import { freePort } from '../../../../scripts/free-port.ts';
import { lacksRedis, startTestRedis, type TestRedis } from '../redis/testing/test-redis.ts';
import { hasPostgres } from '../storage/testing/test-databases.ts';
import { COMPILE_CACHE } from '../testing/compile-cache.ts';

const MAIN = path.resolve(import.meta.dirname, '../main.ts');
const MASTER_KEYS = `main:${Buffer.alloc(32, 7).toString('base64')}`;
const LATE = { timeout: 60_000, interval: 200 };

/** `ca.crt`, and `server.crt` with `server.key` for 127.0.0.1, which it vouches for. */
function makeCertificates(folder: string): void {
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/CN=Own authority');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1');
  writeFileSync(path.join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.crt');
}

describe.skipIf((!hasPostgres && process.env.CI !== 'true') || lacksRedis)('encrypted stores', () => {
  let folder: string;
  let postgres: OwnPostgres;
  let redis: TestRedis;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'guichet-encrypted-'));
    makeCertificates(folder);
    const own = await startOwnPostgres(folder);
    if (!own) throw new Error('No PostgreSQL can be had.');
    postgres = own;
    const file = (name: string) => path.join(folder, name);
    redis = await startTestRedis((port) => [
      ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
      ...['--tls-cert-file', file('server.crt'), '--tls-key-file', file('server.key')],
      ...['--tls-ca-cert-file', file('ca.crt')],
    ]);
  }, 120_000);
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await redis?.remove();
    postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const database = (mode: string) => postgres.url.replace('sslmode=disable', `sslmode=${mode}`);

  async function start(environment: Record<string, string>) {
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...{ PATH: process.env.PATH ?? '', GUICHET_LOCALE: 'en', PORT: String(port), HOST: '127.0.0.1' },
        ...{ GUICHET_DATA_DIR: path.join(folder, `data-${port}`), GUICHET_MASTER_KEYS: MASTER_KEYS },
        ...{ ...COMPILE_CACHE, ...environment },
      },
    });
    running.push(child);
    const server = { url: `http://127.0.0.1:${port}`, output: '', code: undefined as number | null | undefined };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (server.output += piece));
    child.once('close', (code) => {
      server.code = code;
    });
    return server;
  }

  const ready = async (url: string) =>
    fetch(`${url}/readyz`).then(
      async (response) => [response.status, await response.text()],
      () => [],
    );

  it.each(['require', 'verify-full'])(
    'with the authority named, serves over both (sslmode=%s)',
    async (mode) => {
      const server = await start({
        ...{ DATABASE_URL: database(mode), REDIS_URL: redis.url.replace('redis:', 'rediss:') },
        ...{ NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.crt') },
      });
      await expect.poll(async () => (await ready(server.url))[0] ?? server.output, LATE).toBe(200);
      const [, state = ''] = await ready(server.url);
      expect(state).not.toMatch(/redis.*(away|alone|lost)/i);
      const visitors = `${server.url}/v1/sites/default/visitors`;
      expect((await fetch(visitors, { method: 'POST', headers: { Origin: server.url } })).status).toBe(201);
    },
    120_000,
  );

  it.each([
    ['PostgreSQL', () => ({ DATABASE_URL: database('verify-full') })],
    ['Redis', () => ({ REDIS_URL: redis.url.replace('redis:', 'rediss:') })],
  ])(
    'without it, a start ends with one sentence that says so: %s',
    async (_, environment) => {
      const server = await start(environment());
      await expect.poll(() => server.code, LATE).toBe(78);
      expect(server.output).toMatch(/certificate/i);
      expect(server.output.trim().split('\n').length).toBeLessThanOrEqual(3);
    },
    120_000,
  );

  it('unencrypted, PostgreSQL lets nobody in, and the start says so', async () => {
    const server = await start({ DATABASE_URL: database('disable') });
    await expect.poll(() => server.code, LATE).toBe(78);
    expect(server.output).toMatch(/encrypt|pg_hba/i);
  }, 120_000);
});
