/** The bodies of the visitors' interface as schemas: checked on the way in, documented on the way out. */
import { ACTIVITY_KINDS } from '@guichet/contract/answer-activity';
import { MAX_MESSAGE_CHARS, MAX_PAGE_MESSAGES } from '@guichet/contract/limits';
import { VISITOR_LOCALES } from '@guichet/contract/visitor-text/visitor-languages';
import { z } from '@hono/zod-openapi';

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable word; see the error catalogue.' }),
    detail: z.string().openapi({ description: 'One sentence for people, in the requested language.' }),
    ref: z.string().openapi({ description: 'Short reference that a visitor can quote.', example: 'K7QM-2XRB' }),
    retryAfter: z.int().optional().openapi({ description: 'Seconds.' }),
  })
  .openapi('Problem');

export const VisitorRequestSchema = z
  .object({
    identity: z.string().max(4_000).optional(),
    proof: z.string().max(4_000).optional(),
    locale: z.string().max(35).optional(),
  })
  .openapi('VisitorRequest');

export const VisitorSessionSchema = z
  .object({ token: z.string(), expiresAt: z.iso.datetime(), visitor: z.object({ id: z.string() }) })
  .openapi('VisitorSession');

export const ConversationSummarySchema = z
  .object({ id: z.string(), title: z.string(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() })
  .openapi('ConversationSummary');

export const ConversationListSchema = z.array(ConversationSummarySchema).openapi('ConversationList');

const SourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  snippet: z.string().optional().openapi({
    description: 'A short excerpt of the document. Only with `GUICHET_SOURCE_EXCERPTS=on`.',
  }),
});

export const MessageSchema = z
  .object({
    id: z.string(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    status: z.enum(['complete', 'streaming', 'stopped', 'length', 'interrupted', 'failed']),
    createdAt: z.iso.datetime(),
    runId: z.string().optional(),
    reasoning: z.string().optional(),
    sources: z.array(SourceSchema).optional(),
    activities: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(ACTIVITY_KINDS),
          label: z.string(),
          done: z.boolean(),
          failed: z.boolean().optional(),
        }),
      )
      .optional(),
    attachments: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['image']),
          contentType: z.string(),
          alt: z.string(),
          url: z.string().openapi({ description: 'On this server. Requires the visitor’s token.' }),
        }),
      )
      .optional(),
    error: z
      .object({ code: z.string(), ref: z.string(), detail: z.string().optional(), retryable: z.boolean().optional() })
      .optional(),
    ref: z.string().optional().openapi({ description: 'Of an interrupted answer, if it is known what went wrong.' }),
  })
  .openapi('Message');

export const ConversationSchema = ConversationSummarySchema.extend({
  messages: z.array(MessageSchema),
  earlier: z
    .string()
    .optional()
    .openapi({ description: 'Set if there are earlier messages. Ask for them with `before`.' }),
}).openapi('Conversation');

/** A page of a conversation. Both are text in an address. */
export const ConversationPageSchema = z.object({
  before: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .openapi({ description: 'The `earlier` value of another page.' }),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .optional()
    .openapi({ description: `Maximum number of messages. Default and upper limit: ${MAX_PAGE_MESSAGES}.` }),
});

export const FollowUpsSchema = z.object({ questions: z.array(z.string()) }).openapi('FollowUps');

/** The text's own limits have codes of their own and are checked by the handler. */
export const MessageRequestSchema = z
  .object({
    text: z.string().openapi({ minLength: 1, maxLength: MAX_MESSAGE_CHARS }),
    attachments: z.array(z.unknown()).optional(),
  })
  .openapi('MessageRequest');

export const PublicSiteSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    practice: z.boolean(),
    languages: z.array(z.enum(VISITOR_LOCALES)),
    look: z.object({
      accent: z.string(),
      position: z.enum(['right', 'left']),
      theme: z.enum(['auto', 'light', 'dark']),
    }),
    texts: z.record(
      z.string(),
      z.object({
        greeting: z.string().optional(),
        placeholder: z.string().optional(),
        suggestions: z.array(z.string()).optional(),
      }),
    ),
    features: z.object({ attachments: z.boolean(), feedback: z.boolean(), stop: z.boolean(), followUps: z.boolean() }),
    limits: z.object({ messageChars: z.int() }),
  })
  .openapi('Site');
