/** `/admin/api/answers`: how the newest answers went: rounds, tools, times and ends; nothing of what was written. */
import type { AnswersView, AnswerView } from '@guichet/contract/assistant-api';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ProblemError } from '../http/problem-response.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { AnswerRecord, Storage } from '../storage/storage.ts';

/** How many answers one page lists, unless the request names another number. */
const LISTED_ANSWERS = 50;

/** Answers listed at once. Asking for more is refused with 400. */
export const MAX_LISTED_ANSWERS = 200;

const LimitSchema = z.coerce.number().int().min(1).max(MAX_LISTED_ANSWERS).default(LISTED_ANSWERS);

export function answerRoutes(app: OpenAPIHono<AppEnvironment>, { storage }: { storage: Pick<Storage, 'listAnswers'> }) {
  app.get('/admin/api/answers', async (context) => {
    const limit = LimitSchema.safeParse(context.req.query('limit'));
    if (!limit.success) throw new ProblemError('bad-request');
    const records = await storage.listAnswers(limit.data);
    const view: AnswersView = { answers: records.flatMap(answerView) };
    return context.json(view, 200, { 'Cache-Control': 'no-store' });
  });
}

/** One under way is told when it has ended. A tool's arguments and a visitor's words are in no field. */
function answerView({
  messageId,
  site,
  status,
  startedAt,
  ms,
  sourceCount,
  activities,
  usage,
  error,
  feedback,
}: AnswerRecord): AnswerView[] {
  if (status === 'streaming') return [];
  return [
    {
      id: messageId,
      site,
      startedAt: new Date(startedAt).toISOString(),
      ms,
      end: status,
      ...(error && { error }),
      rounds: Math.max(1, ...activities.map(({ round }) => round)),
      activities: activities.map(({ kind, title, state, round, ms: took }) => ({
        kind,
        // What a tool says of itself while it runs may repeat what it was called with.
        ...(title !== undefined && kind === 'tool' && { title }),
        state,
        round,
        ...(took !== undefined && { ms: took }),
      })),
      sources: sourceCount,
      ...(usage && { usage }),
      ...(feedback && { feedback: { ...feedback, at: new Date(feedback.at).toISOString() } }),
    },
  ];
}
