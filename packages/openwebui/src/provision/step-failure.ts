import type { DeskReply } from '../desk/desk.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { StepFailureReason } from './provision-types.ts';

/** Ends a step. Thrown below, turned into an outcome by the engine. */
export class StepFailure extends Error {
  readonly why: StepFailureReason;
  readonly failure: DeskFailure;

  constructor(why: StepFailureReason, failure: DeskFailure) {
    super(why);
    this.name = 'StepFailure';
    this.why = why;
    this.failure = failure;
  }
}

/** For a reply that is not the wanted one. */
export function refusedBy(reply: DeskReply): StepFailure {
  return failed(reply.failure());
}

export function failed(failure: DeskFailure): StepFailure {
  if (failure.status !== undefined) return new StepFailure('refused', failure);
  return new StepFailure(failure.phase === 'connect' ? 'not-reached' : 'answer-lost', failure);
}

/** Open WebUI said yes, and looking again shows otherwise. */
export function notTaken(said: string): StepFailure {
  return new StepFailure('not-taken', { cause: 'unknown', confidence: 'certain', phase: 'response', said });
}
