import type { ReportCheck } from '@guichet/contract/report';
import { goesToMend } from '../../parts/way-back.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { MENDS, mendsOf } from './mend-actions.ts';

/** What Guichet can do about it itself: leads to the place, with the right section before one's eyes. */
export function MendLinks({ check, isFirst }: { check: ReportCheck; isFirst: boolean }) {
  const words = diagnosisTexts();
  return mendsOf(check).map((mend, place) => (
    <a
      key={mend}
      class={`button ${isFirst && place === 0 ? 'main' : 'second'}`}
      href={MENDS[mend]}
      onClick={() => goesToMend(check.title)}
    >
      {words.mends[mend]}
    </a>
  ));
}
