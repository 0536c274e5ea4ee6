import type { Kysely } from 'kysely';
import type { DueRating, PassedRatings } from './passed-ratings.ts';
import type { Schema } from './schema.ts';

export function sqlPassedRatings(database: Kysely<Schema>): PassedRatings {
  const own = ({ messageId, claimedUntil }: DueRating) =>
    database.updateTable('passed_rating').where('message_id', '=', messageId).where('due_at', '=', claimedUntil);

  return {
    async noteRatingToPass({ messageId, model, now }) {
      await database
        .insertInto('passed_rating')
        .values({ message_id: messageId, model, upstream_id: null, attempts: 0, due_at: now })
        .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ attempts: 0, due_at: now }))
        .execute();
    },

    async noteRatingWithdrawn(messageId, now) {
      await database
        .updateTable('passed_rating')
        .set({ attempts: 0, due_at: now })
        .where('message_id', '=', messageId)
        .execute();
    },

    async claimDueRatings(now, claimedUntil, atMost) {
      // Deleted with its conversation: due once, without anybody having noted it. Given up, it is not found here again.
      await database
        .updateTable('passed_rating')
        .set({ due_at: now })
        .where('due_at', 'is', null)
        .where('upstream_id', 'is not', null)
        .where('attempts', '=', 0)
        .where('message_id', 'not in', (select) => select.selectFrom('message').select('id'))
        .execute();
      const rows = await database
        .selectFrom('passed_rating')
        .leftJoin('message', 'message.id', 'passed_rating.message_id')
        .select([
          'passed_rating.message_id as messageId',
          'passed_rating.model as model',
          'passed_rating.upstream_id as upstreamId',
          'passed_rating.attempts as attempts',
          'passed_rating.due_at as dueAt',
          'message.rating as rating',
          'message.rating_reason as reason',
          'message.rating_comment as comment',
          'message.rated_at as at',
        ])
        .where('passed_rating.due_at', '<=', now)
        .orderBy('passed_rating.due_at')
        .limit(atMost)
        .execute();
      const claimed: DueRating[] = [];
      for (const { messageId, model, upstreamId, attempts, dueAt, rating, reason, comment, at } of rows) {
        const { numUpdatedRows } = await database
          .updateTable('passed_rating')
          .set({ due_at: claimedUntil })
          .where('message_id', '=', messageId)
          .where('due_at', '=', dueAt)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) continue;
        claimed.push({
          ...{ messageId, model, attempts, claimedUntil },
          ...(upstreamId !== null && { upstreamId }),
          ...((rating === 1 || rating === -1) && {
            feedback: {
              ...{ rating, at: at ?? 0 },
              ...(reason !== null && { reason }),
              ...(comment !== null && { comment }),
            },
          }),
        });
      }
      return claimed;
    },

    async ratingWasPassed(rating, upstreamId) {
      if (upstreamId === undefined) {
        await database
          .deleteFrom('passed_rating')
          .where('message_id', '=', rating.messageId)
          .where('due_at', '=', rating.claimedUntil)
          .execute();
      } else await own(rating).set({ attempts: 0, due_at: null }).execute();
      // Also where it is due again already: it has to be found there.
      await database
        .updateTable('passed_rating')
        .set({ upstream_id: upstreamId ?? null })
        .where('message_id', '=', rating.messageId)
        .execute();
    },

    async retryRating(rating, dueAt) {
      await own(rating)
        .set({ attempts: rating.attempts + 1, due_at: dueAt ?? null })
        .execute();
    },
  };
}
