/** Up to 0.10: the administrator's settings are pages of their own, "Admin Panel". */
import * as label from './labels.ts';
import type { Label, MenuEntry, MenuGoal } from './menu-path.ts';

const ADMIN_SETTINGS = [label.ADMIN_PANEL, label.SETTINGS];
const GROUPS = [label.ADMIN_PANEL, label.USERS, label.GROUPS];
const PEOPLE = [label.ADMIN_PANEL, label.USERS, label.OVERVIEW];
const SAVE_AND_UPDATE: Label = ['Save & Update', 'Enregistrer & Mettre à jour'];

/** What the French interface of this version calls things. */
interface Words {
  apiKeysSection: Label;
  apiKey: Label;
  keysSwitch: Label;
  keysPermission: Label;
  sessionToken: Label;
  sessionLifetime: Label;
}

function menus(words: Words, authentication: readonly Label[], route: string): Partial<Record<MenuGoal, MenuEntry>> {
  const keysOfAccount = [label.SETTINGS, label.ACCOUNT, words.apiKeysSection, label.SHOW];
  const administrator = (steps: readonly Label[], where: string): MenuEntry => ({
    actor: 'administrator',
    steps,
    route: where,
  });
  return {
    'own-key': { actor: 'owner', steps: [...keysOfAccount, words.apiKey] },
    'create-key': { actor: 'owner', steps: [...keysOfAccount, label.CREATE_KEY] },
    'renew-key': { actor: 'owner', steps: [...keysOfAccount, label.RENEW_KEY] },
    'show-session-token': { actor: 'administrator', steps: [...keysOfAccount, words.sessionToken] },
    'switch-keys-on': administrator([...authentication, words.keysSwitch, label.SAVE], route),
    'key-restrictions': administrator(
      [...authentication, label.RESTRICTIONS, label.ALLOWED_ENDPOINTS, label.SAVE],
      route,
    ),
    'session-lifetime': administrator([...authentication, words.sessionLifetime, label.SAVE], route),
    'default-permission': administrator(
      [...GROUPS, label.DEFAULT_PERMISSIONS, label.FEATURES_PERMISSIONS, words.keysPermission, label.SAVE],
      '/admin/users/groups',
    ),
    'group-permission': administrator(
      [...GROUPS, label.PERMISSIONS, label.FEATURES_PERMISSIONS, words.keysPermission, label.SAVE],
      '/admin/users/groups',
    ),
    'add-account': administrator([...PEOPLE, label.ADD_USER, label.SAVE], '/admin/users/overview'),
    'approve-account': administrator([...PEOPLE, label.EDIT_USER, label.ROLE, label.SAVE], '/admin/users/overview'),
    'provider-keys': administrator(
      [...ADMIN_SETTINGS, label.CONNECTIONS, label.MANAGE_CONNECTIONS],
      '/admin/settings/connections',
    ),
    'provider-connections': administrator(
      [...ADMIN_SETTINGS, label.CONNECTIONS, label.MANAGE_CONNECTIONS],
      '/admin/settings/connections',
    ),
    'share-model': administrator(
      [...ADMIN_SETTINGS, label.MODELS, label.ACCESS, SAVE_AND_UPDATE],
      '/admin/settings/models',
    ),
    version: { actor: 'owner', steps: [label.SETTINGS, label.ABOUT, label.VERSION] },
  };
}

const WORDS: Words = {
  apiKeysSection: label.API_KEYS_SECTION,
  apiKey: label.API_KEY,
  keysSwitch: ['Enable API Keys', 'Autoriser les clés API'],
  keysPermission: label.API_KEYS,
  sessionToken: label.SESSION_TOKEN,
  sessionLifetime: label.SESSION_LIFETIME,
};

/** Up to 0.7 fewer of them are translated. */
const WORDS_UP_TO_0_7: Words = {
  apiKeysSection: ['API keys', "Clés d'API"],
  apiKey: ['API Key', "Clé d'API"],
  keysSwitch: 'Enable API Keys',
  keysPermission: 'API Keys',
  sessionToken: ['JWT Token', 'Token JWT'],
  sessionLifetime: ['JWT Expiration', 'Expiration du token JWT'],
};

const WORDS_SINCE_0_8: Words = { ...WORDS_UP_TO_0_7, keysSwitch: WORDS.keysSwitch };
const WORDS_SINCE_0_8_9: Words = { ...WORDS_SINCE_0_8, apiKeysSection: WORDS.apiKeysSection, apiKey: WORDS.apiKey };

const IN_GENERAL = [...ADMIN_SETTINGS, label.GENERAL, label.AUTHENTICATION];

/** 0.10 moves authentication to a page of its own. */
export const MENUS_OF_0_10 = menus(WORDS, [...ADMIN_SETTINGS, label.AUTHENTICATION], '/admin/settings/authentication');
export const MENUS_SINCE_0_8_11 = menus(WORDS, IN_GENERAL, '/admin/settings/general');
export const MENUS_SINCE_0_8_9 = menus(WORDS_SINCE_0_8_9, IN_GENERAL, '/admin/settings/general');
export const MENUS_SINCE_0_8 = menus(WORDS_SINCE_0_8, IN_GENERAL, '/admin/settings/general');
export const MENUS_UP_TO_0_7 = menus(WORDS_UP_TO_0_7, IN_GENERAL, '/admin/settings/general');
