/** 0.11.0 and later: settings are one window with two lists of pages, "Personal" and "Admin". */
import * as label from './labels.ts';
import type { MenuEntry, MenuGoal } from './menu-path.ts';

const KEYS_OF_ACCOUNT = [label.SETTINGS, label.ACCOUNT, label.API_KEYS_SECTION, label.SECRETS, label.SHOW];
const AUTHENTICATION = [label.SETTINGS, label.ADMIN_TAB, label.AUTHENTICATION];
const GROUPS = [label.ADMIN_PANEL, label.USERS, label.GROUPS];
const PEOPLE = [label.ADMIN_PANEL, label.USERS, label.OVERVIEW];
const ACCOUNT_ROUTE = '/?settings=account';
const AUTHENTICATION_ROUTE = '/?settings=admin:authentication';

export const MENUS_SINCE_0_11: Partial<Record<MenuGoal, MenuEntry>> = {
  'own-key': { actor: 'owner', steps: [...KEYS_OF_ACCOUNT, label.API_KEY], route: ACCOUNT_ROUTE },
  'create-key': { actor: 'owner', steps: [...KEYS_OF_ACCOUNT, label.CREATE_KEY], route: ACCOUNT_ROUTE },
  'renew-key': { actor: 'owner', steps: [...KEYS_OF_ACCOUNT, label.MORE, label.RENEW_KEY], route: ACCOUNT_ROUTE },
  'show-session-token': {
    actor: 'administrator',
    steps: [...KEYS_OF_ACCOUNT, label.SESSION_TOKEN],
    route: ACCOUNT_ROUTE,
  },
  'switch-keys-on': {
    actor: 'administrator',
    // This heading has no French before 0.12.
    steps: [...AUTHENTICATION, 'User Access', label.API_KEYS, label.SAVE],
    route: AUTHENTICATION_ROUTE,
  },
  'key-restrictions': {
    actor: 'administrator',
    steps: [...AUTHENTICATION, label.RESTRICTIONS, label.ALLOWED_ENDPOINTS, label.SAVE],
    route: AUTHENTICATION_ROUTE,
  },
  'session-lifetime': {
    actor: 'administrator',
    steps: [...AUTHENTICATION, label.SESSION_LIFETIME, label.SAVE],
    route: AUTHENTICATION_ROUTE,
  },
  'default-permission': {
    actor: 'administrator',
    steps: [...GROUPS, label.DEFAULT_PERMISSIONS, label.FEATURES_PERMISSIONS, label.API_KEYS, label.SAVE],
    route: '/admin/users/groups',
  },
  'group-permission': {
    actor: 'administrator',
    steps: [...GROUPS, label.PERMISSIONS, label.FEATURES_PERMISSIONS, label.API_KEYS, label.SAVE],
    route: '/admin/users/groups',
  },
  'add-account': {
    actor: 'administrator',
    steps: [...PEOPLE, label.ADD_USER, label.SAVE],
    route: '/admin/users/overview',
  },
  'approve-account': {
    actor: 'administrator',
    steps: [...PEOPLE, label.EDIT_USER, label.ROLE, label.SAVE],
    route: '/admin/users/overview',
  },
  'provider-keys': {
    actor: 'administrator',
    steps: [label.SETTINGS, label.ADMIN_TAB, label.CONNECTIONS, label.MANAGE_CONNECTIONS, label.ADD_CONNECTION],
    route: '/?settings=admin:connections',
  },
  'provider-connections': {
    actor: 'administrator',
    steps: [label.SETTINGS, label.ADMIN_TAB, label.CONNECTIONS, label.MANAGE_CONNECTIONS],
    route: '/?settings=admin:connections',
  },
  'share-model': {
    actor: 'administrator',
    steps: [label.SETTINGS, label.ADMIN_TAB, label.MODELS, label.MORE, label.ACCESS, label.ADD_ACCESS],
    route: '/?settings=admin:models',
  },
  version: { actor: 'owner', steps: [label.SETTINGS, label.ABOUT, label.VERSION], route: '/?settings=about' },
  'user-status': {
    actor: 'administrator',
    steps: [label.SETTINGS, label.ADMIN_TAB, label.GENERAL, ['Features', 'Fonctionnalités'], label.USER_STATUS],
    route: '/?settings=admin:general',
  },
};

/** 0.12.0 and later. What is new there has no French. */
export const MENUS_SINCE_0_12: Partial<Record<MenuGoal, MenuEntry>> = {
  ...MENUS_SINCE_0_11,
  'switch-keys-on': {
    actor: 'administrator',
    steps: [...AUTHENTICATION, label.USER_ACCESS, label.API_KEYS, label.SAVE],
    route: AUTHENTICATION_ROUTE,
  },
  'second-factor': {
    actor: 'administrator',
    steps: [...AUTHENTICATION, 'Multi-factor authentication', 'Require an authenticator for all users', label.SAVE],
    route: AUTHENTICATION_ROUTE,
  },
  'end-sessions': {
    actor: 'administrator',
    steps: [...PEOPLE, label.EDIT_USER, 'Sign out all devices'],
    route: '/admin/users/overview',
  },
};
