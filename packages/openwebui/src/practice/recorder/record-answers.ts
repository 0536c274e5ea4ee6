import type { Service } from './record-identity.ts';
import type { Recorder } from './recorder.ts';

export const CHAT_PATH = '/api/chat/completions';
/** Long enough for the end of a stream to be written down. */
const STREAM_CHARACTERS = 2600;

export function ask(text: string) {
  return [{ role: 'user', content: text }];
}

/** Answers whole and streamed, from providers of all moods, and requests that make no sense. */
export async function recordAnswers(recorder: Recorder, { key: as }: Service): Promise<void> {
  const chat = (name: string, body: unknown, path = CHAT_PATH) =>
    recorder.ask(name, 'POST', path, { as, body, keepCharacters: STREAM_CHARACTERS });
  for (const model of ['echo', 'cut', 'err401', 'err429', 'errtext', 'html', 'reason', 'think', 'midstream-error']) {
    await chat(`chat streamed: ${model}`, { model, messages: ask('hi there you'), stream: true });
    await chat(`chat whole: ${model}`, { model, messages: ask('hi'), stream: false });
  }
  const messages = ask('hi');
  const usage = { stream_options: { include_usage: true } };
  await chat('chat streamed with usage asked', { model: 'echo', messages, stream: true, ...usage });
  await chat('chat by v1 alias', { model: 'echo', messages }, '/api/v1/chat/completions');
  await chat('unknown model', { model: 'nope', messages, stream: true });
  await chat('model missing', { messages });
  await chat('model null', { model: null, messages });
  const headers = { 'content-type': 'application/json' };
  await recorder.ask('body not JSON', 'POST', CHAT_PATH, { as, headers, raw: '{' });
  await chat('body an array', []);
  await chat('messages missing', { model: 'echo' });
  await chat('messages empty', { model: 'echo', messages: [] });
}
