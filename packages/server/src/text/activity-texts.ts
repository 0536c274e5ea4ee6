/** What the assistant does besides writing, in a visitor's words: while it runs, and afterwards. */
import type { ActivityKind } from '@guichet/contract/answer-activity';
import type { ShownActivity } from '@guichet/contract/chat-event';
import type { Locale } from '@guichet/contract/locale';
import type { StoredActivity } from '../storage/storage.ts';

type ActivitySentences = Record<ActivityKind, { running: string; done: string; failed: string }> & {
  /** With the tool's own title, as its owner wrote it. */
  named: Record<'running' | 'done' | 'failed', (title: string) => string>;
};

const TEXTS: Record<Locale, ActivitySentences> = {
  en: {
    knowledge: {
      running: 'Searching the documents…',
      done: 'Searched the documents',
      failed: 'Searching the documents failed',
    },
    'web-search': { running: 'Searching the web…', done: 'Searched the web', failed: 'Searching the web failed' },
    picture: { running: 'Creating a picture…', done: 'Created a picture', failed: 'Creating a picture failed' },
    tool: { running: 'Using a tool…', done: 'Used a tool', failed: 'A tool failed' },
    other: { running: 'Looking something up…', done: 'Looked something up', failed: 'Looking something up failed' },
    named: {
      running: (title) => `${title}…`,
      done: (title) => title,
      failed: (title) => `${title}: failed`,
    },
  },
  fr: {
    knowledge: {
      running: 'Recherche dans les documents…',
      done: 'Documents consultés',
      failed: 'La recherche dans les documents a échoué',
    },
    'web-search': {
      running: 'Recherche sur le web…',
      done: 'Recherche faite sur le web',
      failed: 'La recherche sur le web a échoué',
    },
    picture: { running: 'Création d’une image…', done: 'Image créée', failed: 'La création d’une image a échoué' },
    tool: { running: 'Utilisation d’un outil…', done: 'Outil utilisé', failed: 'Un outil a échoué' },
    other: { running: 'Recherche en cours…', done: 'Recherche terminée', failed: 'La recherche a échoué' },
    named: {
      running: (title) => `${title}…`,
      done: (title) => title,
      failed: (title) => `${title}\u202f: échec`,
    },
  },
};

/**
 * As a visitor sees it. A tool is called by its own title. What a tool says of itself while it runs (`other`) may repeat
 * what it was called with, so it is told only where the site allows arguments to be shown.
 */
export function toShownActivity(
  activity: StoredActivity & { arguments?: string },
  locale: Locale,
  { showArguments = false }: { showArguments?: boolean } = {},
): ShownActivity {
  const { id, kind, state, title } = activity;
  const texts = TEXTS[locale];
  const mayBeNamed = kind === 'tool' || (kind === 'other' && showArguments);
  const words = mayBeNamed && title !== undefined ? texts.named[state](readable(title)) : texts[kind][state];
  const called = showArguments && activity.arguments ? `${words} (${activity.arguments})` : words;
  return { id, kind, label: called, done: state !== 'running', ...(state === 'failed' && { failed: true }) };
}

/** `get_current_weather` → `Get current weather`; a title that was written for people stays as it is. */
function readable(title: string): string {
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/i.test(title)) return title;
  const words = title.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
