/** The frames of a streamed answer, as Open WebUI passes them on from a provider: about 217 bytes a token. */
import { type AnswerScript, tokensOf } from './answer-script.ts';

export interface AnswerFrames {
  /** The empty first frame that names the role. */
  role: Buffer;
  tokens: Buffer[];
  /** `finish_reason` and `[DONE]`. */
  end: Buffer;
}

const built = new Map<string, AnswerFrames>();

/** Built once for each script: the stand-in must not be what is measured. */
export function framesFor(script: AnswerScript): AnswerFrames {
  const key = `${script.tokens}`;
  const known = built.get(key);
  if (known) return known;
  const frames = {
    role: frame({ role: 'assistant', content: '' }),
    tokens: tokensOf(script).map((content) => frame({ content })),
    end: Buffer.concat([frame({}, 'stop'), Buffer.from('data: [DONE]\n\n')]),
  };
  built.set(key, frames);
  return frames;
}

function frame(delta: object, finish: string | null = null): Buffer {
  const chunk = {
    id: 'chatcmpl-Bq7vXk2Zt0pR9uYw4mN6sD1aHcE3f',
    object: 'chat.completion.chunk',
    created: 1_795_392_000,
    model: 'llama-3.3-70b-instruct',
    system_fingerprint: null,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  };
  return Buffer.from(`data: ${JSON.stringify(chunk)}\n\n`);
}
