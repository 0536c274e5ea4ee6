import { useEffect } from 'preact/hooks';
import type { Failure } from '../../../admin-api/outcome.ts';
import { announce } from '../../../parts/announcer.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { failureText } from '../../../words/failure-text.ts';

/** Why a step was not passed: Open WebUI said no, or the request itself failed. */
export function Refusal({ refusal, failure }: { refusal?: string | undefined; failure?: Failure | undefined }) {
  const texts = currentTexts();
  const said = failure ? failureText(failure, texts, window.location.origin) : refusal;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  if (failure) return <FailureNotice failure={failure} />;
  return refusal ? <Notice tone="fail" title={refusal} /> : null;
}
