import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import type { CheckResult, DoctorInput, DoctorRun } from '@guichet/doctor';
import { describe, expect, it } from 'vitest';
import { DiagnosisDesk, MAX_DIAGNOSES_AT_A_TIME } from './diagnosis-desk.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import type { DiagnosisRun, RunDoctor } from './diagnosis-run.ts';
import { en } from './en.ts';

const input: DoctorInput = { baseUrl: 'https://chat.example.com', credential: 'a' };
const ok: CheckResult = { id: 'address/present', outcome: { status: 'ok' }, ms: 1 };
const fine: DoctorRun = { startedMs: 0, ms: 1, results: [ok] };

/** A doctor whose runs end when the test says so. */
function waitingDoctor() {
  const runs: { options: Parameters<RunDoctor>[1]; end: (run: DoctorRun) => void; fail: (error: Error) => void }[] = [];
  const run: RunDoctor = (_, options) => {
    const { promise, resolve, reject } = Promise.withResolvers<DoctorRun>();
    runs.push({ options, end: resolve, fail: reject });
    return promise;
  };
  return { runs, run };
}

async function linesOf(run: DiagnosisRun | undefined, locale: 'en' | 'fr' = 'en'): Promise<DiagnosisLineView[]> {
  if (!run) throw new Error('There is no run.');
  const lines: DiagnosisLineView[] = [];
  for await (const line of diagnosisLines(run, locale)) lines.push(line);
  return lines;
}

describe('the desk where diagnoses are asked for', () => {
  it('makes one run of the same wish, and tells whoever comes later what was found before', async () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    const first = desk.begin(input, { by: 'operator' });
    doctor.runs[0]?.options?.onCheck?.(ok, undefined);
    const second = desk.begin(input, { by: 'operator' });
    doctor.runs[0]?.end(fine);
    expect(doctor.runs).toHaveLength(1);
    const kinds = (await linesOf(second)).map(({ kind }) => kind);
    expect(kinds).toEqual(['begin', 'check', 'end']);
    expect((await linesOf(first)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('makes another run of another wish, of settings that were changed, and of what has ended', async () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    desk.begin(input, { by: 'operator' });
    desk.begin(input, { by: 'operator', only: 'key/accepted' });
    const changed = desk.begin({ ...input, credential: 'b' }, { by: 'operator' });
    expect(doctor.runs).toHaveLength(3);
    doctor.runs[2]?.end(fine);
    await linesOf(changed);
    desk.begin({ ...input, credential: 'b' }, { by: 'operator' });
    expect(doctor.runs).toHaveLength(4);
  });

  it('shows what another replica found just now, also one whose clock is behind', async () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    const own = desk.begin(input, { by: 'operator' });
    doctor.runs[0]?.end({ ...fine, startedMs: 100_000 });
    await linesOf(own);
    const elsewhere = { run: { ...fine, startedMs: 40_000 }, by: 'watch' } as const;
    desk.learn(elsewhere);
    expect(desk.last?.run.startedMs).toBe(100_000);
    desk.learn(elsewhere, { news: true });
    expect(desk.last).toEqual(elsewhere);
  });

  it('has a bound', () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    const begun = Array.from({ length: MAX_DIAGNOSES_AT_A_TIME + 1 }, (_, count) =>
      desk.begin({ ...input, model: String(count) }, { by: 'operator' }),
    );
    expect(begun.filter((run) => run === undefined)).toHaveLength(1);
    expect(begun.at(-1)).toBeUndefined();
  });

  it('says that a check is waited for, in the reader’s language', async () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    const run = desk.begin(input, { by: 'operator', only: 'address/present' });
    doctor.runs[0]?.options?.onSlow?.('address/present');
    doctor.runs[0]?.end(fine);
    expect((await linesOf(run, 'en'))[1]).toMatchObject({
      kind: 'slow',
      id: 'address/present',
      text: expect.stringMatching(/waiting/),
    });
    expect((await linesOf(run, 'fr'))[1]).toMatchObject({
      kind: 'slow',
      id: 'address/present',
      text: expect.stringMatching(/attend/),
    });
  });

  it('ends with a line when the doctor itself fails, keeps what was said and what was last', async () => {
    const doctor = waitingDoctor();
    const failures: unknown[] = [];
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: (error) => failures.push(error) });
    const good = desk.begin(input, { by: 'watch' });
    doctor.runs[0]?.end(fine);
    await linesOf(good);
    const run = desk.begin(input, { by: 'operator' });
    doctor.runs[1]?.options?.onCheck?.(ok, undefined);
    doctor.runs[1]?.fail(new Error('no doctor today'));
    const lines = await linesOf(run);
    expect(lines.map(({ kind }) => kind)).toEqual(['begin', 'check', 'failed']);
    expect(lines.at(-1)).toMatchObject({ text: en.failed });
    expect(failures).toMatchObject([{ message: 'no doctor today' }]);
    expect(desk.last).toEqual({ run: fine, by: 'watch' });
    // The next wish is not the broken one.
    desk.begin(input, { by: 'operator' });
    expect(doctor.runs).toHaveLength(3);
  });

  it('tells menu paths of the version that was found', async () => {
    const doctor = waitingDoctor();
    const desk = new DiagnosisDesk({ run: doctor.run, onFailure: () => undefined });
    const found = async (version: string) => {
      const run = desk.begin({ ...input, model: version }, { by: 'operator' });
      const { options, end } = doctor.runs.at(-1) ?? {};
      const refused: CheckResult = {
        id: 'key/known',
        ms: 1,
        outcome: {
          status: 'fail',
          cause: 'key-unknown',
          confidence: 'certain',
          impact: { key: 'noAnswers' },
          actor: { key: 'operator' },
          fix: [{ how: { key: 'makeKey' }, goal: 'create-key' }],
        },
      };
      options?.onCheck?.(refused, version);
      end?.(fine);
      const line = (await linesOf(run)).find((one) => one.kind === 'check' && one.check.id === 'key/known');
      return line?.kind === 'check' ? line.check.fix[0]?.where : undefined;
    };
    const [old, recent] = [await found('0.6.36'), await found('0.12.4')];
    expect(old).toMatch(/ > /);
    expect(recent).toMatch(/ > /);
    expect(old).not.toBe(recent);
  });
});
