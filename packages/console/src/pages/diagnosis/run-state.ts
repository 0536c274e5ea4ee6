/** What one run of the doctor has said so far. Pure: a line in, the next state out. */
import type { DiagnosisLineView } from '@guichet/contract/diagnosis-api';
import type { DoctorReport, ReportCheck } from '@guichet/contract/report';

export interface ExpectedCheck {
  id: string;
  group: string;
}

export interface RunState {
  /** Every check that will be reported, the first to mend first; empty until the server said so. */
  expected: readonly ExpectedCheck[];
  arrived: ReadonlyMap<string, ReportCheck>;
  /** By check: it has been waiting for long, in the server's words. */
  slow: ReadonlyMap<string, string>;
  end?: { report: DoctorReport; markdown: string };
  /** The doctor itself failed, in its words. What it had said before stands. */
  failed?: string;
}

export const NOTHING_YET: RunState = { expected: [], arrived: new Map(), slow: new Map() };

export function withLine(state: RunState, line: DiagnosisLineView): RunState {
  switch (line.kind) {
    case 'begin':
      return { ...state, expected: line.checks };
    case 'check':
      return {
        ...state,
        arrived: new Map(state.arrived).set(line.check.id, line.check),
        slow: without(state.slow, line.check.id),
      };
    case 'slow':
      return state.arrived.has(line.id) ? state : { ...state, slow: new Map(state.slow).set(line.id, line.text) };
    case 'end': {
      const { report, markdown } = line;
      const arrived = new Map(report.checks.map((check) => [check.id, check]));
      return { ...state, expected: report.checks.map(placeOf), arrived, slow: new Map(), end: { report, markdown } };
    }
    case 'failed':
      return { ...state, slow: new Map(), failed: line.text };
    default:
      return line satisfies never;
  }
}

/** What has been announced and not yet been said, in order. */
export function awaited({ expected, arrived }: RunState): ExpectedCheck[] {
  return expected.filter(({ id }) => !arrived.has(id));
}

function placeOf({ id, group }: ReportCheck): ExpectedCheck {
  return { id, group };
}

function without(texts: ReadonlyMap<string, string>, id: string): ReadonlyMap<string, string> {
  const rest = new Map(texts);
  rest.delete(id);
  return rest;
}
