import { Icon } from '../../../parts/icon.tsx';
import { currentTexts } from '../../../text/texts.ts';
import type { CurrentState } from '../current-state.ts';

/** What is, in one sentence, and what it means for visitors. */
export function StateHead({ state: { tone, what, means, ticking } }: { state: CurrentState }) {
  return (
    <div class="state">
      <Icon name={tone} />
      <div>
        <p class="state-what">
          <span class="unseen">{`${currentTexts().mark[tone]}: `}</span>
          {what}
        </p>
        {means.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {ticking && <p class="muted tabular">{ticking}</p>}
      </div>
    </div>
  );
}
