/** What the assistant does besides writing, in a visitor's words: while it runs, and afterwards. */
import type { ShownActivity } from '@guichet/contract/chat-event';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { StoredActivity } from '../storage/storage.ts';

/**
 * As a visitor sees it. A tool is called by its own title. What a tool says of itself while it runs (`other`) may repeat
 * what it was called with, so it is told only where the site allows arguments to be shown.
 */
export function toShownActivity(
  activity: StoredActivity & { arguments?: string },
  locale: VisitorLocale,
  { showArguments = false }: { showArguments?: boolean } = {},
): ShownActivity {
  const { id, kind, state, title } = activity;
  const { activities, namedActivity } = VISITOR_TEXTS[locale];
  const mayBeNamed = kind === 'tool' || (kind === 'other' && showArguments);
  const words = mayBeNamed && title !== undefined ? namedActivity[state](readable(title)) : activities[kind][state];
  const called = showArguments && activity.arguments ? `${words} (${activity.arguments})` : words;
  return { id, kind, label: called, done: state !== 'running', ...(state === 'failed' && { failed: true }) };
}

/** `get_current_weather` → `Get current weather`; a title that was written for people stays as it is. */
function readable(title: string): string {
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/i.test(title)) return title;
  const words = title.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
