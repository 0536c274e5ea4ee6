import type { View } from '../element/view.ts';
import { restFocus } from './rest-focus.ts';

/** Before the first question: what this is for, and what one might ask. Waits for the site's own words. */
export function EmptyLog({ view }: { view: View }) {
  if (!view.chat.site.value) return null;
  const { greeting, suggestions = [] } = view.siteTexts.value;
  return (
    <div class="empty">
      <p class="greeting">{greeting ?? view.texts.value.greeting}</p>
      {suggestions.length > 0 && (
        <ul class="suggestions">
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button
                type="button"
                class="suggestion"
                onClick={(event) => {
                  restFocus(event.currentTarget);
                  view.chat.ask(suggestion);
                }}
              >
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
