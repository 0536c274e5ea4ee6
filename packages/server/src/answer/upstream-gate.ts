/** The way to Open WebUI: the client, and which model answers when the owner named none. */
import type { OpenWebUiClient, SiteAnswerSettings, UpstreamFailure, UpstreamModel } from '@guichet/openwebui/client';

/** What the owner decides about the default site's answers; the model may be left to Guichet. */
export type SiteAnswerWishes = Omit<SiteAnswerSettings, 'model'> & { model?: string };

/** A model list changes seldom, and a wrong guess costs one failed answer. */
const MODELS_KEPT_MS = 60_000;

export interface UpstreamGate {
  client: OpenWebUiClient;
  /** The wishes with a model in them, asked of Open WebUI where none was named. */
  answerSettings(): Promise<{ ok: true; settings: SiteAnswerSettings } | { ok: false; failure: UpstreamFailure }>;
  /** Another credential may see other models. */
  forgetModels(): void;
  /** The answering model as Open WebUI lists it, for its name and suggestions; undefined when it cannot be had now. */
  model(): Promise<UpstreamModel | undefined>;
}

export function createUpstreamGate(
  client: OpenWebUiClient,
  currentWishes: () => SiteAnswerWishes,
  now: () => number = Date.now,
): UpstreamGate {
  let kept: { models: UpstreamModel[]; until: number } | undefined;

  async function models(): Promise<{ ok: true; models: UpstreamModel[] } | { ok: false; failure: UpstreamFailure }> {
    if (kept && kept.until > now()) return { ok: true, models: kept.models };
    const result = await client.models();
    if (!result.ok) return { ok: false, failure: result.failure };
    // An empty list is not kept: it is what somebody is about to mend.
    kept = result.value.length > 0 ? { models: result.value, until: now() + MODELS_KEPT_MS } : undefined;
    return { ok: true, models: result.value };
  }

  return {
    client,
    forgetModels() {
      kept = undefined;
    },
    async answerSettings() {
      const wishes = currentWishes();
      if (wishes.model !== undefined) return { ok: true, settings: { ...wishes, model: wishes.model } };
      const listed = await models();
      if (!listed.ok) return listed;
      const first = listed.models[0];
      if (first) return { ok: true, settings: { ...wishes, model: first.id } };
      return {
        ok: false,
        failure: { code: 'assistant-misconfigured', cause: 'no-models', confidence: 'certain', phase: 'response' },
      };
    },
    async model() {
      const listed = await models();
      if (!listed.ok) return undefined;
      const wishes = currentWishes();
      return wishes.model === undefined ? listed.models[0] : listed.models.find((model) => model.id === wishes.model);
    },
  };
}
