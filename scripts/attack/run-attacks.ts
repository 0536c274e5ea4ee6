/** Attacks Guichet, one after the other, while another client goes on asking. See `test-attack.mjs`. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Attack } from './attack.ts';
import { type AttackedGuichet, startAttackedGuichet } from './attacked-guichet.ts';
import type { ProbeReport } from './health-probe.ts';
import { NAME_ATTACKS, PUBLIC_URL } from './name-attacks.ts';
import { PIPELINED_ATTACKS } from './pipelined-attacks.ts';
import { TOTAL_ATTACKS } from './total-attacks.ts';

/**
 * What another client may wait where the server has the processor for itself: as many times longer where others use it
 * as well, and besides what this machine needs for a server that does nothing.
 */
const HEALTH_WITHIN_MS = 250;

/** What the process may grow by, over all attacks: buffers of the kernel's side, and what the collector leaves. */
const GROWTH_BYTES = 160 * 1024 * 1024;

/** All attacks together, a hanging one included; whatever is not done by then has failed. */
const GIVE_UP_MS = 900_000;

/** One attack, the making of its long conversation included. */
const ATTACK_WITHIN_MS = 180_000;

const words = process.argv.slice(2);
/** Whether a slow health check is a failure as well: only a machine that does nothing else can say so fairly. */
const strict = words.includes('--strict');
const wanted = words.find((word) => !word.startsWith('--')) ?? '';
const attacks = [...NAME_ATTACKS, ...PIPELINED_ATTACKS, ...TOTAL_ATTACKS].filter(({ name }) => name.includes(wanted));
const MIB = 1024 * 1024;

let passed = 0;
let slow = 0;
const failed: string[] = [];

setTimeout(() => {
  console.log(`FAIL  not done within ${GIVE_UP_MS / 1000} s`);
  console.log(`${passed} passed, ${attacks.length - passed} failed`);
  process.exit(1);
}, GIVE_UP_MS).unref();

const environment = { GUICHET_PUBLIC_URL: PUBLIC_URL };
const shared = await startAttackedGuichet({ environment });
const probe = startProbe(shared.url);
for (const attack of attacks) {
  if (attack.openFiles === undefined) {
    await attempt(attack, shared, probe);
    continue;
  }
  const own = await startAttackedGuichet({ environment, openFiles: attack.openFiles });
  const ownProbe = startProbe(own.url);
  await attempt(attack, own, ownProbe);
  ownProbe.kill();
  await own.stop();
}
probe.kill();
await shared.stop();
console.log(`${passed} passed, ${failed.length} failed; in ${slow} a health check took longer than it may`);
process.exit(failed.length === 0 ? 0 : 1);

async function attempt(attack: Attack, guichet: AttackedGuichet, from: ChildProcess): Promise<void> {
  const problems: string[] = [];
  const delays: string[] = [];
  let told = '';
  let grown = Number.NaN;
  let report: ProbeReport | undefined;
  try {
    const prepared = await within(attack.prepare?.(guichet));
    await ask(from);
    const before = await guichet.residentBytes();
    told = await within(attack.run(guichet, prepared)).catch((error: unknown) => {
      problems.push(error instanceof Error ? error.message : String(error));
      return '';
    });
    report = await ask(from);
    if (guichet.end() === undefined) grown = (await guichet.residentBytes()) - before;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  const end = guichet.end();
  if (end !== undefined) problems.push(`the server ${end}`);
  if (report) {
    const allowed = HEALTH_WITHIN_MS * report.crowding + report.machineMax;
    if (report.failed > 0) problems.push(`${report.failed} health checks were not answered`);
    if (report.max > allowed) delays.push(`SLOW: a health check took ${ms(report.max)}, ${ms(allowed)} are allowed`);
  }
  if (delays.length > 0) slow++;
  if (strict) problems.push(...delays);
  else told = [told, ...delays].filter(Boolean).join('; ');
  if (grown > GROWTH_BYTES) problems.push(`the process grew by ${Math.round(grown / MIB)} MiB`);
  const figures = report
    ? `health p50 ${ms(report.p50)}, max ${ms(report.max)} (idle server ${ms(report.machineMax)}, crowding ${report.crowding.toFixed(1)}), grown ${Math.round(grown / MIB)} MiB`
    : 'no figures';
  if (problems.length === 0) passed++;
  else failed.push(attack.name);
  console.log(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${attack.name}: ${figures}; ${[told, ...problems].filter(Boolean).join('; ')}`,
  );
}

async function within<Result>(work: Promise<Result> | undefined): Promise<Result> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done within ${ATTACK_WITHIN_MS / 1000} s`)), ATTACK_WITHIN_MS).unref();
  });
  return Promise.race([work as Promise<Result>, tooLong]);
}

function startProbe(url: string): ChildProcess {
  return fork(path.join(import.meta.dirname, 'health-probe.ts'), [url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** What another client saw since it was asked last. */
function ask(from: ChildProcess): Promise<ProbeReport> {
  return new Promise((resolve) => {
    from.once('message', (report) => resolve(report as ProbeReport));
    from.send('report');
  });
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
