import { isAtLeast } from '../../version-order.ts';

/** Settings the server itself acts upon. The names are those of 0.6.37 and later. */
export type FlagName =
  | 'ENABLE_API_KEYS'
  | 'ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS'
  | 'ENABLE_SIGNUP'
  | 'ENABLE_USER_STATUS'
  | 'ENABLE_MFA';
export type TextName = 'API_KEYS_ALLOWED_ENDPOINTS' | 'JWT_EXPIRES_IN' | 'DEFAULT_USER_ROLE';

/** 0.6 had this on. */
const USER_WEBHOOKS_OFF_SINCE = '0.7.0';

interface Field {
  name: string;
  value: unknown;
  since: string;
  /** The name before `since`; without it the field did not exist. */
  formerName?: string;
}

const FIRST = '0.0.0';
const fields: Field[] = [
  { name: 'ENABLE_MFA', value: false, since: '0.12.0' },
  { name: 'MFA_ALLOW_OAUTH_BYPASS', value: false, since: '0.12.0' },
  { name: 'MFA_ALLOW_TRUSTED_HEADER_BYPASS', value: false, since: '0.12.0' },
  { name: 'SHOW_ADMIN_DETAILS', value: true, since: FIRST },
  { name: 'ADMIN_EMAIL', value: null, since: '0.8.0' },
  { name: 'WEBUI_URL', value: '', since: FIRST },
  { name: 'ENABLE_LOGIN_FORM', value: true, since: '0.11.0' },
  { name: 'ENABLE_SIGNUP', value: false, since: FIRST },
  { name: 'ENABLE_API_KEYS', value: true, since: '0.6.37', formerName: 'ENABLE_API_KEY' },
  {
    name: 'ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS',
    value: false,
    since: '0.6.37',
    formerName: 'ENABLE_API_KEY_ENDPOINT_RESTRICTIONS',
  },
  { name: 'API_KEYS_ALLOWED_ENDPOINTS', value: '', since: '0.6.37', formerName: 'API_KEY_ALLOWED_ENDPOINTS' },
  { name: 'DEFAULT_USER_ROLE', value: 'pending', since: FIRST },
  { name: 'DEFAULT_GROUP_ID', value: '', since: '0.6.37' },
  { name: 'DEFAULT_INTERFACE_SETTINGS', value: {}, since: '0.11.1' },
  { name: 'I18N', value: {}, since: '0.11.4' },
  { name: 'JWT_EXPIRES_IN', value: '4w', since: FIRST },
  { name: 'ENABLE_COMMUNITY_SHARING', value: true, since: FIRST },
  { name: 'ENABLE_MESSAGE_RATING', value: true, since: FIRST },
  { name: 'ENABLE_FOLDERS', value: true, since: '0.6.37' },
  { name: 'FOLDER_MAX_FILE_COUNT', value: '', since: '0.8.0' },
  { name: 'AUTOMATION_MAX_COUNT', value: '', since: '0.9.0' },
  { name: 'AUTOMATION_MIN_INTERVAL', value: '', since: '0.9.0' },
  { name: 'ENABLE_AUTOMATIONS', value: true, since: '0.9.0' },
  { name: 'ENABLE_CHANNELS', value: false, since: FIRST },
  { name: 'ENABLE_ENCRYPTED_CHANNELS', value: false, since: '0.12.0' },
  { name: 'ENABLE_APPS', value: false, since: '0.12.0' },
  { name: 'CHANNEL_MODEL_RESPONSE_MODE', value: 'thread', since: '0.11.0' },
  { name: 'ENABLE_CALENDAR', value: true, since: '0.9.0' },
  { name: 'ENABLE_MEMORIES', value: true, since: '0.8.0' },
  { name: 'ENABLE_MEMORY_SYSTEM_CONTEXT', value: true, since: '0.11.0' },
  { name: 'ENABLE_SKILL_LAZY_LOADING', value: false, since: '0.12.4' },
  { name: 'SKILL_CONTENT_MAX_CHARS', value: null, since: '0.12.3' },
  { name: 'SKILL_PREVIEW_MAX_CHARS', value: null, since: '0.12.3' },
  { name: 'ENABLE_NOTES', value: true, since: FIRST },
  { name: 'ENABLE_USER_WEBHOOKS', value: false, since: FIRST },
  { name: 'ENABLE_USER_STATUS', value: true, since: '0.7.0' },
  { name: 'PENDING_USER_OVERLAY_TITLE', value: '', since: FIRST },
  { name: 'PENDING_USER_OVERLAY_CONTENT', value: '', since: FIRST },
  { name: 'RESPONSE_WATERMARK', value: '', since: FIRST },
];

export const secondFactorFields = fields.slice(0, 3).map((field) => field.name);

/** What an administrator reads and writes at /api/v1/auths/admin/config. */
export class Settings {
  readonly #values = new Map<string, unknown>();
  readonly #publicNames: { name: string; publicName: string }[] = [];

  constructor(version: string) {
    for (const field of fields) {
      this.#values.set(field.name, structuredClone(field.value));
      if (field.name === 'ENABLE_USER_WEBHOOKS')
        this.#values.set(field.name, !isAtLeast(version, USER_WEBHOOKS_OFF_SINCE));
      const publicName = isAtLeast(version, field.since) ? field.name : field.formerName;
      if (publicName) this.#publicNames.push({ name: field.name, publicName });
    }
  }

  flag(name: FlagName): boolean {
    return this.#values.get(name) === true;
  }

  text(name: TextName): string {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : '';
  }

  set(name: FlagName | TextName, value: boolean | string): void {
    this.#values.set(name, value);
  }

  /** The whole configuration, under the names of this version. */
  toJson(): Record<string, unknown> {
    return Object.fromEntries(this.#publicNames.map(({ name, publicName }) => [publicName, this.#values.get(name)]));
  }

  /** Takes over the fields of `body` that exist in this version. */
  update(body: Record<string, unknown>): void {
    for (const { name, publicName } of this.#publicNames) {
      if (publicName in body) this.#values.set(name, body[publicName]);
    }
  }
}
