import { runningActivity, type ShownMessage } from '../conversation/conversation-state.ts';
import type { View } from '../element/view.ts';

/** What is being done right now, as a quiet line where the text goes on. */
export function RunningLine({ message }: { message: ShownMessage }) {
  const doing = runningActivity(message);
  return doing === undefined ? null : <p class="doing">{doing}</p>;
}

/** What was done for an answer, folded: who wants to know opens it. */
export function DoneActivities({ view, message }: { view: View; message: ShownMessage }) {
  // One without an id was news of the moment, such as a place in a queue.
  const done = message.activities.filter((activity) => activity.done && activity.id !== '');
  if (done.length === 0) return null;
  return (
    <details class="done">
      <summary>{view.counted.value(done.length, view.texts.value.steps)}</summary>
      <ul>
        {done.map(({ id, label, failed }) => (
          <li key={id} data-failed={failed}>
            {label}
          </li>
        ))}
      </ul>
    </details>
  );
}
