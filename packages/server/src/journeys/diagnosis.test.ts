/** An operator's diagnosis over HTTP, as the page asks for it. */
import type { DiagnosisLineView, LastDiagnosisView } from '@guichet/contract/diagnosis-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { readLines } from '../testing/read-lines.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';

let own: TestGuichet;
let operator: Operator;
beforeEach(async () => {
  own = await startTestGuichet();
  operator = await Operator.signIn(own.guichet.url, own.dataDir);
});
afterEach(() => own.close());

async function diagnose(wish: unknown = {}, headers: Record<string, string> = {}): Promise<DiagnosisLineView[]> {
  return readLines(await operator.request('POST', '/diagnosis', wish, headers));
}

function endOf(lines: readonly DiagnosisLineView[]): Extract<DiagnosisLineView, { kind: 'end' }> {
  const last = lines.at(-1);
  if (last?.kind !== 'end') throw new Error(`The last line is ${last?.kind}.`);
  return last;
}

describe('POST /admin/api/diagnosis', { timeout: 60_000 }, () => {
  it('names every check first, then tells each once, then the whole', async () => {
    const lines = await diagnose();
    const [begin] = lines;
    if (begin?.kind !== 'begin') throw new Error('It does not begin.');
    const told = lines.flatMap((line) => (line.kind === 'check' ? line.check.id : []));
    expect([...told].sort()).toEqual(begin.checks.map(({ id }) => id).sort());
    const { report, markdown } = endOf(lines);
    expect(report.checks.map(({ id }) => id)).toEqual(begin.checks.map(({ id }) => id));
    expect(report.summary).toMatchObject({ fail: 0, crashed: 0 });
    expect(markdown).toContain('| check |');
  });

  it('is the last diagnosis afterwards', async () => {
    expect(await operator.ask<LastDiagnosisView>('GET', '/diagnosis')).toEqual({});
    const { report } = endOf(await diagnose());
    const { last } = await operator.ask<LastDiagnosisView>('GET', '/diagnosis');
    expect(last).toMatchObject({ by: 'operator', report });
  });

  it('needs a sign-in, and a page of our own', async () => {
    const stranger = new Operator(own.guichet.url);
    expect((await stranger.request('POST', '/diagnosis', {})).status).toBe(401);
    expect((await stranger.request('GET', '/diagnosis')).status).toBe(401);
    const foreign = await operator.request('POST', '/diagnosis', {}, { Origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
  });
});
