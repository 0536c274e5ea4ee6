/** Makes every failure on a real Open WebUI, one after the other or side by side, and puts back what it changed. */
import { runDoctor } from '@guichet/doctor';
import { type CorpusResult, confusionMatrix, figuresOf, isRight, mainFinding } from '@guichet/doctor/corpus';
import { type CaseResult, isBefore, type ScriptedProvider } from '@guichet/openwebui/contract-suite';
import { answerCases, providerCases } from './answer-cases.ts';
import { frontCases } from './front-cases.ts';
import { keyCases, settingCases } from './key-cases.ts';
import { lastCases } from './last-cases.ts';
import type { RealCase } from './real-case.ts';
import { type OpenedScene, openScene } from './real-scene.ts';
import { toolCases } from './tool-cases.ts';

const CASES: readonly RealCase[] = [
  ...keyCases,
  ...frontCases,
  ...answerCases,
  ...settingCases,
  ...providerCases,
  ...toolCases,
  ...lastCases,
];

/** What the doctor must be at least, as a share of all cases. */
const LEAST_RIGHT = 0.95;
const LEAST_FAILURES = 25;
/** The times that are promised, in milliseconds. */
const HEALTHY_WITHIN_MS = 3_000;
const WORST_WITHIN_MS = 12_000;
/** At once, of those that do not get into each other's way; the machine has few cores and the server one. */
const BESIDE = 3;

const SHARING_SINCE = '0.8.0';

interface DoctorServer {
  baseUrl: string;
  version: string;
  provider: ScriptedProvider;
}

export async function runDoctorCases(server: DoctorServer, report: (result: CaseResult) => void): Promise<void> {
  if (isBefore(server.version, SHARING_SINCE)) {
    report({ name: 'doctor', outcome: 'skipped', reason: `its cases share models as ${SHARING_SINCE} does` });
    return;
  }
  const opened = await openScene(server.baseUrl, server.version, server.provider);
  const results: CorpusResult[] = [];
  const runOne = async (one: RealCase) => {
    const made = await makeCase(one, server.version, opened);
    report(made.told);
    if (made.result) results.push(made.result);
  };
  const queue = CASES.filter((one) => one.beside);
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) await runOne(one);
  };
  await Promise.all(Array.from({ length: BESIDE }, worker));
  const together = results.length;
  for (const one of CASES.filter(({ beside }) => !beside)) await runOne(one);
  await opened.close();
  // Several at once wait for one another: a time that is promised is measured on one alone.
  const alone = results.slice(together).filter(({ expected }) => expected.cause === 'none');
  tellFigures(results, Math.max(...alone.map(({ run }) => run.ms)), server.version, report);
}

interface MadeCase {
  told: CaseResult;
  result?: CorpusResult;
}

async function makeCase(one: RealCase, version: string, opened: OpenedScene): Promise<MadeCase> {
  const name = `doctor: ${one.name}`;
  const reason = reasonToSkip(one, version);
  if (reason) return { told: { name, outcome: 'skipped', reason } };
  const closers: (() => Promise<unknown>)[] = [];
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const { input, ...options } = await one.make(opened.scene((close) => closers.unshift(close)));
    const run = await runDoctor(input, options);
    const expected = typeof one.expected === 'function' ? one.expected(version) : one.expected;
    const result: CorpusResult = {
      name: one.name,
      version,
      expected,
      found: mainFinding(run),
      run,
      secrets: [input.credential ?? ''],
    };
    const error = complaint(result);
    if (error) return { told: { name, outcome: 'failed', ms: ms(), error }, result };
    return { told: { name, outcome: 'passed', ms: ms() }, result };
  } catch (error) {
    return { told: { name, outcome: 'failed', ms: ms(), error } };
  } finally {
    for (const close of closers) await close();
  }
}

function reasonToSkip({ since, until }: RealCase, version: string): string | undefined {
  if (since && isBefore(version, since)) return `since ${since}`;
  return until && !isBefore(version, until) ? `until ${until}` : undefined;
}

/** A case that is not right is told at once, and counted against the share that must be. */
function complaint(result: CorpusResult): string | undefined {
  const { expected, found, run, secrets } = result;
  const crashed = run.results.filter(({ outcome }) => outcome.status === 'crashed').map(({ id }) => id);
  if (crashed.length > 0) return `crashed: ${crashed.join(' ')}`;
  const said = JSON.stringify(run);
  if (secrets.some((secret) => secret.length >= 20 && said.includes(secret))) return 'the run holds the secret';
  if (isRight(result)) return undefined;
  const told = run.results.filter(
    ({ id, outcome }) => outcome.status === 'fail' || outcome.status === 'warn' || id.startsWith('answer/'),
  );
  const details = told.map(({ id, outcome }) => `${id} ${JSON.stringify(outcome)}`).join('\n');
  return `expected ${expected.cause} (${expected.confidence}), found ${found.cause} (${found.confidence})\n${details}`;
}

function tellFigures(
  results: readonly CorpusResult[],
  healthyMs: number,
  version: string,
  report: (result: CaseResult) => void,
): void {
  const { total, right, wronglyCertain } = figuresOf(results);
  const failures = results.filter(({ expected }) => expected.cause !== 'none').length;
  const worstMs = Math.max(...results.map(({ run }) => run.ms));
  console.log(`\n${confusionMatrix(results)}`);
  console.log(`Open WebUI ${version}: ${failures} failures and ${total - failures} times nothing wrong`);
  console.log(`Where nothing is wrong the doctor took at most ${healthyMs} ms, in the worst case ${worstMs} ms\n`);
  const figure = (name: string, holds: boolean, error: string) =>
    report(holds ? { name, outcome: 'passed', ms: 0 } : { name, outcome: 'failed', ms: 0, error });
  figure(`doctor: at least ${LEAST_FAILURES} failures were made`, failures >= LEAST_FAILURES, `only ${failures}`);
  figure('doctor: never wrongly certain', wronglyCertain === 0, `${wronglyCertain} times`);
  figure('doctor: 95 % right', right / total >= LEAST_RIGHT, `${right} of ${total}`);
  figure('doctor: healthy within 3 s', healthyMs <= HEALTHY_WITHIN_MS, `${healthyMs} ms`);
  figure('doctor: within 12 s whatever is wrong', worstMs <= WORST_WITHIN_MS, `${worstMs} ms`);
}
