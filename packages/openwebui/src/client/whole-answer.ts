/**
 * A 200 that is JSON instead of a stream. A model's own setting may switch streaming off, and then the answer comes
 * whole; `null` and everything without `choices` are failures that some versions hide behind a 200. Where it is an error in
 * a shape that replies of Open WebUI do not have, its words are a provider's.
 */
import { createAnswerText } from './answer-text.ts';
import { isRecord, readErrorBody } from './error-body.ts';
import { readValue } from './frame.ts';
import { createSourceCollector } from './sources.ts';
import type { StreamOutcome, StreamReaderListener } from './stream-reader.ts';
import { unreadFields } from './unread-fields.ts';
import { MAX_MODEL_ID_CHARS, type UpstreamLimits } from './upstream-limits.ts';
import { readUsage } from './usage.ts';

/** @returns false when this is no answer; nothing was told then */
export function readWholeAnswer(json: unknown, listener: StreamReaderListener, limits: UpstreamLimits): boolean {
  const frame = readValue(json);
  if (frame.kind === 'error' && readErrorBody(json).shape === 'none') {
    listener.onOutcome(frame);
    return true;
  }
  if (frame.kind !== 'delta' || !isRecord(json)) return false;
  const sources = createSourceCollector().add(json.sources ?? []);
  if (sources) listener.onSources(sources);
  const usage = readUsage(json, 'provider');
  if (usage) listener.onUsage?.(usage);
  const { finish, model } = frame;
  const said = finish?.meaning ?? 'stop';
  const meaning = frame.callsTool && said === 'stop' ? 'tools' : said;
  const answer = createAnswerText(listener, limits.answerChars);
  const fits = answer.reasoning(frame.reasoning) && answer.text(frame.text);
  answer.end(meaning === 'stop');
  listener.onOutcome(fits ? outcome() : { kind: 'too-large', what: `more than ${limits.answerChars} characters` });
  return true;

  function outcome(): StreamOutcome {
    const unread = frame.kind === 'delta' && frame.text === '' ? unreadFields(frame.whole) : [];
    const fields = unread.length > 0 ? { unread } : {};
    // It came as one piece and its JSON is closed: without a word about its end it is whole.
    if (meaning === 'stop' || meaning === 'length') {
      const named = model === undefined ? {} : { model: model.slice(0, MAX_MODEL_ID_CHARS) };
      return { kind: 'whole', finish: meaning === 'length' ? 'length' : 'stop', ...named, ...fields };
    }
    if (meaning === 'failed') return { kind: 'error', message: `finish_reason: ${finish?.word}` };
    return { kind: 'unfinished', why: meaning, word: finish?.word ?? 'none', ...fields };
  }
}
