import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_CHECKS } from './checks/all-checks.ts';
import { rawStandIn } from './corpus/stand-in-server.ts';
import { doctorCommand } from './doctor-command.ts';
import type { DoctorReport } from './report/report.ts';

let practice: PracticeServer;
let key: string;

beforeAll(async () => {
  practice = await startPractice({ provider: { tokenMs: 5 } });
  key = practice.state.makeKey(practice.state.addAccount());
});
afterAll(() => practice.close());

async function reportOf(words: string[], input: Parameters<typeof doctorCommand>[1]): Promise<DoctorReport> {
  return JSON.parse((await doctorCommand(['--json', ...words], input)).output) as DoctorReport;
}

it('finds nothing to complain of where all is well', async () => {
  const { output, exitCode } = await doctorCommand([], { baseUrl: practice.url, credential: key, model: 'echo' });
  expect(exitCode, output).toBe(0);
  expect(output).toContain('widget ─── Guichet ─── Open WebUI ─── provider');
});

it('says what is wrong first, in French with the menu path of the version', async () => {
  practice.state.set('ENABLE_API_KEYS', false);
  const { output, exitCode } = await doctorCommand(['--lang', 'fr'], { baseUrl: practice.url, credential: key });
  practice.state.set('ENABLE_API_KEYS', true);
  expect(exitCode).toBe(1);
  expect(output).toContain('Réglages > Administrateur > Authentification > Accès utilisateur > Clés API > Enregistrer');
  expect(output).toContain('Guichet ─ ✕ ─ Open WebUI');
  expect(output).not.toContain(key);
});

it('gives the report as the interface says', async () => {
  const report = await reportOf([], { baseUrl: practice.url, credential: key });
  expect(report).toMatchObject({ schema: 1, target: practice.url, summary: { fail: 0, crashed: 0 } });
  expect(report.checks.map(({ id }) => id)).toEqual(ALL_CHECKS.map(({ id }) => id));
});

it('looks only at one check and at what it rests on', async () => {
  const report = await reportOf(['--only', 'network/name'], { baseUrl: practice.url, credential: key });
  const ids = report.checks.map(({ id }) => id);
  expect(ids).toContain('network/name');
  expect(ids).not.toContain('key/accepted');
});

it('refuses words it does not know without repeating them', async () => {
  const outcome = await doctorCommand([key], {});
  expect(outcome.exitCode).toBe(64);
  expect(outcome.output).not.toContain(key);
  expect((await doctorCommand(['--only', 'no/such'], {})).exitCode).toBe(64);
  expect((await doctorCommand(['--lang', 'de'], {})).exitCode).toBe(64);
});

it('says after two seconds what it waits for, once, and not of what waits for that', async () => {
  const silent = await rawStandIn(() => undefined);
  const waiting: string[] = [];
  const options = { onWaiting: (line: string) => waiting.push(line), limits: { replyMs: 2_500 } };
  await doctorCommand(['--lang', 'fr'], { baseUrl: `http://127.0.0.1:${silent.port}`, credential: key }, options);
  await silent.close();
  expect(waiting.filter((line) => line.includes('upstream/answers'))).toEqual([
    'Réponse encore attendue\u202f: upstream/answers…\n',
  ]);
  expect(waiting.join('')).not.toMatch(/upstream\/is-open-webui|models|answer\//);
});

it('explains later checks by the first that failed', async () => {
  const report = await reportOf([], {});
  const failing = report.checks.filter(({ status }) => status === 'fail').map(({ cause }) => cause);
  expect(failing.slice(0, 2)).toEqual(['url-missing', 'key-missing']);
  expect(report.checks.find(({ id }) => id === 'upstream/is-open-webui')?.title).toContain('address/present');
});
