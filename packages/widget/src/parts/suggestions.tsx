import type { View } from '../element/view.ts';
import { restFocus } from './rest-focus.ts';

/** Questions to press instead of typing them. */
export function Suggestions({ view, questions }: { view: View; questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <ul class="suggestions">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="button"
            class="suggestion"
            onClick={(event) => {
              restFocus(event.currentTarget);
              view.chat.ask(question);
            }}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
