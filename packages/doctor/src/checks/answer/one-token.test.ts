import { recognise } from '@guichet/keys';
import { expect, it } from 'vitest';
import type { EvidenceMap, SeenFailure } from '../../evidence/evidence-map.ts';
import { answerOneToken } from './one-token.ts';

function judge(failure: Partial<SeenFailure>) {
  const evidence = {
    model: { listed: true, row: 'unknown', used: 'echo' },
    answer: {
      pieces: [],
      characters: 0,
      sources: 0,
      ms: 6_000,
      end: 'failed',
      limited: true,
      failure: { cause: 'timeout', confidence: 'certain', ...failure },
    },
    credential: { recognition: recognise(''), nowMs: 0, sendable: true },
  } satisfies Pick<EvidenceMap, 'model' | 'answer' | 'credential'>;
  // The runner hands over no more than this either.
  const verdict = answerOneToken.run(evidence as unknown as EvidenceMap);
  return 'impact' in verdict ? [verdict.status, verdict.confidence, verdict.impact.key] : [verdict.status];
}

it('says of a model that is slower than the doctor waits that visitors wait, not that they get nothing', () => {
  expect(judge({})).toEqual(['fail', 'probable', 'waits']);
});

it('says that visitors get nothing where somebody on the way gives up', () => {
  expect(judge({ isHangUp: true })).toEqual(['fail', 'probable', 'noAnswers']);
  expect(judge({ status: 504 })).toEqual(['fail', 'probable', 'noAnswers']);
});
