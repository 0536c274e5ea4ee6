/** The bodies of the visitors' HTTP interface (`/v1/…`), shared by server and widget. */
import { z } from 'zod';
import { AnswerSourceSchema, MessageAttachmentSchema, MessagePartSchema, ShownActivitySchema } from './chat-event.ts';
import { AI_WRITTEN } from './digital-source-type.ts';
import {
  MAX_CONSENT_CHARS,
  MAX_EMAIL_CHARS,
  MAX_FEEDBACK_COMMENT_CHARS,
  MAX_FEEDBACK_REASON_CHARS,
  MAX_MESSAGE_CHARS,
  MAX_NAME_CHARS,
  MAX_PAGE_MESSAGES,
  MAX_SEARCH_CHARS,
  MAX_TITLE_CHARS,
} from './limits.ts';
import { maybe } from './maybe.ts';

export const VisitorSessionSchema = z
  .object({
    token: z.string(),
    /** ISO 8601. */
    expiresAt: z.iso.datetime(),
    visitor: z.object({
      id: z.string(),
    }),
  })
  .meta({ id: 'VisitorSession' });
export type VisitorSession = z.infer<typeof VisitorSessionSchema>;

/** `streaming`: the answer is being written; `runId` says where to read on. */
export const MessageStatusSchema = z
  .enum(['complete', 'streaming', 'stopped', 'length', 'interrupted', 'failed'])
  .meta({ id: 'MessageStatus' });
export type MessageStatus = z.infer<typeof MessageStatusSchema>;

/** What a visitor thinks of an answer: 1 good, -1 not. */
export const FeedbackSchema = z
  .object({
    rating: z.union([z.literal(1), z.literal(-1)]),
    /** A word of the widget’s choice, or another’s. */
    reason: maybe(z.string().max(MAX_FEEDBACK_REASON_CHARS)),
    comment: maybe(z.string().max(MAX_FEEDBACK_COMMENT_CHARS)),
  })
  .meta({ id: 'Feedback' });
export type Feedback = z.infer<typeof FeedbackSchema>;

/** A file that a visitor attached to a question, or is about to. */
export const VisitorFileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** As its bytes tell it. */
    contentType: z.string().meta({ description: 'As its bytes tell it.' }),
    size: z.int().meta({ description: 'Bytes.' }),
    status: z.literal('ready'),
  })
  .meta({ id: 'VisitorFile' });
export type VisitorFile = z.infer<typeof VisitorFileSchema>;

/** What the page said of itself; see `clean-page-context.ts`. */
export const PageContextSchema = z
  .object({ title: maybe(z.string()), url: maybe(z.string()), text: maybe(z.string()) })
  .meta({ id: 'PageContext' });

export const MessageSchema = z
  .object({
    id: z.string(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    status: MessageStatusSchema,
    /** ISO 8601. */
    createdAt: z.iso.datetime(),
    /** Of answers: what an AI wrote is marked so that programs know it. */
    digitalSourceType: maybe(z.literal(AI_WRITTEN)).meta({
      description: 'Of answers: IPTC’s mark of what an AI wrote.',
    }),
    runId: maybe(z.string()),
    reasoning: maybe(z.string()),
    sources: maybe(z.array(AnswerSourceSchema)),
    /** What the assistant did besides writing, in the language asked for. */
    activities: maybe(z.array(ShownActivitySchema)),
    attachments: maybe(z.array(MessageAttachmentSchema)),
    /** Of questions: what the visitor attached. */
    files: maybe(z.array(VisitorFileSchema).meta({ description: 'Of questions: what the visitor attached.' })),
    /** Of questions: what the page said of itself along with it. */
    context: maybe(PageContextSchema.meta({ description: 'Of questions: what the page said of itself.' })),
    /** Of an answer, all of the above in the order in which it came. Older servers give none. */
    parts: maybe(z.array(MessagePartSchema).meta({ description: 'All of the above, in the order in which it came.' })),
    /** What went wrong, for an answer that `failed`. */
    error: maybe(
      z.object({
        code: z.string(),
        ref: z.string(),
        detail: maybe(z.string()),
        retryable: maybe(z.boolean()),
      }),
    ),
    /** Of an answer that the visitor rated. */
    feedback: maybe(FeedbackSchema.pick({ rating: true, reason: true })),
    /** Of an interrupted answer, if it is known what went wrong. */
    ref: maybe(z.string().meta({ description: 'Of an interrupted answer, if it is known what went wrong.' })),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof MessageSchema>;

export const ConversationSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ConversationSummary' });
export type ConversationSummary = z.infer<typeof ConversationSummarySchema>;

export const ConversationSchema = ConversationSummarySchema.extend({
  /** The newest of them, or those before the place that was asked for. */
  messages: z.array(MessageSchema),
  /** Where to read on: the `before` of the page in front of this one. Absent when this one holds the first message. */
  earlier: maybe(z.string().meta({ description: 'Set if there are earlier messages. Ask for them with `before`.' })),
}).meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof ConversationSchema>;

/** Questions that a visitor might ask next; empty where there are none. */
export const FollowUpsSchema = z
  .object({
    questions: z.array(z.string()),
  })
  .meta({ id: 'FollowUps' });
export type FollowUps = z.infer<typeof FollowUpsSchema>;

/** What was said in a recording; empty where nothing was. */
export const TranscriptionSchema = z.object({ text: z.string() }).meta({ id: 'Transcription' });
export type Transcription = z.infer<typeof TranscriptionSchema>;

export const ConversationListSchema = z.array(ConversationSummarySchema).meta({ id: 'ConversationList' });

/** A page of a conversation. Both are text in an address. */
export const ConversationPageSchema = z.object({
  before: maybe(z.string().regex(/^\d{1,9}$/)).meta({ description: 'The `earlier` value of another page.' }),
  limit: maybe(z.string().regex(/^[1-9]\d{0,4}$/)).meta({
    description: `Maximum number of messages. Default and upper limit: ${MAX_PAGE_MESSAGES}.`,
  }),
});

/** Which conversations are listed. Text in an address. */
export const ConversationListQuerySchema = z.object({
  search: maybe(z.string().min(1).max(MAX_SEARCH_CHARS)).meta({ description: 'Words of a title or of a message.' }),
});

export const RenameRequestSchema = z
  .object({ title: z.string().trim().min(1).max(MAX_TITLE_CHARS) })
  .meta({ id: 'RenameRequest' });

/** What a visitor says before the chat, where the site asks. */
export const IntroductionSchema = z
  .object({
    name: maybe(z.string().trim().min(1).max(MAX_NAME_CHARS)),
    email: maybe(
      z
        .string()
        .trim()
        .max(MAX_EMAIL_CHARS)
        .regex(/^[^\s@]+@[^\s@]+$/),
    ),
    consent: maybe(
      z.object({
        version: z.string().min(1).max(MAX_NAME_CHARS),
        /** As the visitor read it. */
        text: z.string().min(1).max(MAX_CONSENT_CHARS),
      }),
    ),
  })
  .meta({ id: 'Introduction' });
export type Introduction = z.infer<typeof IntroductionSchema>;

/** What Guichet keeps about a visitor besides their conversations. */
export const VisitorSchema = z
  .object({
    id: z.string(),
    site: z.string(),
    locale: z.string(),
    createdAt: z.iso.datetime(),
    name: maybe(z.string()),
    email: maybe(z.string()),
    consent: maybe(z.object({ version: z.string(), text: z.string(), at: z.iso.datetime() })),
  })
  .meta({ id: 'Visitor' });
export type Visitor = z.infer<typeof VisitorSchema>;

/** Everything about a visitor, for the visitor. */
export const VisitorExportSchema = z
  .object({
    exportedAt: z.iso.datetime(),
    /** IPTC’s mark of the answers in it. */
    digitalSourceType: z.literal(AI_WRITTEN).meta({ description: 'Of the answers: IPTC’s mark of what an AI wrote.' }),
    visitor: VisitorSchema,
    conversations: z.array(ConversationSummarySchema.extend({ messages: z.array(MessageSchema) })),
  })
  .meta({ id: 'VisitorExport' });
export type VisitorExport = z.infer<typeof VisitorExportSchema>;

export const VisitorRequestSchema = z
  .object({
    identity: maybe(z.string().max(4_000)),
    proof: maybe(z.string().max(4_000)),
    locale: maybe(z.string().max(35)),
  })
  .meta({ id: 'VisitorRequest' });

/** The text's own limits have codes of their own and are checked by the handler. */
export const MessageRequestSchema = z
  .object({
    text: z.string().meta({ minLength: 1, maxLength: MAX_MESSAGE_CHARS }),
    /** The id of the last question: it goes with its answer, and this one is asked in its place. */
    replaces: maybe(
      z.string().max(100).meta({ description: 'ID of the last question, to ask this one in its place.' }),
    ),
    attachments: maybe(
      z.array(z.unknown()).meta({
        items: { type: 'string' },
        description:
          'IDs of uploaded files, each for one question. With `replaces`, the files of that question go along anyway.',
      }),
    ),
    context: maybe(
      PageContextSchema.meta({
        description:
          'What the page says of itself: its title, its address, and text that the visitor chose. Only where the site has `page-context` on, as quoted data. It is shortened, and of the address only origin and path are kept.',
      }),
    ),
  })
  .meta({ id: 'MessageRequest' });
