/** Questions proposed under an answer: asked of Open WebUI once for each answer, and kept. */
import type { Logger } from '../observe/logger.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { Storage } from '../storage/storage.ts';
import type { UpstreamGate } from './upstream-gate.ts';

export interface FollowUpParts {
  storage: Pick<Storage, 'readFollowUps' | 'writeFollowUps' | 'readTurnsBefore'>;
  upstream: Pick<UpstreamGate, 'answerSettings' | 'client'>;
  logger: Logger;
}

/** Earlier turns that go along; the last question and its answer say most. */
const CONTEXT_TURNS = 4;

export class FollowUps {
  readonly #parts: FollowUpParts;
  /** By message: two tabs that ask at the same time cost one call. */
  readonly #asking = new Map<string, Promise<string[]>>();

  constructor(parts: FollowUpParts) {
    this.#parts = parts;
  }

  /** @returns undefined for a message that is not this visitor's answer; empty where the site proposes nothing */
  async questionsAfter(messageId: string, visitorId: string, site: SiteContext): Promise<string[] | undefined> {
    const state = await this.#parts.storage.readFollowUps(messageId, visitorId);
    if (!state) return undefined;
    if (state.questions) return state.questions;
    if (!site.followUps || state.status !== 'complete' || state.answer.trim() === '') return [];
    const asking =
      this.#asking.get(messageId) ??
      this.#ask(messageId, state, site).finally(() => {
        this.#asking.delete(messageId);
      });
    this.#asking.set(messageId, asking);
    return asking;
  }

  async #ask(
    messageId: string,
    state: { runId: string; question: string; answer: string },
    site: SiteContext,
  ): Promise<string[]> {
    const { storage, upstream, logger } = this.#parts;
    const [earlier, chosen] = await Promise.all([
      storage.readTurnsBefore(state.runId, CONTEXT_TURNS),
      upstream.answerSettings(site),
    ]);
    if (!chosen.ok) return [];
    const turns = [
      ...earlier,
      { role: 'user' as const, text: state.question },
      { role: 'assistant' as const, text: state.answer },
    ];
    const { model } = chosen.settings;
    const asked = await upstream.client.followUps({ settings: { model }, turns });
    // A failure is kept as well: proposals are no reason to ask again and again.
    if (!asked.ok)
      logger.info({ message: messageId, cause: asked.failure.cause }, 'Guichet could not suggest follow-up questions.');
    const questions = asked.ok ? asked.value : [];
    await storage.writeFollowUps(messageId, questions);
    return questions;
  }
}
