/** The bodies of the operators' HTTP interface (`/admin/api/…`), shared by server and console. No body holds a secret. */
import { z } from 'zod';
import { SiteNameViewSchema } from './assistant-api.ts';
import { CauseOrUnknownSchema } from './cause-schema.ts';
import { maybe } from './maybe.ts';

export const CredentialOriginViewSchema = z
  .enum(['console', 'environment', 'file', 'env-file', 'practice'])
  .meta({ id: 'CredentialOriginView' });
export type CredentialOriginView = z.infer<typeof CredentialOriginViewSchema>;

/** A credential as it may be shown. */
export const CredentialDescriptionViewSchema = z
  .object({
    origin: CredentialOriginViewSchema,
    baseUrl: z.string(),
    /** As `@guichet/keys` names it, e.g. `open-webui-api-key`. */
    kind: z.string(),
    length: z.number(),
    lastTwo: z.string(),
    fingerprint: z.string(),
    /** ISO 8601, of a session token that dies. */
    expiresAt: maybe(z.string()),
  })
  .meta({ id: 'CredentialDescriptionView' });
export type CredentialDescriptionView = z.infer<typeof CredentialDescriptionViewSchema>;

export const CredentialStateViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('none'),
    }),
    z.object({
      kind: z.literal('unproven'),
    }),
    z.object({
      kind: z.literal('accepted'),
      since: z.string(),
    }),
    z.object({
      kind: z.literal('refused'),
      cause: CauseOrUnknownSchema,
      causeText: z.string(),
      since: z.string(),
      nextProbeAt: z.string(),
    }),
  ])
  .meta({ id: 'CredentialStateView' });
export type CredentialStateView = z.infer<typeof CredentialStateViewSchema>;

export const CredentialViewSchema = z
  .object({
    /** What answers are asked with; absent when there is nothing to ask with. */
    held: maybe(CredentialDescriptionViewSchema),
    /** Why nothing is held. */
    lack: maybe(
      z.object({
        kind: z.enum(['key-missing', 'key-unusable']),
        what: maybe(z.string()),
        next: maybe(z.string()),
      }),
    ),
    state: CredentialStateViewSchema,
    /** Until a session token dies; negative afterwards. */
    secondsLeft: maybe(z.number()),
    /** Credentials of other sources that do not count while this one does. */
    overrides: z.array(
      z.object({
        origin: CredentialOriginViewSchema,
        fingerprint: z.string(),
        same: z.boolean(),
      }),
    ),
    /** The address that OPENWEBUI_URL gives; absent in practice mode. */
    openWebUiUrl: maybe(z.string()),
    practice: z.boolean(),
  })
  .meta({ id: 'CredentialView' });
export type CredentialView = z.infer<typeof CredentialViewSchema>;

/** What a pasted text is, said before anything is sent anywhere. */
export const InspectionViewSchema = z
  .object({
    kind: z.string(),
    usable: z.boolean(),
    what: z.string(),
    meaning: z.string(),
    next: z.string(),
    cleaned: maybe(z.string()),
    /** It is a session token: it can be exchanged for a key that does not expire. */
    exchangeable: z.boolean(),
  })
  .meta({ id: 'InspectionView' });
export type InspectionView = z.infer<typeof InspectionViewSchema>;

/** A sign-in at Open WebUI, or what is still missing of it. */
export const OpenWebUiSignInViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('session'),
      ticket: z.string(),
      role: z.string(),
      email: maybe(z.string()),
      expiresInSeconds: z.number(),
    }),
    z.object({
      kind: z.literal('second-factor'),
      ticket: z.string(),
      step: z.enum(['verify', 'enroll', 'recover']),
      text: z.string(),
    }),
    z.object({
      kind: z.literal('refused'),
      cause: CauseOrUnknownSchema,
      text: z.string(),
      retryAfter: maybe(z.number()),
    }),
  ])
  .meta({ id: 'OpenWebUiSignInView' });
export type OpenWebUiSignInView = z.infer<typeof OpenWebUiSignInViewSchema>;

export const MenuStepViewSchema = z
  .object({
    /** Breadcrumbs in Open WebUI's own words. */
    path: z.array(z.string()),
    who: z.enum(['administrator', 'owner']),
    /** Where nobody looked into this version's menus: the version whose place this is. */
    seenIn: maybe(z.string()),
  })
  .meta({ id: 'MenuStepView' });
export type MenuStepView = z.infer<typeof MenuStepViewSchema>;

export const ExchangeViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('done'),
      created: z.boolean(),
      replacedOld: z.boolean(),
      credential: CredentialViewSchema,
    }),
    /** There is no key yet; creating one hurts nobody. */
    z.object({
      kind: z.literal('no-key'),
    }),
    /** A key may exist that cannot be read; creating would kill it at once. */
    z.object({
      kind: z.literal('would-replace'),
    }),
    z.object({
      kind: z.literal('keys-off'),
      text: z.string(),
      steps: z.array(MenuStepViewSchema),
    }),
    z.object({
      kind: z.literal('failed'),
      cause: CauseOrUnknownSchema,
      text: z.string(),
    }),
  ])
  .meta({ id: 'ExchangeView' });
export type ExchangeView = z.infer<typeof ExchangeViewSchema>;

export const AuditEntryViewSchema = z
  .object({
    id: z.string(),
    /** ISO 8601. */
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntryView' });
export type AuditEntryView = z.infer<typeof AuditEntryViewSchema>;

/** One step of "set up for me", in words. */
export const SetUpStepViewSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    state: z.enum(['to-do', 'already', 'done', 'undone', 'kept', 'failed']),
    /** Of a step that failed or was left. */
    why: maybe(z.string()),
  })
  .meta({ id: 'SetUpStepView' });
export type SetUpStepView = z.infer<typeof SetUpStepViewSchema>;

export const SetUpPlanViewSchema = z
  .object({
    /** What carries it out, within ten minutes; absent when it cannot be carried out yet. */
    plan: maybe(z.string()),
    version: z.string(),
    model: z.object({
      id: z.string(),
      name: z.string(),
    }),
    steps: z.array(SetUpStepViewSchema),
    /** Why it cannot be done here; nothing was changed. */
    obstacles: z.array(z.string()),
    /** To be answered in the next request for a plan. */
    questions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        choices: z.array(
          z.object({
            id: z.string(),
            text: z.string(),
          }),
        ),
      }),
    ),
    notes: z.array(z.string()),
  })
  .meta({ id: 'SetUpPlanView' });
export type SetUpPlanView = z.infer<typeof SetUpPlanViewSchema>;

/** Lines of newline-delimited JSON while a set-up is carried out or taken back. */
export const SetUpProgressViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('before'),
      step: SetUpStepViewSchema,
    }),
    z.object({
      kind: z.literal('after'),
      step: SetUpStepViewSchema,
    }),
    z.object({
      kind: z.literal('end'),
      ok: z.boolean(),
      text: z.string(),
      credential: maybe(CredentialViewSchema),
    }),
  ])
  .meta({ id: 'SetUpProgressView' });
export type SetUpProgressView = z.infer<typeof SetUpProgressViewSchema>;

/** One site, as far as set-ups go. */
export const SetUpSiteViewSchema = SiteNameViewSchema.extend({
  /** Something was set up for it, or stopped half-way. */
  prepared: z.boolean(),
}).meta({ id: 'SetUpSiteView' });
export type SetUpSiteView = z.infer<typeof SetUpSiteViewSchema>;

export const SetUpStateViewSchema = z
  .object({
    /** The site that this is about. */
    site: z.string(),
    /** Something was set up for it, or stopped half-way, and can be taken back. */
    canUndo: z.boolean(),
    startedAt: maybe(z.string()),
    /** It prepared the whole agent too. */
    wholeAgent: maybe(z.boolean()),
    /** Every site, `default` first. */
    sites: z.array(SetUpSiteViewSchema),
  })
  .meta({ id: 'SetUpStateView' });
export type SetUpStateView = z.infer<typeof SetUpStateViewSchema>;

/** What whoever found the credential could do with it. */
export const ReachViewSchema = z
  .object({
    credential: z.enum(['api-key', 'session-token']),
    restricted: z.boolean(),
    findings: z.array(
      z.object({
        id: z.string(),
        reach: z.enum(['open', 'closed', 'unknown']),
        needed: z.boolean(),
        text: z.string(),
        proof: z.string(),
      }),
    ),
    /** What closes it: one line for Open WebUI's settings, and where it goes. It binds everybody's keys there. */
    remedy: z.object({
      line: z.string(),
      path: z.array(z.string()),
      binds: z.boolean(),
      text: z.string(),
    }),
  })
  .meta({ id: 'ReachView' });
export type ReachView = z.infer<typeof ReachViewSchema>;

export const AllowListViewSchema = z
  .object({
    state: z.enum(['to-do', 'already']),
    now: z.object({
      enabled: z.boolean(),
      line: z.string(),
    }),
    wanted: z.object({
      enabled: z.boolean(),
      line: z.string(),
    }),
    /** Entries of others that stay. */
    kept: z.array(z.string()),
    text: z.string(),
    canUndo: z.boolean(),
  })
  .meta({ id: 'AllowListView' });
export type AllowListView = z.infer<typeof AllowListViewSchema>;

/** The sign-in that the whole agent needs besides the key. */
export const AgentAccountViewSchema = z
  .object({
    /** A sign-in is kept. */
    on: z.boolean(),
    email: maybe(z.string()),
    /** The credential in use is a session token itself: no sign-in is needed. */
    direct: z.boolean(),
    /** Why there is no session, or none soon. */
    problem: maybe(
      z.object({
        id: z.string(),
        text: z.string(),
        retryAfter: maybe(z.number()),
      }),
    ),
  })
  .meta({ id: 'AgentAccountView' });
export type AgentAccountView = z.infer<typeof AgentAccountViewSchema>;

/** Whether the whole agent may run with a model, looked at just now. */
export const WholeAgentViewSchema = z
  .object({
    possible: z.boolean(),
    model: z.string(),
    /** `kind`: of an open built-in tool, as Open WebUI's `meta.builtinTools` calls it. */
    obstacles: z.array(
      z.object({
        what: z.string(),
        kind: maybe(z.string()),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'WholeAgentView' });
export type WholeAgentView = z.infer<typeof WholeAgentViewSchema>;

/** Renewal by a service account, for an Open WebUI where API keys stay off. */
export const RenewalViewSchema = z
  .object({
    on: z.boolean(),
    email: maybe(z.string()),
  })
  .meta({ id: 'RenewalView' });
export type RenewalView = z.infer<typeof RenewalViewSchema>;

/** What was typed into a field, in characters; beyond is no email address and no password. */
const email = z.string().min(1).max(320);
const password = z.string().min(1).max(1_000);
const ticket = z.string().max(100).meta({ description: 'From a sign-in to Open WebUI. Valid for ten minutes.' });

/** Body of whatever takes a pasted text. */
export const PastedSchema = z.object({ text: z.string().max(20_000) }).meta({ id: 'Pasted' });

/** Body of `POST /admin/api/openwebui/sign-in`: the account, a session token, or a second factor's code. */
export const OpenWebUiSignInWishSchema = z
  .union([
    z.object({ email, password }),
    z.object({ sessionToken: z.string().min(1).max(20_000) }),
    z.object({ ticket, code: z.string().min(1).max(100), recovery: maybe(z.boolean()) }),
  ])
  .meta({ id: 'OpenWebUiSignInWish' });

/** Body of `POST /admin/api/openwebui/exchange`. */
export const ExchangeWishSchema = z
  .object({ ticket, create: z.enum(['never', 'if-none', 'replace']).default('if-none') })
  .meta({ id: 'ExchangeWish' });

const Choice = maybe(z.enum(['make-another', 'use-it']));

const site = maybe(z.string().max(100).meta({ description: 'Default: `default`.' }));

/** Body of `POST /admin/api/openwebui/provision/plan`. */
export const SetUpPlanWishSchema = z
  .object({
    ticket,
    site,
    /** Without one, what answers on the site. */
    model: maybe(z.string().max(300)),
    /** Prepares the whole agent too. */
    tools: maybe(z.enum(['whole-agent'])),
    /** Takes rights from everybody that open an account's own things. */
    closePermissions: maybe(z.boolean()),
    answers: maybe(
      z.object({
        'account-exists': Choice,
        'group-exists': Choice,
        'tools-open': Choice,
        /** Its identifier, where the plan before asked for it. */
        model: maybe(z.string().max(300)),
      }),
    ),
  })
  .meta({ id: 'SetUpPlanWish' });
export type SetUpPlanWish = z.infer<typeof SetUpPlanWishSchema>;

/** Body of `POST /admin/api/openwebui/provision/run`. */
export const SetUpRunWishSchema = z.object({ ticket, plan: z.string().max(100) }).meta({ id: 'SetUpRunWish' });

/** Body of `POST /admin/api/openwebui/provision/undo`. */
export const SetUpUndoWishSchema = z.object({ ticket, site }).meta({ id: 'SetUpUndoWish' });

/** Body of whatever needs nothing but a sign-in to Open WebUI. */
export const TicketWishSchema = z.object({ ticket }).meta({ id: 'TicketWish' });

/** Body of `PUT /admin/api/openwebui/renewal`. */
export const RenewalWishSchema = z.object({ email, password }).meta({ id: 'RenewalWish' });

/** Body of `PUT /admin/api/openwebui/agent-account`. */
export const AgentAccountWishSchema = z
  .object({
    email,
    password,
    authenticatorKey: maybe(
      z.string().max(200).meta({ description: 'The secret key of its authenticator app, if it has one.' }),
    ),
  })
  .meta({ id: 'AgentAccountWish' });

/** Answer of `GET /admin/api/audit`, newest first. */
export const AuditViewSchema = z.object({ entries: z.array(AuditEntryViewSchema) }).meta({ id: 'AuditView' });
export type AuditView = z.infer<typeof AuditViewSchema>;

/** Answer of `POST /admin/api/openwebui/allow-list/apply`. */
export const AllowListAppliedViewSchema = z.object({ text: z.string() }).meta({ id: 'AllowListAppliedView' });
export type AllowListAppliedView = z.infer<typeof AllowListAppliedViewSchema>;

/** Answer of `POST /admin/api/openwebui/allow-list/undo`. */
export const AllowListUndoneViewSchema = z
  .object({ ok: z.boolean(), text: z.string() })
  .meta({ id: 'AllowListUndoneView' });
export type AllowListUndoneView = z.infer<typeof AllowListUndoneViewSchema>;

/** Of a sign-in that was refused with 422 and not kept. */
export const RefusedViewSchema = z
  .object({
    kind: z.literal('refused'),
    cause: CauseOrUnknownSchema,
    text: z.string(),
    retryAfter: maybe(z.number()),
  })
  .meta({ id: 'RefusedView' });
export type RefusedView = z.infer<typeof RefusedViewSchema>;
