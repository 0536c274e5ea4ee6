import { useEffect } from 'preact/hooks';
import type { Failure } from '../../../admin-api/outcome.ts';
import { announce } from '../../../parts/announcer.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';

/** Why a step was not passed: Open WebUI said no, or the request itself failed. */
export function Refusal({ refusal, failure }: { refusal?: string | undefined; failure?: Failure | undefined }) {
  useEffect(() => {
    if (refusal) announce(refusal);
  }, [refusal]);
  if (failure) return <FailureNotice failure={failure} />;
  return refusal ? <Notice tone="fail" title={refusal} /> : null;
}
