import { describe, expect, it } from 'vitest';
import { CHECKED_VERSIONS, findMenuPath, goalsOf } from './find-menu-path.ts';
import { findMissingWords } from './find-missing-words.ts';

it('says where the switch for keys is, in the words of the version', () => {
  const steps = (version: string, locale: 'en' | 'fr') => findMenuPath('switch-keys-on', version, locale)?.steps;
  expect(steps('0.12.4', 'en')).toEqual(['Settings', 'Admin', 'Authentication', 'User Access', 'API Keys', 'Save']);
  expect(steps('0.12.4', 'fr')?.slice(0, 4)).toEqual([
    'Réglages',
    'Administrateur',
    'Authentification',
    'Accès utilisateur',
  ]);
  expect(steps('0.11.4', 'fr')?.[3]).toBe('User Access');
  expect(steps('0.9.6', 'fr')?.at(-2)).toBe('Autoriser les clés API');
  expect(steps('0.6.43', 'fr')?.at(-2)).toBe('Enable API Keys');
  expect(steps('0.7.2', 'fr')?.at(-2)).toBe('Enable API Keys');
  expect(steps('0.8.8', 'fr')?.at(-2)).toBe('Autoriser les clés API');
});

it('follows the words of French from release to release of 0.8', () => {
  const words = (version: string) => [
    findMenuPath('own-key', version, 'fr')?.steps.at(-1),
    findMenuPath('show-session-token', version, 'fr')?.steps.at(-1),
  ];
  expect(words('0.7.2')).toEqual(["Clé d'API", 'Token JWT']);
  expect(words('0.8.8')).toEqual(["Clé d'API", 'Token JWT']);
  expect(words('0.8.9')).toEqual(['Clé API', 'Token JWT']);
  expect(words('0.8.11')).toEqual(['Clé API', 'Jeton JWT']);
});

it('gives the nearest menus for versions nobody looked at, and says so', () => {
  expect(findMenuPath('own-key', '0.13.1')).toMatchObject({ checked: false, seenIn: '0.12.4' });
  expect(findMenuPath('own-key', '0.6.36')).toMatchObject({ checked: false, seenIn: '0.6.43' });
  expect(findMenuPath('own-key', '0.12.3')).toMatchObject({ checked: false, route: '/?settings=account' });
  expect(findMenuPath('own-key', '0.12.4')).toMatchObject({ checked: true, seenIn: '0.12.4' });
  expect(findMenuPath('own-key', undefined)).toMatchObject({ checked: false, seenIn: '0.12.4', actor: 'owner' });
  expect(findMenuPath('second-factor', '0.11.4')).toBeUndefined();
});

describe.each(CHECKED_VERSIONS)('the menus of %s', (version) => {
  it.each(goalsOf(version))('lead to %s in both languages', (goal) => {
    const [english, french] = [findMenuPath(goal, version, 'en'), findMenuPath(goal, version, 'fr')];
    expect(english?.steps.length).toBeGreaterThan(1);
    expect(french?.steps).toHaveLength(english?.steps.length ?? 0);
    expect(english?.steps.join()).not.toMatch(/[éèàç]/);
  });
});

it('notices a word that is not in the interface', () => {
  const built = new Map([
    ['list.js', '"./locales/fr-FR/translation.json":()=>r(()=>import("./fr.js"),[])'],
    ['fr.js', '{"Settings":"Réglages","About":"À propos","Version:":"Version:"}'],
    ['page.js', 'a("Settings"),a("About"),a("Version")'],
  ]);
  const missing = findMissingWords('0.9.6', built).filter(({ goal }) => goal === 'version');
  expect(missing).toEqual([]);
  built.set('page.js', 'a("Settings"),a("Version")');
  built.set('fr.js', '{"Settings":"Paramètres","About":"À propos","Version:":"Version:"}');
  const changed = findMissingWords('0.9.6', built).filter(({ goal }) => goal === 'version');
  expect(changed.map(({ locale, word }) => `${locale} ${word}`)).toEqual(['fr Réglages']);
});
