/**
 * A 200 that is JSON instead of a stream. A model's own setting may switch streaming off, and then the answer comes
 * whole; `null` and everything without `choices` are failures that some versions hide behind a 200.
 */
import { isRecord } from './error-body.ts';
import { readFrame } from './frame.ts';
import { createSourceCollector } from './sources.ts';
import type { StreamReaderListener } from './stream-reader.ts';
import { createThinkSplitter } from './think-splitter.ts';

/** @returns false when this is no answer; nothing was told then */
export function readWholeAnswer(json: unknown, listener: StreamReaderListener): boolean {
  if (!isRecord(json) || !Array.isArray(json.choices)) return false;
  const frame = readFrame(JSON.stringify(json));
  if (frame.kind !== 'delta') return false;
  const sources = createSourceCollector().add(json.sources ?? []);
  if (sources) listener.onSources(sources);
  if (frame.reasoning !== '') listener.onReasoning(frame.reasoning);
  const splitter = createThinkSplitter(listener.onText, listener.onReasoning);
  splitter.feed(frame.text);
  splitter.end();
  const finish = frame.finish === 'length' ? 'length' : frame.finish === 'stop' ? 'stop' : 'other';
  listener.onOutcome({ kind: 'whole', finish, ...(frame.model === undefined ? {} : { model: frame.model }) });
  return true;
}
