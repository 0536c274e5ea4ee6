/** The bodies of the operators' sign-in, settings and set-up wizard, shared by server and console. No body holds a secret. */
import { z } from 'zod';
import { CauseOrUnknownSchema } from './cause-schema.ts';
import { maybe } from './maybe.ts';
import { ReportCheckSchema } from './report.ts';

/** Answer of `GET`, `POST` and of nothing else under `/admin/api/session`. */
export const SessionViewSchema = z
  .object({
    signedIn: z.boolean(),
    /** A password has been chosen: it may be asked for instead of a link. */
    hasPassword: z.boolean(),
    /** Somebody has come in before. Until then the link to come in by stands in the log of the last start. */
    claimed: z.boolean(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionViewSchema>;

/** More than the longest password in its longest spelling; a longer text is not a password. */
const MAX_TYPED_LENGTH = 2_000;

const typedPassword = z.string().max(MAX_TYPED_LENGTH);

/** Longest pasted text or address: a session token with many groups has some thousand characters. */
const MAX_PASTED_LENGTH = 20_000;

/** More settings than there are. */
const MAX_CHANGES = 50;

/** Body of `POST /admin/api/session`. */
export const SignInWishSchema = z
  .union([
    z.strictObject({
      link: z.string().min(1).max(200).meta({ description: 'The token after `#link=`.' }),
    }),
    z.strictObject({ password: typedPassword.min(1) }),
  ])
  .meta({ id: 'SignInWish' });
export type SignInWish = z.infer<typeof SignInWishSchema>;

/** Body of `PUT /admin/api/password`. `current` is wanted once there is one, except soon after a sign-in by link. */
export const PasswordWishSchema = z
  .strictObject({
    password: typedPassword.meta({ description: 'At least 12 characters.' }),
    current: maybe(
      typedPassword.meta({
        description: 'The current password. Not needed within 30 minutes of a sign-in with a link.',
      }),
    ),
  })
  .meta({ id: 'PasswordWish' });
export type PasswordWish = z.infer<typeof PasswordWishSchema>;

/** Where a value came from. `name` of the variable, `file` that holds it. */
export const SettingOriginViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('console'),
    }),
    z.object({
      kind: z.literal('environment'),
      name: z.string(),
    }),
    z.object({
      kind: z.literal('env-file'),
      name: z.string(),
      file: z.string(),
    }),
    z.object({
      kind: z.literal('file'),
      name: z.string(),
      file: z.string(),
    }),
    z.object({
      kind: z.literal('default'),
    }),
  ])
  .meta({ id: 'SettingOriginView' });
export type SettingOriginView = z.infer<typeof SettingOriginViewSchema>;

export const SettingViewSchema = z
  .object({
    /** As in the environment, e.g. `OPENWEBUI_URL`. */
    name: z.string(),
    /** One line in the reader's language. */
    meaning: z.string(),
    secret: z.boolean(),
    /** The effective value as text; of a secret only whether there is one. */
    value: maybe(z.string()),
    isSet: z.boolean(),
    origin: SettingOriginViewSchema,
    /** What other sources hold, in the order in which they would take its place. */
    overridden: z.array(
      z.object({
        origin: SettingOriginViewSchema,
        value: maybe(z.string()),
      }),
    ),
    /** In words, when nothing is set. */
    defaultText: z.string(),
    example: z.string(),
    /** It can be set in the console; it counts at once then. */
    editable: z.boolean(),
  })
  .meta({ id: 'SettingView' });
export type SettingView = z.infer<typeof SettingViewSchema>;

export const SettingsViewSchema = z
  .object({
    settings: z.array(SettingViewSchema),
  })
  .meta({ id: 'SettingsView' });
export type SettingsView = z.infer<typeof SettingsViewSchema>;

/** Body of `PUT /admin/api/settings`; `null` takes the console's value away. All or nothing. */
export const SettingsWishSchema = z
  .strictObject({
    changes: z
      .record(z.string().max(100), z.string().max(MAX_PASTED_LENGTH).nullable())
      .refine((changes) => Object.keys(changes).length <= MAX_CHANGES)
      .meta({ description: 'By the setting’s name. `null` removes the console’s value.' }),
  })
  .meta({ id: 'SettingsWish' });
export type SettingsWish = z.infer<typeof SettingsWishSchema>;

export const SettingsChangeViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('changed'),
      settings: z.array(SettingViewSchema),
      changes: z.array(
        z.object({
          name: z.string(),
          before: maybe(z.string()),
          after: maybe(z.string()),
        }),
      ),
    }),
    /** Nothing was changed. One sentence a setting. */
    z.object({
      kind: z.literal('refused'),
      problems: z.array(
        z.object({
          name: z.string(),
          text: z.string(),
        }),
      ),
    }),
  ])
  .meta({ id: 'SettingsChangeView' });
export type SettingsChangeView = z.infer<typeof SettingsChangeViewSchema>;

/** Body of `POST /admin/api/set-up/address`: whatever was typed or pasted. */
export const AddressCheckWishSchema = z
  .strictObject({ text: z.string().max(MAX_PASTED_LENGTH) })
  .meta({ id: 'AddressCheckWish' });
export type AddressCheckWish = z.infer<typeof AddressCheckWishSchema>;

/** Its answer: the doctor's view of an address, before it is kept. */
export const AddressCheckViewSchema = z
  .object({
    /** The address as it would be kept; absent when the text is none. */
    address: maybe(z.string()),
    /** Open WebUI answers there and works with Guichet. */
    usable: z.boolean(),
    version: maybe(z.string()),
    /** What was pasted along and left out, or put before it, in words. */
    cleaned: maybe(z.string()),
    /** Why the text is no address that could be asked, in words; nothing was looked up then. */
    refusal: maybe(z.string()),
    /** Failing and warning checks of address, network and upstream, the first to mend first. */
    findings: z.array(ReportCheckSchema),
  })
  .meta({ id: 'AddressCheckView' });
export type AddressCheckView = z.infer<typeof AddressCheckViewSchema>;

/** Where the wizard stands; kept on the server, so that it is found again where it was left. */
export const WizardStepSchema = z
  .enum(['password', 'address', 'credential', 'model', 'place', 'try', 'snippet', 'done'])
  .meta({ id: 'WizardStep' });
export type WizardStep = z.infer<typeof WizardStepSchema>;

/** Body of `PUT /admin/api/set-up`: the step that the operator has come to. */
export const WizardWishSchema = z.strictObject({ step: WizardStepSchema }).meta({ id: 'WizardWish' });
export type WizardWish = z.infer<typeof WizardWishSchema>;

export const WizardViewSchema = z
  .object({
    /** Never beyond the first step that misses something the next ones need; `done` stays. */
    step: WizardStepSchema,
    openWebUiUrl: maybe(z.string()),
    hasCredential: z.boolean(),
    model: maybe(z.string()),
    publicUrl: maybe(z.string()),
    allowedOrigins: z.array(z.string()),
    /** The line to paste into one's site. */
    snippet: z.string(),
    practice: z.boolean(),
  })
  .meta({ id: 'WizardView' });
export type WizardView = z.infer<typeof WizardViewSchema>;

export const ModelChoiceViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: maybe(z.string()),
    suggestions: z.array(z.string()),
  })
  .meta({ id: 'ModelChoiceView' });
export type ModelChoiceView = z.infer<typeof ModelChoiceViewSchema>;

/** Answer of `GET /admin/api/models`. */
export const ModelListViewSchema = z
  .object({
    models: z.array(ModelChoiceViewSchema),
    /** The one that answers now. */
    chosen: maybe(z.string()),
    failure: maybe(
      z.object({
        cause: CauseOrUnknownSchema,
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'ModelListView' });
export type ModelListView = z.infer<typeof ModelListViewSchema>;

/** Body of `POST /admin/api/set-up/page`: the page to look at; `https://` may be missing. */
export const PageLookWishSchema = z
  .strictObject({ url: z.string().max(MAX_PASTED_LENGTH) })
  .meta({ id: 'PageLookWish' });
export type PageLookWish = z.infer<typeof PageLookWishSchema>;

/** Its answer: a look at the operator's own page. */
export const PageLookViewSchema = z
  .object({
    url: z.string(),
    status: maybe(z.number()),
    /** Why the page could not be read, in words. */
    unreadable: maybe(z.string()),
    /** `unknown`: scripts build the page, so that what they insert later cannot be told from here. */
    snippet: z.enum(['found', 'missing', 'other-server', 'unknown']),
    /** Whether the page's Content-Security-Policy lets the chat run. */
    policy: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('none'),
      }),
      z.object({
        kind: z.literal('allows'),
      }),
      z.object({
        kind: z.literal('blocks'),
        directives: z.array(z.string()),
        line: z.string(),
      }),
    ]),
    /** The page's origin may show this chat. */
    originAllowed: z.boolean(),
    /** What to do, in words; empty when all is well. */
    advice: z.array(z.string()),
  })
  .meta({ id: 'PageLookView' });
export type PageLookView = z.infer<typeof PageLookViewSchema>;
