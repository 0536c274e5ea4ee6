import type { ReportCheck } from '@guichet/contract/report';
import { locale } from '../../language/language.ts';
import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { asOfInWords, timeInWords } from '../../words/moment-in-words.ts';
import { CHECK_MARKS } from './check-marks.ts';
import type { Former } from './shown-checks.ts';

export interface FindingChangeProps {
  former: Former;
  now: ReportCheck;
  /** When `now` was seen. */
  seenAt: Date;
}

/** It was looked at again: what was, and what is. */
export function FindingChange({ former, now, seenAt }: FindingChangeProps) {
  const words = diagnosisTexts();
  const isSame = former.check.status === now.status && former.check.title === now.title;
  if (isSame) {
    return (
      <p class="muted tabular">
        {words.checkedAt({ time: timeInWords(seenAt, locale.value) })} {words.unchanged}
      </p>
    );
  }
  const time = (date: Date) => asOfInWords(date, locale.value, new Date());
  return (
    <dl class="change">
      <Side name={words.before} time={time(new Date(former.at))} check={former.check} />
      <Side name={words.now} time={time(seenAt)} check={now} />
    </dl>
  );
}

function Side({ name, time, check }: { name: string; time: string; check: ReportCheck }) {
  const { icon, tone } = CHECK_MARKS[check.status];
  return (
    <div class={`change-side ${tone ?? ''}`}>
      <dt>
        {name}
        <span class="muted tabular">{` · ${time}`}</span>
      </dt>
      <dd>
        <Icon name={icon} />
        <span>{check.title}</span>
      </dd>
    </div>
  );
}
