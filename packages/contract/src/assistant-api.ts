/** The bodies of the console's page about the assistant, shared by server and console. Nothing of a visitor's is in them. */
import { z } from 'zod';
import { ACTIVITY_KINDS, ACTIVITY_STATES } from './answer-activity.ts';
import { CauseOrUnknownSchema } from './cause-schema.ts';
import { maybe } from './maybe.ts';
import { TOOL_MODES } from './site-settings.ts';
import { FeedbackSchema } from './visitor-api.ts';

/** Something that stands in the way of a mode. New codes come with new versions; one that is not known is still shown. */
export const ModeObstacleSchema = z
  .object({
    /** Stable word, e.g. `version-too-old`. */
    code: z.string(),
    /** What it is about: versions, names of tools. Plain text, never markup. */
    names: z.array(z.string()),
  })
  .meta({ id: 'ModeObstacle' });
export type ModeObstacle = z.infer<typeof ModeObstacleSchema>;

/** Whether a mode can be chosen, and why not. */
export const ModeAvailabilitySchema = z
  .object({
    mode: z.enum(TOOL_MODES),
    ok: z.boolean(),
    /** Empty exactly when `ok`. */
    reasons: z.array(ModeObstacleSchema),
  })
  .meta({ id: 'ModeAvailability' });
export type ModeAvailability = z.infer<typeof ModeAvailabilitySchema>;

/** What the owner of the answering model equipped it with in Open WebUI, by ids. */
export const EquipmentViewSchema = z
  .object({
    hasKnowledge: z.boolean(),
    knowledgeIds: z.array(z.string()),
    toolIds: z.array(z.string()),
    filterIds: z.array(z.string()),
    webSearch: z.boolean(),
    pictures: z.boolean(),
  })
  .meta({ id: 'EquipmentView' });
export type EquipmentView = z.infer<typeof EquipmentViewSchema>;

export const SiteNameViewSchema = z
  .object({
    id: z.string(),
    name: maybe(z.string()),
    /** Lets nobody in. */
    paused: z.boolean(),
  })
  .meta({ id: 'SiteNameView' });
export type SiteNameView = z.infer<typeof SiteNameViewSchema>;

/** Answer of `GET /admin/api/sites/{site}/assistant`. */
export const AssistantViewSchema = z
  .object({
    site: SiteNameViewSchema,
    /** Every site, `default` first. */
    sites: z.array(SiteNameViewSchema),
    /** The model that answers; absent when it cannot be had now. */
    model: maybe(
      z.object({
        id: z.string(),
        name: z.string(),
        equipment: EquipmentViewSchema,
      }),
    ),
    /** Why not. */
    failure: maybe(
      z.object({
        cause: CauseOrUnknownSchema,
        text: z.string(),
      }),
    ),
    /** Open WebUI's version, where it says so. */
    version: maybe(z.string()),
    tools: z.object({
      chosen: z.enum(TOOL_MODES),
      /** What counts: less than chosen when something stands in the way. */
      inForce: z.enum(TOOL_MODES),
      /** Worth choosing, because the model has something to use. */
      proposed: maybe(z.enum(TOOL_MODES)),
    }),
    available: z.array(ModeAvailabilitySchema),
    /** A set-up in the console can prepare the whole agent for this site: there is an Open WebUI. */
    canSetUp: z.boolean(),
    /** One did, or stopped half-way: it can be undone on the page about keys. */
    isSetUp: z.boolean(),
    followUps: z.boolean(),
    showToolArguments: z.boolean(),
    pageContext: z.boolean(),
    /** Whose pictures answers may show. */
    pictureHosts: z.array(z.string()),
  })
  .meta({ id: 'AssistantView' });
export type AssistantView = z.infer<typeof AssistantViewSchema>;

/** Body of `PUT /admin/api/sites/{site}/assistant`. All or nothing; what is not named stays. */
export const AssistantWishSchema = z
  .strictObject({
    tools: maybe(z.enum(TOOL_MODES)),
    followUps: maybe(z.boolean()),
    showToolArguments: maybe(z.boolean()),
    pageContext: maybe(z.boolean()),
    pictureHosts: maybe(z.array(z.string())),
  })
  .refine((wish) => Object.keys(wish).length > 0)
  .meta({ id: 'AssistantWish' });
export type AssistantWish = z.infer<typeof AssistantWishSchema>;

const AssistantValueSchema = z.union([z.enum(TOOL_MODES), z.boolean(), z.array(z.string())]);

export const AssistantChangeSchema = z
  .object({
    name: z.enum(['tools', 'followUps', 'showToolArguments', 'pageContext', 'pictureHosts']),
    before: AssistantValueSchema,
    after: AssistantValueSchema,
  })
  .meta({ id: 'AssistantChange' });
export type AssistantChange = z.infer<typeof AssistantChangeSchema>;

export const AssistantChangeViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('changed'),
      assistant: AssistantViewSchema,
      changes: z.array(AssistantChangeSchema),
    }),
    /** Nothing was changed: what stands in the way of the mode, with what counts instead. */
    z.object({
      kind: z.literal('not-available'),
      assistant: AssistantViewSchema,
      reasons: z.array(ModeObstacleSchema),
    }),
    /** Nothing was changed: what is wrong with a value that was written, one sentence each. */
    z.object({
      kind: z.literal('refused'),
      assistant: AssistantViewSchema,
      problems: z.array(z.string()),
    }),
  ])
  .meta({ id: 'AssistantChangeView' });
export type AssistantChangeView = z.infer<typeof AssistantChangeViewSchema>;

export const AnswerEndWordSchema = z
  .enum(['complete', 'stopped', 'length', 'interrupted', 'failed'])
  .meta({ id: 'AnswerEndWord' });
export type AnswerEndWord = z.infer<typeof AnswerEndWordSchema>;

export const AnswerActivityViewSchema = z
  .object({
    kind: z.enum(ACTIVITY_KINDS),
    title: maybe(z.string()),
    state: z.enum(ACTIVITY_STATES),
    /** The turn of the model that it belongs to, from 1. */
    round: z.number(),
    ms: maybe(z.number()),
  })
  .meta({ id: 'AnswerActivityView' });
export type AnswerActivityView = z.infer<typeof AnswerActivityViewSchema>;

/** How one answer went. No question and no answer: whoever looks for a fault needs neither. */
export const AnswerViewSchema = z
  .object({
    /** Of its message. */
    id: z.string(),
    site: z.string(),
    startedAt: z.string(),
    /** From the question to the end, in milliseconds. */
    ms: z.number(),
    end: AnswerEndWordSchema,
    /** What the visitor can quote, where something went wrong. */
    error: maybe(
      z.object({
        code: z.string(),
        ref: z.string(),
      }),
    ),
    /** Turns of the model: 1 without tools. */
    rounds: z.number(),
    /** Tools, searches and what else ran. */
    activities: z.array(AnswerActivityViewSchema),
    sources: z.number(),
    /** How many tokens it took, where somebody told them, and who: the provider, or Open WebUI of a run of the whole agent. */
    usage: maybe(
      z.object({
        inputTokens: z.number(),
        outputTokens: z.number(),
        from: z.enum(['provider', 'open-webui']),
      }),
    ),
    /** What the visitor thinks of it, in their own words where they wrote some. */
    feedback: maybe(FeedbackSchema.extend({ at: z.string() })),
  })
  .meta({ id: 'AnswerView' });
export type AnswerView = z.infer<typeof AnswerViewSchema>;

/** Answer of `GET /admin/api/answers?limit=N`: the newest answers, newest first. */
export const AnswersViewSchema = z
  .object({
    answers: z.array(AnswerViewSchema),
  })
  .meta({ id: 'AnswersView' });
export type AnswersView = z.infer<typeof AnswersViewSchema>;
