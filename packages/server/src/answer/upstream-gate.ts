/** The way to Open WebUI: the client, which model answers when the owner named none, and what that model works with. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ToolMode } from '@guichet/contract/site-settings';
import type { OpenWebUiClient, SiteAnswerSettings, UpstreamFailure, UpstreamModel } from '@guichet/openwebui/client';
import type { SiteContext } from '../sites/site-context.ts';

export type ModelList = { ok: true; models: UpstreamModel[] } | { ok: false; failure: UpstreamFailure };

/** A failed or empty list is asked for again after this. */
const FAILURE_KEPT_MS = 2_000;

/** What a widget waits for a name; it can be drawn without one. */
const NAME_WAIT_MS = 1_500;

function inTime(): Promise<undefined> {
  return pause(NAME_WAIT_MS, undefined, { ref: false });
}

/** A list this old is requested again, while questions continue with the current one. */
const MODELS_FRESH_MS = 60_000;

/** With a list older than this, a question waits for the new one: a filter that its owner switched on has to apply. */
const MODELS_KEPT_MS = 10 * 60_000;

export interface UpstreamGate {
  client: OpenWebUiClient;
  /** What the site's owner decided, with a model in it and what that one is equipped with, asked of Open WebUI. */
  answerSettings(
    site: SiteContext,
  ): Promise<{ ok: true; settings: SiteAnswerSettings } | { ok: false; failure: UpstreamFailure }>;
  /** Another credential may see other models. */
  forgetModels(): void;
  /** Every model that the credential can see, asked anew. */
  list(): Promise<ModelList>;
  /** The site's model as Open WebUI lists it, for its name and suggestions; undefined when it cannot be had now. */
  model(site: SiteContext): Promise<UpstreamModel | undefined>;
}

interface Asked {
  list: Promise<ModelList>;
  /** Monotonic, in milliseconds; unset while the answer is on its way. */
  at?: number;
  /** What came, once it has. */
  result?: ModelList;
}

export interface UpstreamGateOptions {
  /** Whether nothing stands in the way of the whole agent with this model at the moment. Default: something does. */
  agentMayRun?: (model: string) => Promise<boolean>;
  /** Monotonic milliseconds: a wall clock that is set back must not keep an old list in use. */
  clock?: () => number;
}

/** @param toolMode how far tools may go now, which may be less than the site's owner chose */
export function createUpstreamGate(
  client: OpenWebUiClient,
  toolMode: (site: SiteContext) => Promise<ToolMode>,
  { agentMayRun = async () => false, clock = () => performance.now() }: UpstreamGateOptions = {},
): UpstreamGate {
  let asked: Asked | undefined;
  /** The last list that came whole, used meanwhile while a new one cannot be had. */
  let good: { models: UpstreamModel[]; at: number } | undefined;

  /** One question for all who ask meanwhile; a failure is remembered for a moment, so that it is not asked in a rush. */
  function models(): Promise<ModelList> {
    const age = asked?.at === undefined ? 0 : clock() - asked.at;
    if (asked && (asked.at === undefined || age < keptMs(asked.result))) return asked.list;
    return ask();
  }

  function ask(): Promise<ModelList> {
    const mine: Asked = {
      list: client.models().then((answer): ModelList => {
        const result: ModelList = answer.ok
          ? { ok: true, models: answer.value }
          : { ok: false, failure: answer.failure };
        mine.at = clock();
        mine.result = result;
        if (asked === mine && isUsable(result)) good = { models: result.models, at: mine.at };
        return result;
      }),
    };
    asked = mine;
    return mine.list;
  }

  /** The list for a question: one that is good enough at once, asked for anew in the background. */
  async function modelsForAnswer(): Promise<ModelList> {
    const newest = models();
    if (good && clock() - good.at < MODELS_KEPT_MS) return { ok: true, models: good.models };
    const listed = await newest;
    // What was switched on the last time it could be seen is nearer to the owner's wish than nothing.
    return !listed.ok && good ? { ok: true, models: good.models } : listed;
  }

  async function modeFor(mode: ToolMode, model: string): Promise<ToolMode> {
    return mode === 'whole-agent' && !(await agentMayRun(model)) ? 'one-round' : mode;
  }

  return {
    client,
    forgetModels() {
      asked = undefined;
      good = undefined;
    },
    list() {
      return ask();
    },
    async answerSettings(site) {
      const [tools, listed] = await Promise.all([toolMode(site), modelsForAnswer()]);
      const decided = answerWishes(site);
      if (!listed.ok) {
        // A key that may not list models can still ask one by name; what its owner switched on is then not known here.
        const mayNotList = listed.failure.cause === 'api-key-endpoint-restricted';
        return mayNotList && site.model !== undefined
          ? { ok: true, settings: { ...decided, model: site.model, tools: await modeFor(tools, site.model) } }
          : listed;
      }
      if (site.model === undefined && !listed.models[0]) return NO_MODELS;
      const id = site.model ?? listed.models[0]?.id ?? '';
      const model = listed.models.find((one) => one.id === id);
      const equipped = model && { equipment: model.equipment };
      return { ok: true, settings: { ...decided, model: id, tools: await modeFor(tools, id), ...equipped } };
    },
    async model(site) {
      const listed = await Promise.race([models(), inTime()]);
      return listed?.ok ? modelOf(site, listed.models) : undefined;
    },
  };
}

/** The one that answers on this site, among those that the key can see. */
export function modelOf(site: SiteContext, models: readonly UpstreamModel[]): UpstreamModel | undefined {
  return site.model === undefined ? models[0] : models.find(({ id }) => id === site.model);
}

function answerWishes({ system, collections }: SiteContext): Pick<SiteAnswerSettings, 'system' | 'collections'> {
  return {
    ...(system !== undefined && { system }),
    ...(collections.length > 0 && { collections: [...collections] }),
  };
}

const NO_MODELS = {
  ok: false,
  failure: { code: 'assistant-misconfigured', cause: 'no-models', confidence: 'certain', phase: 'response' },
} as const;

function isUsable(result: ModelList): result is { ok: true; models: UpstreamModel[] } {
  return result.ok && result.models.length > 0;
}

/** An empty list is not kept long: it is what somebody is about to mend. */
function keptMs(result: ModelList | undefined): number {
  return result && isUsable(result) ? MODELS_FRESH_MS : FAILURE_KEPT_MS;
}
