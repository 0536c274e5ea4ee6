/** Questions to the model, small ones: each costs the owner a few tokens. */
import type {
  ChatCompletionRequest,
  OpenWebUiClient,
  ProviderMatter,
  SiteAnswerSettings,
  UpstreamFailure,
} from '@guichet/openwebui/client';
import { createArrivalClock } from './arrival-clock.ts';
import { endedByFilter } from './ended-by-filter.ts';
import type { AnswerEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { toldApart } from './told-apart.ts';
import { openClient } from './upstream-client.ts';

/** That it answers shows in its first piece; the longer question sees whether it comes to its end. */
const ENOUGH_TO_ANSWER_PIECES = 1;
/** Some providers refuse to be asked for fewer. */
const FEWEST_TOKENS = 16;
/** Enough pieces to see a rhythm in; a model that does not heed the limit is not heard out. */
const STREAM_TOKENS = 32;

export const askOneToken: Gatherer<'answer'> = async (context) => {
  const model = (await context.evidence('model'))?.used;
  if (model === undefined) return undefined;
  const settings = { model, maxTokens: FEWEST_TOKENS };
  const answer = await askWithin(context, settings, ONE_WORD, ENOUGH_TO_ANSWER_PIECES);
  if (answer?.failure?.isCutOff) return withFilter(answer, await endedByFilter.always(context, model, ONE_WORD));
  if (answer?.failure?.cause !== 'api-key-endpoint-restricted') return answer;
  // A provider that is an Open WebUI itself refuses in the same words. A list of allowed paths refuses any model.
  const other = await ask(context, { ...settings, model: NO_MODEL }, ONE_WORD);
  if (!other?.failure || other.failure.cause === 'api-key-endpoint-restricted') return answer;
  return { ...answer, failure: { ...answer.failure, cause: 'provider-refused', confidence: 'probable' } };
};

const ONE_WORD = 'Answer with one word: ready.';
/** Nobody calls a model so; asking for it costs nothing. */
const NO_MODEL = 'guichet-doctor-no-such-model';

/** Long enough to see a rhythm in, and a reason to look into documents. */
const LONGER_QUESTION = 'Count from one to twelve in words, separated by commas. What do your documents say?';

/** As the site asks: with the model's documents and filters. Its tools are left alone, since a tool may do something. */
export const askStreamed: Gatherer<'stream'> = async (context) => {
  const { used: model, equipment } = (await context.evidence('model')) ?? {};
  if (model === undefined) return undefined;
  const { collections } = context.input;
  const settings = {
    model,
    maxTokens: STREAM_TOKENS,
    ...(collections && { collections }),
    ...(equipment && { equipment }),
  };
  const answer = await askWithin(context, settings, LONGER_QUESTION);
  if (!answer?.failure?.isCutOff || answer.pieces.length > 0 || !equipment) return answer;
  const asked = (filterIds: readonly string[]) =>
    askWithin(context, { ...settings, equipment: { ...equipment, filterIds: [...filterIds] } }, LONGER_QUESTION, 1);
  return withFilter(answer, await endedByFilter.switched(asked, equipment.filterIds));
};

function withFilter(answer: AnswerEvidence, by: AnswerEvidence['endedByFilter']): AnswerEvidence {
  return by ? { ...answer, endedByFilter: by } : answer;
}

/**
 * Few tokens are our own wish, and no visitor's question carries it: a model that does not take the limit, or has
 * thought it away before the first word, is asked once more without it, and judged by that.
 */
async function askWithin(
  context: GatherContext,
  settings: SiteAnswerSettings,
  text: string,
  enoughPieces?: number,
): Promise<AnswerEvidence | undefined> {
  const limited = await ask(context, settings, text, enoughPieces);
  if (!limited || !mayBeOurLimit(limited)) return limited;
  const free = await ask(context, withoutLimit(settings), text, enoughPieces);
  if (!free) return limited;
  // It ended at once under the limit and thinks for longer than we wait without: alive, and not at fault.
  const thinks = limited.failure?.code === 'answer-empty' && free.end === 'failed' && free.limited;
  if (thinks) return { ...free, end: 'complete', refusesLimit: true };
  return { ...free, refusesLimit: true };
}

/** Refused without a reason that has nothing to do with it, not a word, or an error that says nothing. */
function mayBeOurLimit({ end, failure }: AnswerEvidence): boolean {
  if (end !== 'failed' || !failure || failure.front) return false;
  if (failure.code === 'answer-empty' || failure.cause === 'unknown' || failure.isSilent) return true;
  if (failure.matter) return MATTERS_OF_A_LIMIT.has(failure.matter);
  return failure.cause === 'provider-refused';
}

const MATTERS_OF_A_LIMIT: ReadonlySet<ProviderMatter> = new Set(['settings', 'context']);

function withoutLimit({ maxTokens: _maxTokens, ...settings }: SiteAnswerSettings): SiteAnswerSettings {
  return settings;
}

async function ask(
  context: GatherContext,
  settings: SiteAnswerSettings,
  text: string,
  enoughPieces = STREAM_TOKENS,
): Promise<AnswerEvidence | undefined> {
  const client = await openClient(context);
  return client && collect(context, client, { settings, turns: [{ role: 'user', text }] }, enoughPieces);
}

/** Proxies wait for whole seconds; what breaks down breaks off sooner. */
const SHORTEST_PATIENCE_MS = 950;
const HUNG_UP = { cause: 'timeout', confidence: 'probable', isHangUp: true } as const;

/** Connected and then cut without a word, after a time: somebody in between had waited for long enough. */
function isHangUp({ cause, phase }: UpstreamFailure, ms: number): boolean {
  return cause === 'connection-refused' && phase !== 'connect' && ms >= SHORTEST_PATIENCE_MS;
}

function collect(
  context: GatherContext,
  client: OpenWebUiClient,
  request: ChatCompletionRequest,
  enoughPieces: number,
): Promise<AnswerEvidence> {
  const limitMs = context.limit('answerMs');
  const started = performance.now();
  const since = () => Math.round(performance.now() - started);
  const arrivedAt = createArrivalClock(since);
  const pieces: number[] = [];
  let characters = 0;
  let sources = 0;
  let reasoned = false;
  return new Promise((resolve) => {
    const count = () => {
      pieces.push(arrivedAt());
      if (pieces.length >= enoughPieces) answering.abort();
    };
    const answering = client.answer(request, {
      onText(piece) {
        characters += piece.length;
        count();
      },
      onReasoning() {
        reasoned = true;
        count();
      },
      onRewrite({ text }) {
        characters = text.length;
        reasoned = true;
      },
      onSources(all) {
        sources = all.length;
      },
      onEnd(end) {
        const ms = since();
        const seen = { pieces, characters, sources, ms };
        if (end.kind === 'complete' || end.kind === 'aborted') resolve({ ...seen, end: 'complete', limited: false });
        // One that still thinks aloud when its few tokens are used up has answered as far as it could.
        else if (end.failure.code === 'answer-empty' && reasoned) resolve({ ...seen, end: 'complete', limited: false });
        else {
          const limited = end.failure.cause === 'timeout' && ms >= limitMs - 300;
          const empty = end.failure.code === 'answer-empty';
          void toldApart(context, end.failure).then((told) => {
            const more = {
              ...(empty && { code: 'answer-empty' }),
              ...(end.kind === 'failed' && isHangUp(end.failure, ms) && HUNG_UP),
            };
            resolve({ ...seen, end: end.kind, failure: { ...told, ...more }, limited });
          });
        }
      },
    });
  });
}
