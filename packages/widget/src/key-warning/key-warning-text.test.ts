import { LOCALES } from '@guichet/contract/locale';
import { describe, expect, it } from 'vitest';
import { KEY_WARNING_TEXTS } from './key-warning-text.ts';

describe('the warning’s texts', () => {
  it.each(LOCALES)('in %s: no shouting, no straight apostrophe, narrow spaces where French has them', (locale) => {
    const { group, what, why, remove, send, removed } = KEY_WARNING_TEXTS[locale];
    const said = [group, what('x'), why, remove(1), remove(2), send, removed(true), removed(false)];
    for (const text of said) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/!|'/);
      if (locale === 'fr') expect(text).not.toMatch(/ [?;!:»]|« /);
    }
  });
});
