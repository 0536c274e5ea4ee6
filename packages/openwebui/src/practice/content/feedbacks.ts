import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../http/read-body.ts';

export interface Feedback {
  id: string;
  ownerId: string;
  body: JsonObject;
  createdAt: number;
  updatedAt: number;
}

export class Feedbacks {
  readonly #feedbacks = new Map<string, Feedback>();

  add(ownerId: string, body: JsonObject, seconds: number): Feedback {
    const feedback: Feedback = { id: randomUUID(), ownerId, body, createdAt: seconds, updatedAt: seconds };
    this.#feedbacks.set(feedback.id, feedback);
    return feedback;
  }

  own(id: string, ownerId: string): Feedback | undefined {
    const feedback = this.#feedbacks.get(id);
    return feedback?.ownerId === ownerId ? feedback : undefined;
  }

  all(): Feedback[] {
    return [...this.#feedbacks.values()];
  }

  delete(id: string): boolean {
    return this.#feedbacks.delete(id);
  }
}

export function feedbackRow(feedback: Feedback): JsonObject {
  const { body } = feedback;
  const data = isObject(body.data) ? body.data : {};
  return {
    id: feedback.id,
    user_id: feedback.ownerId,
    version: 0,
    type: body.type ?? 'rating',
    data: {
      rating: data.rating ?? null,
      model_id: data.model_id ?? null,
      sibling_model_ids: data.sibling_model_ids ?? null,
      reason: data.reason ?? null,
      comment: data.comment ?? null,
    },
    meta: body.meta ?? null,
    snapshot: body.snapshot ?? null,
    created_at: feedback.createdAt,
    updated_at: feedback.updatedAt,
  };
}
