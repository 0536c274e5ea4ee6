import { describe, expect, test } from 'vitest';
import { KINDS, type KindId } from '../kinds.ts';
import { recognise } from '../recognise.ts';
import type { Recognition } from '../recognition.ts';
import { SAMPLE_KEYS } from '../samples/sample-key.ts';
import { sampleSessionClaims, sampleToken } from '../samples/sample-token.ts';
import { seededRandom } from '../samples/seeded-random.ts';
import { explain } from './explain.ts';

const random = seededRandom(3);
const NOW = new Date('2026-11-23T08:00:00Z');
const TWO_KEYS = [1, 2].map(() => SAMPLE_KEYS['open-webui-api-key'](random)).join('\n');
const NO_KEYS = ['', 'changeme', 'sk-…1234', 'sk-ant-api03-Ab3dE5', 'bonjour', TWO_KEYS];

function everything(): Recognition[] {
  const keys = KINDS.map((kind) => SAMPLE_KEYS[kind.id](random));
  const sessions = [-3, 2, 20].map((days) => sessionEndingIn(days));
  return [...keys, ...sessions, ...NO_KEYS, `"Bearer ${keys[0]}" # x`].map((text) => recognise(text, { now: NOW }));
}

function sessionEndingIn(days: number): string {
  const seconds = NOW.getTime() / 1000;
  const times = { issuedAt: seconds - 9 * 86_400, expiresAt: seconds + days * 86_400 };
  return sampleToken(random, sampleSessionClaims(random, '0.12-or-later', times));
}

describe.each(['en', 'fr'] as const)('%s', (locale) => {
  const explanations = everything().map((recognition) => ({ recognition, said: explain(recognition, locale) }));

  test('everything is said in full sentences, calmly', () => {
    for (const { recognition, said } of explanations) {
      for (const text of [said.what, said.meaning, said.next]) {
        expect(text, recognition.kind).toMatch(/^\p{Lu}.*\.$/su);
        expect(text).not.toMatch(/!|undefined|\[object|oops| {2}/i);
      }
    }
  });

  test('the secret is never in it', () => {
    const key = SAMPLE_KEYS['openai-project'](random);
    expect(JSON.stringify(explain(recognise(key), locale))).not.toContain(key.slice(8, 14));
  });

  test('what the value looks like is never said of a hint as a fact', () => {
    for (const { recognition, said } of explanations) {
      if (recognition.confidence !== 'possible' || recognition.family !== 'provider') continue;
      expect(said.what).toMatch(locale === 'fr' ? /pourrait/ : /could/);
    }
  });
});

describe('French', () => {
  const texts = everything().flatMap((recognition) => Object.values(explain(recognition, 'fr')));

  test('a narrow no-break space stands before : ; ! ? » and after «', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/[^\u202f][;!?»]/u);
      expect(text).not.toMatch(/[^\u202f]:(?!\/\/)/u);
      expect(text).not.toMatch(/«[^\u202f]/u);
      expect(text).not.toMatch(/'/);
    }
  });

  test.each<[KindId, string]>([
    ['openai-project', 'Ceci est une clé API d’OpenAI.'],
    ['n8n', 'Ceci est une clé API de n8n.'],
    ['xai', 'Ceci est une clé API de xAI.'],
  ])('%s', (id, what) => {
    expect(explain(recognise(SAMPLE_KEYS[id](random)), 'fr').what).toBe(what);
  });
});

describe('where it belongs is part of the answer', () => {
  test('a provider’s key goes into Open WebUI’s connections, not here', () => {
    const { next } = explain(recognise(SAMPLE_KEYS['openai-project'](random)), 'en');
    expect(next).toContain('belongs in Open WebUI, not here: Settings > (Admin) Connections.');
  });

  test('a session token says its end and how to get a key that has none', () => {
    const { what, meaning, next } = explain(recognise(sessionEndingIn(20), { now: NOW }), 'en');
    expect(what).toBe('This is an Open WebUI session token, not an API key.');
    expect(meaning).toContain('until 13 December 2026');
    expect(meaning).toContain('0.12 or later');
    expect(next).toContain('Create new secret key');
  });

  test('an ended one says so first', () => {
    const { what } = explain(recognise(sessionEndingIn(-3), { now: NOW }), 'fr');
    expect(what).toBe('Ceci est un jeton de session d’Open WebUI, expiré depuis le 20 novembre 2026.');
  });
});
