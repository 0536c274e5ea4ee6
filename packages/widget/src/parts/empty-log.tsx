import type { View } from '../element/view.ts';
import { Suggestions } from './suggestions.tsx';

/** Before the first question: what this is for, and what one might ask. Waits for the site's own words. */
export function EmptyLog({ view }: { view: View }) {
  if (!view.chat.site.value) return null;
  const { greeting, suggestions = [] } = view.siteTexts.value;
  return (
    <div class="empty">
      <p class="greeting">{greeting ?? view.texts.value.greeting}</p>
      <Suggestions view={view} questions={suggestions} />
    </div>
  );
}
