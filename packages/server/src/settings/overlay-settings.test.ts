import { describe, expect, it } from 'vitest';
import { overlaySettings } from './overlay-settings.ts';
import { readSettings } from './read-settings.ts';
import { SETTINGS, type SettingKey } from './setting-definitions.ts';
import { MEANINGS_FR } from './text/meanings-fr.ts';

const KEY = `sk-${'0123456789abcdef'.repeat(2)}`;
const given = (environment: Record<string, string>) => readSettings({ environment });

describe('overlaySettings', () => {
  it('puts the console first and names the rest in their order', () => {
    const { settings, problems } = overlaySettings(given({ OPENWEBUI_MODEL: 'a' }), { OPENWEBUI_MODEL: ' b ' });
    expect(problems).toEqual([]);
    expect(settings.openWebUiModel).toEqual({
      value: 'b',
      text: 'b',
      origin: { kind: 'console' },
      overridden: [{ value: 'a', origin: { kind: 'environment', name: 'OPENWEBUI_MODEL' } }],
    });
  });

  it('leaves aside what the console may not set, what is empty and what is unknown', () => {
    const base = given({ PORT: '1' });
    expect(
      overlaySettings(base, { PORT: '2', GUICHET_DATA_DIR: '/x', OPENWEBUI_MODEL: '', FOO: 'x' }).settings,
    ).toEqual(base);
  });

  it('names what makes no sense, and a secret in it by its length alone', () => {
    const { settings, problems } = overlaySettings(given({}), { GUICHET_LOCALE: 'tlh', OPENWEBUI_MODEL: KEY });
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).toContain('GUICHET_LOCALE (from the console) is "tlh"');
    expect(problems.join(' ')).not.toContain('0123456789');
    expect(settings.openWebUiModel.value).toBeUndefined();
  });

  it('keeps a key of the environment from an address of the console', () => {
    const base = given({ OPENWEBUI_URL: 'https://a.example', OPENWEBUI_API_KEY: KEY });
    const keyAt = (url: string) => overlaySettings(base, { OPENWEBUI_URL: url }).settings.openWebUiApiKey.value;
    expect(keyAt('https://a.example/')).toBe(KEY);
    expect(keyAt('https://b.example')).toBeUndefined();
    expect(keyAt('http://a.example')).toBeUndefined();
    for (const same of ['HTTPS://A.EXAMPLE', 'https://a.example:443/', 'https://a.example/?x=1#y']) {
      expect(keyAt(same)).toBe(KEY);
    }
    for (const other of [
      'https://a.example:8443',
      'https://a.example/below',
      'https://a.example./',
      'https://a.example.evil.example',
      'https://sub.a.example',
      'https://evil.example/https://a.example',
      'https://evil.example\\@a.example',
      'https://evil.example#@a.example',
      'https://\u0430.example',
    ]) {
      expect(keyAt(other), other).toBeUndefined();
    }
    // What holds a user's name is no address at all: the environment's counts, with its key.
    const { settings } = overlaySettings(base, { OPENWEBUI_URL: 'https://a.example@evil.example' });
    expect([settings.openWebUiUrl.value, settings.openWebUiApiKey.value]).toEqual(['https://a.example', KEY]);
    const alone = overlaySettings(given({ OPENWEBUI_API_KEY: KEY }), { OPENWEBUI_URL: 'https://b.example' });
    expect(alone.settings.openWebUiApiKey.value).toBeUndefined();
  });
});

describe('the French meanings', () => {
  it('are sentences, with narrow spaces before what is tall', () => {
    for (const key of Object.keys(SETTINGS) as SettingKey[]) {
      const { meaning, defaultText } = MEANINGS_FR[key];
      expect(meaning).toMatch(/^[A-ZÀÉ].*\.$/);
      expect(`${meaning} ${defaultText}`).not.toMatch(/[^\u202f/s][;!?]|[a-zé] :/);
    }
  });
});
