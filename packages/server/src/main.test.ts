import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { COMPILE_CACHE } from './testing/compile-cache.ts';

const MAIN = path.resolve(import.meta.dirname, 'main.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'guichet-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts Guichet as its own process and waits until it has left. */
async function leave(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      GUICHET_LOCALE: 'en',
      GUICHET_DATA_DIR: folder,
      ...COMPILE_CACHE,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}

/** A machine that does other things too needs a while to start Node. */
const STARTING_MS = 120_000;

it.each([
  ['the machine’s name, as some shells and build tools set it', 'HOST', 'x86_64-conda-linux-gnu'],
  ['a name that leads nowhere', 'HOST', 'myhost.invalid'],
  ['another machine’s address', 'HOST', '203.0.113.9'],
  ['an address with its port', 'HOST', 'tcp://10.0.0.1:80'],
  ['a service link of Kubernetes or Docker', 'PORT', 'tcp://10.0.0.1:80'],
])(
  'what another program left in our settings’ names is one sentence: %s',
  async (_what, name, value) => {
    const { code, said } = await leave({ [name]: value });
    expect(code).toBe(78);
    expect(said).toMatch(new RegExp(`^${name} \\(from the environment\\) .*\\.?\\n$`));
    expect(said).toContain(value);
  },
  STARTING_MS,
);

it('a data directory that cannot be made is one sentence, whatever the reason', { timeout: STARTING_MS }, async () => {
  const loop = path.join(folder, 'loop');
  symlinkSync('loop', loop);
  // Under /proc, Node's own way to make folders asks for ever.
  for (const dataDir of [path.join(folder, 'x'.repeat(300)), path.join(loop, 'data'), '/proc/nope/data']) {
    const { code, said } = await leave({ GUICHET_DATA_DIR: dataDir });
    expect(code).toBe(78);
    expect(said).toContain(`cannot use the data folder ${dataDir} (`);
    expect(said).not.toContain('    at ');
  }
});

it.each([
  ['empty', (file: string) => writeFileSync(file, ''), 'contains no key'],
  [
    'a link to what is not mounted',
    (file: string) => symlinkSync('/nowhere/master-keys', file),
    'cannot be read (ENOENT)',
  ],
])(
  'a master key file that is %s is one sentence that names it, and stays as it is',
  async (_what, make, problem) => {
    const dataDir = mkdtempSync(path.join(folder, 'data-'));
    const file = path.join(dataDir, 'master-keys');
    make(file);
    const { code, said } = await leave({ GUICHET_DATA_DIR: dataDir });
    expect(code).toBe(78);
    expect(said).toContain(`${file} ${problem}`);
    expect(said).not.toContain('    at ');
    expect(lstatSync(file).size).toBeLessThan(30);
  },
  STARTING_MS,
);

const pipe = (file: string) => expect(spawnSync('mkfifo', [file]).status).toBe(0);

it.each([
  ['a pipe', pipe, 'is a named pipe, not a file'],
  [
    'a folder, as Docker makes one where nothing is mounted',
    (file: string) => mkdirSync(file),
    'is a folder, not a file',
  ],
  ['a device', (file: string) => symlinkSync('/dev/zero', file), 'is a device, not a file'],
])(
  'what is no file is not waited for: %s in the place of what the data folder holds, or of a setting’s file',
  async (_what, make, problem) => {
    const ofDataFolder = ['master-keys', 'guichet.db', 'guichet.db-wal', 'server.lock', 'server.json'];
    const left = await Promise.all(
      ofDataFolder.map(async (name) => {
        const dataDir = mkdtempSync(path.join(folder, 'data-'));
        make(path.join(dataDir, name));
        return { file: path.join(dataDir, name), ...(await leave({ GUICHET_DATA_DIR: dataDir })) };
      }),
    );
    const named = path.join(mkdtempSync(path.join(folder, 'named-')), 'named');
    make(named);
    const dataDir = mkdtempSync(path.join(folder, 'data-'));
    for (const environment of [
      { OPENWEBUI_API_KEY_FILE: named },
      { GUICHET_MASTER_KEYS_FILE: named },
      { DATABASE_URL: `postgres://someone@127.0.0.1:1/guichet?sslrootcert=${named}` },
    ]) {
      left.push({ file: named, ...(await leave({ GUICHET_DATA_DIR: dataDir, ...environment })) });
    }
    for (const { file, code, said } of left) {
      expect({ file, code, said }).toEqual({ file, code: 78, said: expect.stringContaining(`${file}`) });
      expect(said).toContain(problem);
      expect(said.trimEnd().split('\n')).toHaveLength(1);
    }
  },
  STARTING_MS,
);

it('a socket in the place of a setting’s file is one sentence', { timeout: STARTING_MS }, async () => {
  const file = path.join(mkdtempSync(path.join(folder, 's-')), 's');
  const server = net.createServer().listen(file);
  await once(server, 'listening');
  const { code, said } = await leave({ OPENWEBUI_API_KEY_FILE: file });
  server.close();
  expect(code).toBe(78);
  expect(said).toContain(`${file}, which is a socket, not a file`);
});

it('a name that is nearly that of a setting is told at start, in the language of the log, without its value', {
  timeout: STARTING_MS,
}, async () => {
  const hidden = 'sk-not-to-be-shown';
  const wrong = { openwebui_url: 'https://chat.example.com', 'OPENWEBUI_API_KEY ': hidden, HOST: 'myhost.invalid' };
  const english = await leave({ ...wrong, OPENWEBUI_URL: 'https://other.example.com' });
  expect(english.said.split('\n').slice(0, 2)).toEqual([
    '"openwebui_url" is set, but Guichet does not read it. The name is OPENWEBUI_URL.',
    '"OPENWEBUI_API_KEY " is set, but Guichet does not read it. The name is OPENWEBUI_API_KEY.',
  ]);
  expect(english.said).not.toContain(hidden);
  expect(english.said).not.toContain('chat.example.com');
  const french = await leave({ ...wrong, GUICHET_LOCALE: 'fr', OPENWEBUI_URL: wrong.openwebui_url });
  expect(french.said.split('\n')[0]).toBe(
    '«\u202fOPENWEBUI_API_KEY\u202f» est défini, mais Guichet ne le lit pas. Le nom à employer est OPENWEBUI_API_KEY.'.replace(
      'KEY\u202f',
      'KEY \u202f',
    ),
  );
});
