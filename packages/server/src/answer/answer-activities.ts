/** What is done for one answer besides writing, in the order it began, with how long each took. */
import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { StoredActivity } from '../storage/storage.ts';

/** Activities kept and told of one answer: more than anybody reads; a tool called in a loop must not fill the log. */
export const MAX_ACTIVITIES = 100;

/** Longest title of one, in characters; the rest is cut. Tools name themselves, and some name themselves at length. */
export const MAX_ACTIVITY_TITLE_CHARS = 80;

interface Entry {
  activity: StoredActivity;
  startedAt: number;
}

export class AnswerActivities {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get list(): StoredActivity[] {
    return [...this.#entries.values()].map(({ activity }) => activity);
  }

  /** @returns the activity as it is told now, or undefined when it tells nothing new */
  note(activity: AnswerActivity): StoredActivity | undefined {
    const known = this.#entries.get(activity.id);
    if (!known && this.#entries.size >= MAX_ACTIVITIES) return undefined;
    if (known && known.activity.state !== 'running') return undefined;
    if (known && activity.state === 'running' && known.activity.title === titleOf(activity)) return undefined;
    const startedAt = known?.startedAt ?? this.#now();
    const { id, kind, state, round } = activity;
    const title = titleOf(activity) ?? known?.activity.title;
    const stored: StoredActivity = {
      id,
      kind,
      state,
      round,
      ...(title !== undefined && { title }),
      ...(state !== 'running' && { ms: Math.max(0, this.#now() - startedAt) }),
    };
    this.#entries.set(id, { activity: stored, startedAt });
    return stored;
  }

  /** Whatever still runs when the answer ends did not come to its end. @returns what changed */
  endAll(): StoredActivity[] {
    return this.list.flatMap((activity) =>
      activity.state === 'running' ? (this.note({ ...activity, state: 'failed' }) ?? []) : [],
    );
  }
}

function titleOf({ title }: AnswerActivity): string | undefined {
  const plain = title?.replace(/\s+/g, ' ').trim().slice(0, MAX_ACTIVITY_TITLE_CHARS).toWellFormed();
  return plain === '' ? undefined : plain;
}
