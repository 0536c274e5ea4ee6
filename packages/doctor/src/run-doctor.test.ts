import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { startPractice } from '@guichet/openwebui/practice';
import { expect, it } from 'vitest';
import { defineCheck } from './check.ts';
import { rawStandIn, standIn, standInWithCertificate } from './corpus/stand-in-server.ts';
import { impactMeanwhile } from './impact-meanwhile.ts';
import { makeReport } from './report/make-report.ts';
import { runDoctor } from './run-doctor.ts';
import { shareReport } from './share-report.ts';
import { fail, ok } from './verdict.ts';

it('calls a check that throws crashed, and hides no other by it', async () => {
  const broken = defineCheck({
    id: 'address/present',
    after: [],
    needs: ['address'],
    run() {
      throw new TypeError('sk-secret was here');
    },
  });
  const sound = defineCheck({ id: 'address/form', after: ['address/present'], needs: ['address'], run: () => ok() });
  const run = await runDoctor({ baseUrl: 'https://chat.example.com' }, { checks: [broken, sound] });
  expect(run.results.map(({ outcome }) => outcome.status)).toEqual(['crashed', 'ok']);
  const report = makeReport(run, 'en');
  expect(report.summary).toMatchObject({ status: 'crashed', crashed: 1, ok: 1 });
  expect(JSON.stringify([run, report])).not.toContain('secret');
});

it('ends in its time even where nothing ever answers, and says what it did not see', async () => {
  const silent = await rawStandIn(() => undefined);
  const started = performance.now();
  const limits = { totalMs: 700, replyMs: 60_000 };
  const run = await runDoctor(
    { baseUrl: `http://127.0.0.1:${silent.port}`, credential: 'sk-0123456789ab4def8123456789abcdef' },
    { limits },
  );
  await silent.close();
  // Far from the minute that one reply may take.
  expect(performance.now() - started).toBeLessThan(30_000);
  const first = run.results.find(({ outcome }) => outcome.status === 'fail');
  expect(first).toMatchObject({ id: 'upstream/answers', outcome: { cause: 'timeout' } });
  expect(run.ms).toBeGreaterThan(500);
});

it.each([
  ['0.11.4', 'permitGroup'],
  ['0.12.4', 'permitOnceOn'],
])('says in %s what has to be switched on first: %s', async (version, step) => {
  const practice = await startPractice({ version });
  const credential = practice.state.makeKey(practice.state.addAccount());
  practice.state.set('ENABLE_API_KEYS', false);
  const run = await runDoctor({ baseUrl: practice.url, credential });
  await practice.close();
  const outcome = run.results.find(({ id }) => id === 'key/switch')?.outcome;
  expect(outcome).toMatchObject({
    cause: 'api-keys-disabled',
    fix: [{ how: { key: 'switchKeysOn' } }, { how: { key: step } }],
  });
});

it('tells each result once, as it arrives', async () => {
  const told: string[] = [];
  const run = await runDoctor({}, { onCheck: ({ id }) => told.push(id) });
  expect(told.sort()).toEqual(run.results.map(({ id }) => id).sort());
});

it('shares nothing that tells whose report it is', async () => {
  const practice = await startPractice();
  const account = practice.state.addAccount();
  const credential = practice.state.makeKey(account);
  const input = {
    baseUrl: practice.url,
    credential,
    model: 'our-secret-project',
    publicUrl: practice.url,
    allowedOrigins: ['https://intranet.example.com'],
  };
  const run = await runDoctor(input);
  await practice.close();
  for (const locale of ['en', 'fr'] as const) {
    const shared = shareReport(makeReport(run, locale), locale);
    expect(shared).toContain('model-missing');
    expect(shared).not.toMatch(/our-secret-project|127\.0\.0\.1|intranet|http/);
    expect(shared).not.toContain(credential);
  }
});

it.each([
  ['network/certificate-dates', -90, -2, '127.0.0.1'],
  ['network/certificate-dates', 30, 90, '127.0.0.1'],
  ['network/certificate-name', -1, 60, 'localhost'],
  ['network/certificate-chain', -1, 60, '127.0.0.1'],
])('tells by %s what is wrong with a certificate', async (id, fromDays, toDays, host) => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const wish = { names: [{ ip: [127, 0, 0, 1] }], from: day(fromDays), to: day(toDays) } as const;
  const server = await standInWithCertificate(wish);
  const run = await runDoctor({ baseUrl: `https://${host}:${server.port}` });
  await server.close();
  const failing = run.results.filter(({ outcome }) => outcome.status === 'fail').map((result) => result.id);
  expect(failing[0]).toBe(id);
  expect(failing).not.toContain('upstream/answers');
});

it('does not say that visitors get no answer while somebody gives them one', async () => {
  const said = { practice: /practice assistant/, former: /still get answers/, nobody: /get no answer/ };
  for (const who of ['practice', 'former', 'nobody'] as const) {
    const run = await runDoctor({ answersMeanwhile: who === 'nobody' ? undefined : who });
    const { checks } = makeReport(run, 'en');
    const impacts = checks.filter(({ status }) => status === 'fail').map(({ impact }) => impact);
    expect(impacts).toHaveLength(2);
    for (const impact of impacts) expect(impact).toMatch(said[who]);
  }
});

it('says of what stands between visitors and Guichet what it says else, whoever answers', () => {
  const broken = fail({
    cause: 'header-stripped',
    confidence: 'certain',
    impact: { key: 'noAnswers' },
    actor: { key: 'proxy' },
    fix: [{ how: { key: 'setAddress' } }],
  });
  expect(impactMeanwhile('own/proxy-authorization', broken, 'former')).toBe(broken);
  expect(impactMeanwhile('key/header', broken, 'former')).toMatchObject({ impact: { key: 'formerAnswers' } });
});

it('ends at once when it is told to, and says of the rest that time was over', async () => {
  const stop = new AbortController();
  const silent = await rawStandIn(() => stop.abort());
  const baseUrl = `http://127.0.0.1:${silent.port}`;
  const run = await runDoctor({ baseUrl, credential: 'x' }, { signal: stop.signal });
  await silent.close();
  const outcomes = Object.fromEntries(run.results.map(({ id, outcome }) => [id, outcome]));
  expect(outcomes['address/form']?.status).toBe('ok');
  expect(outcomes['upstream/answers']).toEqual({ status: 'skipped', because: { key: 'outOfTime' } });
});

it('does not say that no provider answers where an administrator is shown nothing and the provider lists models', async () => {
  const answers: Record<string, unknown> = {
    '/health': { status: true },
    '/api/version': { version: '0.12.4' },
    '/api/models': { data: [] },
    '/api/v1/users/user/status': { id: '1', role: 'admin' },
    '/api/models/base': { data: [{ id: 'hidden' }] },
  };
  const server = await standIn((request, response) => {
    const value = answers[request.url ?? ''];
    response.writeHead(value ? 200 : 404, { 'content-type': 'application/json', 'x-process-time': '0' });
    response.end(JSON.stringify(value ?? { detail: 'Not Found' }));
  });
  const credential = SAMPLE_KEYS['open-webui-api-key'](seededRandom(5));
  const run = await runDoctor({ baseUrl: `http://127.0.0.1:${server.port}`, credential }, { only: 'models/list' });
  await server.close();
  const outcome = run.results.find(({ id }) => id === 'models/list')?.outcome;
  expect(outcome).toMatchObject({ status: 'fail', cause: 'no-models', confidence: 'probable' });
  expect(outcome).not.toHaveProperty('said');
});
