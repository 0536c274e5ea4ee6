import type { ActivityKind } from '@guichet/contract/answer-activity';
import { describe, expect, it } from 'vitest';
import { toShownActivity } from './shown-activity.ts';

const activity = (kind: ActivityKind, title?: string) =>
  ({ id: 'a', kind, state: 'running', round: 1, ...(title !== undefined && { title }) }) as const;

describe('what a visitor reads of what is being done', () => {
  it.each([
    ['knowledge', undefined, 'Searching the documents…', 'Recherche dans les documents…'],
    ['web-search', 'Searching for "my illness"', 'Searching the web…', 'Recherche sur le web…'],
    ['tool', 'get_current-weather', 'Get current weather…', 'Get current weather…'],
    ['tool', 'Météo à Paris', 'Météo à Paris…', 'Météo à Paris…'],
    ['tool', undefined, 'Using a tool…', 'Utilisation d’un outil…'],
    ['other', 'Asking the weather of Paris', 'Looking something up…', 'Recherche en cours…'],
    ['picture', 'A cat', 'Creating a picture…', 'Création d’une image…'],
  ] as const)('%s %s', (kind, title, en, fr) => {
    expect(toShownActivity(activity(kind, title), 'en')).toEqual({ id: 'a', kind, label: en, done: false });
    expect(toShownActivity(activity(kind, title), 'fr').label).toBe(fr);
  });

  it('never holds what a tool was called with, unless the site allows it', () => {
    const called = { ...activity('tool', 'get_weather'), arguments: '{"city":"Paris"}' };
    expect(toShownActivity(called, 'en').label).toBe('Get weather…');
    expect(toShownActivity(called, 'en', { showArguments: true }).label).toBe('Get weather… ({"city":"Paris"})');
    const said = activity('other', 'Asking the weather of Paris');
    expect(toShownActivity(said, 'en', { showArguments: true }).label).toBe('Asking the weather of Paris…');
  });

  it('says when it has ended, and when it failed', () => {
    expect(toShownActivity({ ...activity('web-search'), state: 'done' }, 'en')).toMatchObject({
      label: 'Searched the web',
      done: true,
    });
    expect(toShownActivity({ ...activity('tool', 'get_weather'), state: 'failed' }, 'fr')).toMatchObject({
      label: 'Get weather\u202f: échec',
      done: true,
      failed: true,
    });
  });
});
