import { type Feedback, feedbackRow } from '../content/feedbacks.ts';
import type { Call } from '../http/call.ts';
import { objectBody } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { verifiedCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

const pattern = '/api/v1/evaluations/feedback';

/** Thumbs up and down. */
export const feedbackRoutes: Route[] = [
  { method: 'POST', pattern, handle: addFeedback },
  { method: 'GET', pattern: `${pattern}/:id`, handle: (call, world) => json(feedbackRow(ownFeedback(call, world))) },
  { method: 'POST', pattern: `${pattern}/:id`, handle: updateFeedback },
  { method: 'DELETE', pattern: `${pattern}/:id`, handle: deleteFeedback },
];

function addFeedback(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  return json(feedbackRow(world.feedbacks.add(account.id, objectBody(call.body), world.accounts.seconds())));
}

function updateFeedback(call: Call, world: World): Reply {
  const feedback = ownFeedback(call, world);
  feedback.body = { ...feedback.body, ...objectBody(call.body) };
  feedback.updatedAt = world.accounts.seconds();
  return json(feedbackRow(feedback));
}

function deleteFeedback(call: Call, world: World): Reply {
  return json(world.feedbacks.delete(ownFeedback(call, world).id));
}

function ownFeedback(call: Call, world: World): Feedback {
  const { account } = verifiedCaller(call, world);
  const feedback = world.feedbacks.own(call.params.id ?? '', account.id);
  if (!feedback) throw new Refusal(404, refusalText.notFound);
  return feedback;
}
