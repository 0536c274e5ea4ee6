/** Which ratings of visitors are, or have to be, in Open WebUI's evaluations. */
import type { StoredFeedback } from './visitor-data.ts';

/** A rating whose turn it is, claimed by this process until `claimedUntil`. */
export interface DueRating {
  messageId: string;
  model: string;
  /** What it is called in Open WebUI; absent: it is not there yet. */
  upstreamId?: string;
  attempts: number;
  claimedUntil: number;
  /** As it is now; absent: withdrawn, or the answer was deleted. */
  feedback?: StoredFeedback;
}

export interface PassedRatings {
  /** An answer was rated: what is in Open WebUI has to follow. */
  noteRatingToPass(rating: { messageId: string; model: string; now: number }): Promise<void>;
  /** A rating was withdrawn: where it was passed on, that has to follow. */
  noteRatingWithdrawn(messageId: string, now: number): Promise<void>;
  /** Those whose turn it is, and those in Open WebUI whose answer was deleted here. No other process gets them meanwhile. */
  claimDueRatings(now: number, claimedUntil: number, atMost: number): Promise<DueRating[]>;
  /** Changed meanwhile, it stays due. `upstreamId` undefined: it is not in Open WebUI any more */
  ratingWasPassed(rating: DueRating, upstreamId: string | undefined): Promise<void>;
  /** @param dueAt undefined: it is given up */
  retryRating(rating: DueRating, dueAt: number | undefined): Promise<void>;
}
