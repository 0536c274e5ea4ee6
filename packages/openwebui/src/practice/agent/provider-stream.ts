/** A provider's stream, read piece by piece as Open WebUI's loop reads it. */
import { isObject, type JsonObject, objects, text } from '../http/read-body.ts';

export type ProviderPiece =
  | { kind: 'text' | 'reasoning'; text: string }
  | { kind: 'call'; id: string; name: string }
  | { kind: 'arguments'; index: number; piece: string }
  /** A frame without a piece of the answer: the first, and the one with the `finish_reason`. */
  | { kind: 'frame'; frame: JsonObject; finish: string | undefined }
  | { kind: 'usage'; usage: JsonObject }
  | { kind: 'error'; error: unknown };

export async function* readPieces(frames: AsyncIterable<string>): AsyncGenerator<ProviderPiece> {
  for await (const chunk of frames) {
    for (const line of chunk.split(/\r?\n/)) {
      if (!line.startsWith('data: {')) continue;
      const frame = JSON.parse(line.slice(6)) as JsonObject;
      if (frame.error !== undefined) {
        yield { kind: 'error', error: frame.error };
        continue;
      }
      yield* piecesOf(frame);
    }
  }
}

function* piecesOf(frame: JsonObject): Generator<ProviderPiece> {
  const choice = objects(frame.choices)[0];
  if (isObject(frame.usage)) yield { kind: 'usage', usage: frame.usage };
  if (!choice) return;
  const delta = isObject(choice.delta) ? choice.delta : {};
  const reasoning = text(delta.reasoning_content) ?? '';
  const content = text(delta.content) ?? '';
  const calls = objects(delta.tool_calls);
  if (reasoning !== '') yield { kind: 'reasoning', text: reasoning };
  if (content !== '') yield { kind: 'text', text: content };
  for (const call of calls) {
    const asked = isObject(call.function) ? call.function : {};
    if (text(call.id)) yield { kind: 'call', id: text(call.id) ?? '', name: text(asked.name) ?? '' };
    yield { kind: 'arguments', index: Number(call.index), piece: text(asked.arguments) ?? '' };
  }
  if (reasoning === '' && content === '' && calls.length === 0) {
    yield { kind: 'frame', frame, finish: text(choice.finish_reason) };
  }
}
