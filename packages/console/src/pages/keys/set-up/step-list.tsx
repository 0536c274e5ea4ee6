import { Icon, type IconName } from '../../../parts/icon.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpLine } from './set-up-lines.ts';

/** Mark, and tone where it is good or bad; the word stands beside it. */
const MARKS: Record<SetUpLine['state'], { icon: IconName; tone?: Tone }> = {
  'to-do': { icon: 'toDo' },
  doing: { icon: 'doing', tone: 'info' },
  already: { icon: 'ok', tone: 'ok' },
  done: { icon: 'ok', tone: 'ok' },
  undone: { icon: 'ok', tone: 'ok' },
  kept: { icon: 'info', tone: 'info' },
  failed: { icon: 'fail', tone: 'fail' },
};

/** The steps, each with how it stands. */
export function StepList({ lines, label }: { lines: readonly SetUpLine[]; label: string }) {
  const { state } = currentTexts().setUp;
  return (
    <ol class="set-up-steps" aria-label={label}>
      {lines.map((line) => {
        const { icon, tone } = MARKS[line.state];
        return (
          <li key={line.id} class={`set-up-step ${line.state} ${tone ?? ''}`}>
            <Icon name={icon} />
            <div>
              <p>{line.text}</p>
              <p class="set-up-state">{line.why ? `${state[line.state]}. ${line.why}` : state[line.state]}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
