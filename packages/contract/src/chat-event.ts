/**
 * The events of a run, as they go over the wire and as the widget shows them.
 *
 * Text shown = the `text` of all `delta` events of the highest epoch, each once, in order; a `snapshot` takes the place of
 * all before it. Exactly one terminal event (`done` or `error`) ends a run.
 */
import { z } from 'zod';
import { ACTIVITY_KINDS } from './answer-activity.ts';
import { maybe } from './maybe.ts';
import { ProblemSchema } from './problem.ts';

/** Why a run ended well enough to keep its answer. `interrupted`: there is text, but not all of it. */
export const DoneReasonSchema = z.enum(['complete', 'stopped', 'length', 'interrupted']).meta({ id: 'DoneReason' });
export type DoneReason = z.infer<typeof DoneReasonSchema>;

/** A source the assistant stood on, reduced to what a visitor may see. */
export const AnswerSourceSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    url: maybe(z.string()),
    /** A short excerpt of the document: only where the site's owner switched that on. */
    snippet: maybe(
      z.string().meta({
        description: 'A short excerpt of the document. Only with `GUICHET_SOURCE_EXCERPTS=on`.',
      }),
    ),
  })
  .meta({ id: 'AnswerSource' });
export type AnswerSource = z.infer<typeof AnswerSourceSchema>;

/** A picture that the answer brought along. It is fetched with the visitor's token, from `url` on the same server. */
export const MessageAttachmentSchema = z
  .object({
    id: z.string(),
    kind: z.literal('image'),
    contentType: z.string(),
    /** What it shows, for those who do not see it. */
    alt: z.string(),
    url: z.string().meta({ description: 'On this server. Requires the visitor’s token.' }),
  })
  .meta({ id: 'MessageAttachment' });
export type MessageAttachment = z.infer<typeof MessageAttachmentSchema>;

/** What the assistant does or did besides writing, in the visitor's language. */
export const ShownActivitySchema = z
  .object({
    id: z.string(),
    kind: z.enum(ACTIVITY_KINDS),
    label: z.string(),
    done: z.boolean(),
    failed: maybe(z.boolean()),
  })
  .meta({ id: 'ShownActivity' });
export type ShownActivity = z.infer<typeof ShownActivitySchema>;

export const TextPartSchema = z
  .object({
    id: z.string(),
    type: z.enum(['text', 'reasoning']),
    text: z.string(),
  })
  .meta({ id: 'TextPart' });
export type TextPart = z.infer<typeof TextPartSchema>;

/** What the assistant stood on. There is one at most. */
export const SourcesPartSchema = z
  .object({
    id: z.string(),
    type: z.literal('sources'),
    sources: z.array(AnswerSourceSchema).readonly(),
  })
  .meta({ id: 'SourcesPart' });
export type SourcesPart = z.infer<typeof SourcesPartSchema>;

/** `tool`: a tool or a search that ran. `notice`: something that the assistant says of itself and that is no answer. */
export const ActivityPartSchema = z
  .object({
    id: z.string(),
    type: z.enum(['tool', 'notice']),
    kind: z.enum(ACTIVITY_KINDS),
    label: z.string(),
    done: z.boolean(),
    failed: maybe(z.boolean()),
  })
  .meta({ id: 'ActivityPart' });
export type ActivityPart = z.infer<typeof ActivityPartSchema>;

export const AttachmentPartSchema = z
  .object({
    id: z.string(),
    type: z.literal('attachment'),
    attachment: MessageAttachmentSchema,
  })
  .meta({ id: 'AttachmentPart' });
export type AttachmentPart = z.infer<typeof AttachmentPartSchema>;

export const MessagePartSchema = z
  .union([TextPartSchema, SourcesPartSchema, ActivityPartSchema, AttachmentPartSchema])
  .meta({ id: 'MessagePart' });
export type MessagePart = z.infer<typeof MessagePartSchema>;

export const SnapshotDataSchema = z
  .object({
    text: z.string(),
    reasoning: z.string(),
    upTo: z.number(),
    sources: maybe(z.array(AnswerSourceSchema)),
    activities: maybe(z.array(ShownActivitySchema)),
    attachments: maybe(z.array(MessageAttachmentSchema)),
    /** The same as parts, in order. */
    parts: maybe(z.array(MessagePartSchema)),
  })
  .meta({ id: 'SnapshotData' });
export type SnapshotData = z.infer<typeof SnapshotDataSchema>;

export const ChatEventDataSchema = z
  .object({
    run: z.object({
      runId: z.string(),
      conversationId: z.string(),
      userMessageId: z.string(),
      messageId: z.string(),
    }),
    /** `part` is the id of the part of the message that this belongs to, here and below. Older servers name none. */
    delta: z.object({
      text: z.string(),
      part: maybe(z.string()),
    }),
    reasoning: z.object({
      text: z.string(),
      part: maybe(z.string()),
    }),
    sources: z.object({
      sources: z.array(AnswerSourceSchema),
      part: maybe(z.string()),
    }),
    /** Something runs, or has ended: told again under the same `id`. Without a part it is news of the moment. */
    status: z.object({
      kind: z.string(),
      label: z.string(),
      done: z.boolean(),
      id: maybe(z.string()),
      failed: maybe(z.boolean()),
      part: maybe(z.string()),
    }),
    attachment: z.object({
      attachment: MessageAttachmentSchema,
      part: maybe(z.string()),
    }),
    /**
     * Replaces everything before it: sent when a reader comes back later than the replay window reaches, and when text that
     * was shown turns out to have been the model's thoughts.
     */
    snapshot: SnapshotDataSchema,
    /** `ref`: of an answer that was interrupted by something that went wrong, to quote and look up as an error's. */
    done: z.object({
      reason: DoneReasonSchema,
      messageId: z.string(),
      ref: maybe(z.string()),
    }),
    error: ProblemSchema.extend(
      z.object({
        retryable: z.boolean(),
      }).shape,
    ),
  })
  .meta({ id: 'ChatEventData' });
export type ChatEventData = z.infer<typeof ChatEventDataSchema>;

export type ChatEventType = keyof ChatEventData;

/** One event, without its place in the run. */
export type ChatEvent = { [Type in ChatEventType]: { type: Type; data: ChatEventData[Type] } }[ChatEventType];
