import type { ReportCheck } from '@guichet/contract/report';
import { Button } from '../../parts/button.tsx';
import { goesToMend } from '../../parts/way-back.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { MENDS, type MendId } from './mend-actions.ts';

export interface MendLinksProps {
  /** Of which the list of mends was made. */
  check: ReportCheck;
  mends: readonly MendId[];
  isFirst: boolean;
  onChooseModel: () => void;
}

/** What Guichet can do about it itself: here, or in the place it leads to, with the right section before one's eyes. */
export function MendLinks({ check, mends, isFirst, onChooseModel }: MendLinksProps) {
  const words = diagnosisTexts();
  return mends.map((mend, place) => {
    const look = isFirst && place === 0 ? 'main' : 'second';
    return mend === 'choose-model' ? (
      <Button key={mend} look={look} onPress={onChooseModel}>
        {words.mends[mend]}
      </Button>
    ) : (
      <a key={mend} class={`button ${look}`} href={MENDS[mend]} onClick={() => goesToMend(check.title)}>
        {words.mends[mend]}
      </a>
    );
  });
}
