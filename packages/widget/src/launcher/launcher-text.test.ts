import { describe, expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { launcherText } from './launcher-text.ts';

describe('the bubble’s words', () => {
  it.each([
    ['en-GB', en.openChat],
    ['', en.openChat],
    ['fr', fr.openChat],
    ['fr-CA', fr.openChat],
    ['de-AT', 'Chat'],
    ['fil', 'Chat'],
  ])('in %j are those of the widget, or a name for all', (language, open) => {
    expect(launcherText(language)[0]).toBe(open);
  });
});
