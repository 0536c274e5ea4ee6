import { expect, it } from 'vitest';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { eventTooLarge, internalFailure, isUnknownWay, socketGone } from './agent-run-failures.ts';

function reply(status: number | undefined, cause: UpstreamFailure['cause']): UpstreamFailure {
  const failure = { code: 'assistant-misconfigured', cause, confidence: 'certain', phase: 'response' } as const;
  return status === undefined ? failure : { ...failure, status };
}

it.each([
  [422, 'unknown', true],
  [404, 'not-open-webui', true],
  [405, 'not-open-webui', true],
  // A model that is gone is a 404 too; the way was known.
  [404, 'model-missing', false],
  [405, 'unknown', false],
  [400, 'not-open-webui', false],
  [500, 'not-open-webui', false],
  // Without a reply nobody knows whether the question was taken on.
  [undefined, 'not-open-webui', false],
] as const)('a reply of %s with the cause %s means that the way is unknown: %s', (status, cause, isUnknown) => {
  expect(isUnknownWay(reply(status, cause))).toBe(isUnknown);
});

it('says in figures what was too large and what did not come back', () => {
  expect(eventTooLarge(2_000).raw).toContain('2000 bytes');
  expect(socketGone('transport close', 15_000).raw).toBe(
    'the socket was lost (transport close) and did not come back in 15000 ms',
  );
});

it.each([new Error('broken'), 'broken'])('keeps the words of what was thrown, an error or not', (thrown) => {
  expect(internalFailure(thrown)).toMatchObject({ code: 'internal', raw: 'broken' });
});
