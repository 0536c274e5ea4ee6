import type { ActivityPart } from '@guichet/contract/message-part';
import { runningActivity, type ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';

/** What is being done right now, as a quiet line where the text goes on. */
export function RunningLine({ message }: { message: ShownMessage }) {
  const doing = runningActivity(message);
  return doing === undefined ? null : <p class="doing">{doing}</p>;
}

/** What was done at one place of an answer, folded: who wants to know opens it. */
export function DoneActivities({ view, activities }: { view: View; activities: readonly ActivityPart[] }) {
  return (
    <details class="done">
      <summary>{view.counted.value(activities.length, view.texts.value.steps)}</summary>
      <ul>
        {activities.map(({ id, label, failed }) => (
          <li key={id} data-failed={failed}>
            {label}
          </li>
        ))}
      </ul>
    </details>
  );
}
