/** The way to Open WebUI: the client, and which model answers when the owner named none. */
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenWebUiClient, SiteAnswerSettings, UpstreamFailure, UpstreamModel } from '@guichet/openwebui/client';

/** What the owner decides about the default site's answers; the model may be left to Guichet. */
export type SiteAnswerWishes = Omit<SiteAnswerSettings, 'model'> & { model?: string };

export type ModelList = { ok: true; models: UpstreamModel[] } | { ok: false; failure: UpstreamFailure };

/** A failed or empty list is asked for again after this. */
const FAILURE_KEPT_MS = 2_000;

/** What a widget waits for a name; it can be drawn without one. */
const NAME_WAIT_MS = 1_500;

function inTime(): Promise<undefined> {
  return pause(NAME_WAIT_MS, undefined, { ref: false });
}

/** A model list changes seldom, and a wrong guess costs one failed answer. */
const MODELS_KEPT_MS = 60_000;

export interface UpstreamGate {
  client: OpenWebUiClient;
  /** The wishes with a model in them, asked of Open WebUI where none was named. */
  answerSettings(): Promise<{ ok: true; settings: SiteAnswerSettings } | { ok: false; failure: UpstreamFailure }>;
  /** Another credential may see other models. */
  forgetModels(): void;
  /** Every model that the credential can see, asked anew. */
  list(): Promise<ModelList>;
  /** The answering model as Open WebUI lists it, for its name and suggestions; undefined when it cannot be had now. */
  model(): Promise<UpstreamModel | undefined>;
}

export function createUpstreamGate(
  client: OpenWebUiClient,
  currentWishes: () => SiteAnswerWishes,
  now: () => number = Date.now,
): UpstreamGate {
  let asked: { list: Promise<ModelList>; until: number } | undefined;

  /** One question for all who ask meanwhile; a failure is remembered for a moment, so that it is not asked in a rush. */
  function models(): Promise<ModelList> {
    if (asked && asked.until > now()) return asked.list;
    const list = client.models().then((result): ModelList => {
      const ok = result.ok && result.value.length > 0;
      // An empty list is not kept long: it is what somebody is about to mend.
      if (asked === mine) mine.until = now() + (ok ? MODELS_KEPT_MS : FAILURE_KEPT_MS);
      return result.ok ? { ok: true, models: result.value } : { ok: false, failure: result.failure };
    });
    const mine = { list, until: Number.POSITIVE_INFINITY };
    asked = mine;
    return list;
  }

  return {
    client,
    forgetModels() {
      asked = undefined;
    },
    list() {
      asked = undefined;
      return models();
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
      const listed = await Promise.race([models(), inTime()]);
      if (!listed?.ok) return undefined;
      const wishes = currentWishes();
      return wishes.model === undefined ? listed.models[0] : listed.models.find((model) => model.id === wishes.model);
    },
  };
}
