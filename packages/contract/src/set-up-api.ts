/** The bodies of the operators' sign-in, settings and set-up wizard, shared by server and console. No body holds a secret. */
import type { Cause } from './cause.ts';
import type { ReportCheck } from './report.ts';

/** Answer of `GET`, `POST` and of nothing else under `/admin/api/session`. */
export interface SessionView {
  signedIn: boolean;
  /** A password has been chosen: it may be asked for instead of a link. */
  hasPassword: boolean;
  /** Somebody has come in before. Until then the link to come in by stands in the log of the last start. */
  claimed: boolean;
}

/** Body of `POST /admin/api/session`. */
export type SignInWish = { link: string } | { password: string };

/** Body of `PUT /admin/api/password`. `current` is wanted once there is one, except soon after a sign-in by link. */
export interface PasswordWish {
  password: string;
  current?: string;
}

/** Where a value came from. `name` of the variable, `file` that holds it. */
export type SettingOriginView =
  | { kind: 'console' }
  | { kind: 'environment'; name: string }
  | { kind: 'env-file'; name: string; file: string }
  | { kind: 'file'; name: string; file: string }
  | { kind: 'default' };

export interface SettingView {
  /** As in the environment, e.g. `OPENWEBUI_URL`. */
  name: string;
  /** One line in the reader's language. */
  meaning: string;
  secret: boolean;
  /** The effective value as text; of a secret only whether there is one. */
  value?: string;
  isSet: boolean;
  origin: SettingOriginView;
  /** What other sources hold, in the order in which they would take its place. */
  overridden: { origin: SettingOriginView; value?: string }[];
  /** In words, when nothing is set. */
  defaultText: string;
  example: string;
  /** It can be set in the console; it counts at once then. */
  editable: boolean;
}

export interface SettingsView {
  settings: SettingView[];
}

/** Body of `PUT /admin/api/settings`; `null` takes the console's value away. All or nothing. */
export interface SettingsWish {
  changes: Record<string, string | null>;
}

export type SettingsChangeView =
  | { kind: 'changed'; settings: SettingView[]; changes: { name: string; before?: string; after?: string }[] }
  /** Nothing was changed. One sentence a setting. */
  | { kind: 'refused'; problems: { name: string; text: string }[] };

/** Body of `POST /admin/api/set-up/address`: whatever was typed or pasted. */
export interface AddressCheckWish {
  text: string;
}

/** Its answer: the doctor's view of an address, before it is kept. */
export interface AddressCheckView {
  /** The address as it would be kept; absent when the text is none. */
  address?: string;
  /** Open WebUI answers there and works with Guichet. */
  usable: boolean;
  version?: string;
  /** What was pasted along and left out, or put before it, in words. */
  cleaned?: string;
  /** Why the text is no address that could be asked, in words; nothing was looked up then. */
  refusal?: string;
  /** Failing and warning checks of address, network and upstream, the first to mend first. */
  findings: ReportCheck[];
}

/** Where the wizard stands; kept on the server, so that it is found again where it was left. */
export type WizardStep = 'password' | 'address' | 'credential' | 'model' | 'place' | 'try' | 'snippet' | 'done';

/** Body of `PUT /admin/api/set-up`: the step that the operator has come to. */
export interface WizardWish {
  step: WizardStep;
}

export interface WizardView {
  /** Never beyond the first step that misses something the next ones need; `done` stays. */
  step: WizardStep;
  openWebUiUrl?: string;
  hasCredential: boolean;
  model?: string;
  publicUrl?: string;
  allowedOrigins: string[];
  /** The line to paste into one's site. */
  snippet: string;
  practice: boolean;
}

export interface ModelChoiceView {
  id: string;
  name: string;
  description?: string;
  suggestions: string[];
}

/** Answer of `GET /admin/api/models`. */
export interface ModelListView {
  models: ModelChoiceView[];
  /** The one that answers now. */
  chosen?: string;
  failure?: { cause: Cause | 'unknown'; text: string };
}

/** Body of `POST /admin/api/set-up/site`: the page to look at; `https://` may be missing. */
export interface SiteLookWish {
  url: string;
}

/** Its answer: a look at the operator's own page. */
export interface SiteLookView {
  url: string;
  status?: number;
  /** Why the page could not be read, in words. */
  unreadable?: string;
  /** `unknown`: scripts build the page, so that what they insert later cannot be told from here. */
  snippet: 'found' | 'missing' | 'other-server' | 'unknown';
  /** Whether the page's Content-Security-Policy lets the chat run. */
  policy: { kind: 'none' } | { kind: 'allows' } | { kind: 'blocks'; directives: string[]; line: string };
  /** The page's origin may show this chat. */
  originAllowed: boolean;
  /** What to do, in words; empty when all is well. */
  advice: string[];
}
