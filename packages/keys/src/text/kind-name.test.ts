import { describe, expect, test } from 'vitest';
import { KINDS } from '../kinds.ts';
import { kindName } from './kind-name.ts';

describe('kindName', () => {
  test.each(KINDS.map(({ id }) => id))('%s has a name with an article in both languages', (id) => {
    expect(kindName(id, 'en')).toMatch(/^an? \S/);
    expect(kindName(id, 'fr')).toMatch(/^une? \S/);
    expect(kindName(id, 'fr')).not.toContain("'");
  });

  test('says whose it is, as people say it', () => {
    expect(kindName('openai-project', 'en')).toBe('an OpenAI API key');
    expect(kindName('groq', 'en')).toBe('a Groq API key');
    expect(kindName('xai', 'en')).toBe('an xAI API key');
    expect(kindName('openai-project', 'fr')).toBe('une clé API d’OpenAI');
    expect(kindName('n8n', 'fr')).toMatch(/ de n8n$/);
  });

  test('names nobody where nobody owns the shape', () => {
    for (const locale of ['en', 'fr'] as const) {
      expect(kindName('private-key', locale)).not.toContain('PEM');
      expect(kindName('url-with-password', locale)).not.toContain('URL');
      expect(kindName('jwt', locale)).not.toContain('JWT');
    }
  });
});
