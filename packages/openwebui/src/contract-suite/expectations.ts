import assert from 'node:assert/strict';
import type { Cause } from '@guichet/contract/cause';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { UpstreamResult } from '../client/open-webui-client.ts';
import type { UpstreamFailure } from '../client/upstream-failure.ts';
import type { ToldAnswer } from './collect-answer.ts';

type ExpectedFailure = { cause: Cause | 'unknown'; code?: ErrorCode };

export function expectWhole(told: ToldAnswer, text: string): void {
  assert.equal(told.end.kind, 'complete', describe(told));
  assert.equal(told.text, text);
  assert.equal(told.ends, 1);
}

/** No text, and this is why. */
export function expectFailed(told: ToldAnswer, expected: ExpectedFailure): UpstreamFailure {
  assert.equal(told.end.kind, 'failed', describe(told));
  assert.ok('failure' in told.end);
  expectFailure(told.end.failure, expected);
  assert.equal(told.text, '');
  return told.end.failure;
}

/** Some text, and this is why there is no more. */
export function expectInterrupted(told: ToldAnswer, text: string, expected: ExpectedFailure): void {
  assert.equal(told.end.kind, 'interrupted', describe(told));
  assert.ok('failure' in told.end);
  expectFailure(told.end.failure, expected);
  assert.equal(told.text, text);
}

export function expectRefused<Value>(result: UpstreamResult<Value>, cause: Cause): UpstreamFailure {
  assert.ok(!result.ok, `expected ${cause}, got an answer`);
  expectFailure(result.failure, { cause });
  return result.failure;
}

export function expectOk<Value>(result: UpstreamResult<Value>): Value {
  assert.ok(result.ok, result.ok ? '' : `refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

function expectFailure(failure: UpstreamFailure, expected: ExpectedFailure): void {
  assert.equal(failure.cause, expected.cause, JSON.stringify(failure));
  if (expected.code) assert.equal(failure.code, expected.code, JSON.stringify(failure));
}

function describe(told: ToldAnswer): string {
  return `${JSON.stringify(told.end)} after ${JSON.stringify(told.text.slice(0, 200))}`;
}
