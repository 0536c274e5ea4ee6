import { describe, expect, it } from 'vitest';
import { endOfAnswer } from './end-of-answer.ts';
import { readErrorBody } from './error-body.ts';
import { type FailedReply, translateReply } from './error-table.ts';
import { PROVIDER_ERRORS_SAID, type SaidError, SENTENCES_SAID } from './provider-errors-said.ts';
import type { ProviderMatter } from './provider-matter.ts';

/** The cause and what the visitor is told. Only these two matters are about the question. */
const MEANS: Readonly<Record<ProviderMatter, string>> = {
  key: 'provider-refused assistant-misconfigured',
  permission: 'provider-refused assistant-misconfigured',
  credit: 'provider-refused assistant-misconfigured',
  settings: 'provider-refused assistant-misconfigured',
  region: 'provider-refused assistant-misconfigured',
  policy: 'provider-refused assistant-misconfigured',
  model: 'provider-refused assistant-misconfigured',
  content: 'provider-refused assistant-refused',
  context: 'provider-refused assistant-refused',
  rate: 'provider-rate-limited assistant-busy',
  overloaded: 'provider-rate-limited assistant-busy',
  memory: 'provider-unreachable assistant-unavailable',
  loading: 'provider-unreachable assistant-unavailable',
  away: 'provider-unreachable assistant-unavailable',
  ill: 'provider-unreachable assistant-unavailable',
  slow: 'provider-unreachable assistant-timeout',
};

const JSON_TYPE = 'application/json';

/** As 0.12 and versions up to 0.8.12 hand it on. */
function passedOn({ status, body }: SaidError): FailedReply {
  const isText = typeof body === 'string';
  return {
    status,
    contentType: isText ? 'text/plain; charset=utf-8' : JSON_TYPE,
    text: isText ? body : JSON.stringify(body),
    marked: true,
    credential: 'api-key',
  };
}

/** As 0.9.3 to 0.11.4 do: 400 and the sentence. */
function sentenceOf({ body }: SaidError): string | undefined {
  if (typeof body === 'string' || Array.isArray(body)) return undefined;
  const { error, detail } = body as { error?: { message?: unknown } | string; detail?: unknown };
  const told = typeof error === 'object' ? error.message : (error ?? detail);
  return typeof told === 'string' ? told : undefined;
}

const name = ({ provider, status, body }: SaidError) =>
  `${provider} ${status} ${(typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 160)}`;

/** Of these, the sentence alone says something else or nothing: the status made the difference. */
const NEEDS_STATUS = new Set(['Unauthorized', 'Overloaded']);

describe("a provider's error", () => {
  it.each(PROVIDER_ERRORS_SAID.map((said) => [said.matter, name(said), said] as const))(
    '%s: %s',
    (matter, _name, said) => {
      const failure = translateReply(passedOn(said));
      expect({ matter: failure.matter, means: `${failure.cause} ${failure.code}` }).toEqual({
        matter,
        means: MEANS[matter],
      });
      // Plain text has no shape that would say whose it is.
      const byStatus = [401, 402, 403, 429].includes(said.status) && typeof said.body !== 'string';
      expect(failure.confidence).toBe(byStatus ? 'certain' : 'probable');
    },
  );

  const sentences = PROVIDER_ERRORS_SAID.flatMap((said) => {
    const sentence = sentenceOf(said);
    return sentence === undefined || NEEDS_STATUS.has(sentence) ? [] : [{ ...said, sentence }];
  });

  it.each(sentences.map(({ matter, sentence }) => [matter, sentence] as const))(
    '%s, where only the sentence is left: %s',
    (matter, sentence) => {
      const text = JSON.stringify({ detail: sentence });
      const failure = translateReply({
        status: 400,
        contentType: JSON_TYPE,
        text,
        marked: true,
        credential: 'api-key',
      });
      expect({ means: `${failure.cause} ${failure.code}`, confidence: failure.confidence }).toEqual({
        means: MEANS[matter],
        confidence: 'probable',
      });
    },
  );

  it.each(sentences.map((said) => [said.matter, said.sentence, said] as const))(
    '%s, in the middle of a stream: %s',
    (matter, _sentence, { body }) => {
      const error = readErrorBody(body);
      if (error.shape !== 'error') return; // Its shape has no word for an error; it is told by its status.
      const end = endOfAnswer({ kind: 'error', message: error.text, type: error.kind }, false, 200);
      if (end.kind !== 'failed') throw new Error('an answer without a word has failed');
      expect(`${end.failure.cause} ${end.failure.code}`).toBe(MEANS[matter]);
      expect(end.failure.confidence).toBe('probable');
    },
  );

  it.each(SENTENCES_SAID)('%s, as people quote it: %s', (matter, sentence) => {
    const text = JSON.stringify({ detail: sentence });
    const failure = translateReply({ status: 400, contentType: JSON_TYPE, text, marked: true, credential: 'api-key' });
    expect(`${failure.cause} ${failure.code}`).toBe(MEANS[matter]);
    expect(failure.matter).toBe(matter);
  });

  it('reads texts that only repeat themselves, which an expression without bounds never ends with', () => {
    for (const piece of ['_', 'a_', 'max_tokens ', 'model ', 'access from your ', 'requests per ', 'token ']) {
      const text = JSON.stringify({ detail: piece.repeat(2_000) });
      const reply = { status: 400, contentType: JSON_TYPE, text, marked: false, marksOthers: true } as const;
      expect(translateReply({ ...reply, credential: 'api-key' }).front).toBeDefined();
      expect(translateReply({ ...reply, marked: true, credential: 'api-key' }).cause).toMatch(/^provider-/);
    }
  });

  it('has broken off, and not refused, where it had begun to answer and says nothing that is known', () => {
    const failure = { code: 'assistant-unavailable', cause: 'provider-unreachable', confidence: 'probable' };
    const end = endOfAnswer({ kind: 'error', message: 'it broke' }, true, 200);
    expect(end).toMatchObject({ kind: 'interrupted', failure });
    const refused = endOfAnswer({ kind: 'error', message: 'it broke' }, false, 200);
    expect(refused).toMatchObject({ kind: 'failed', failure: { cause: 'provider-refused' } });
  });

  it('blames nobody for certain, and not the question, where the words say nothing', () => {
    for (const status of [400, 409, 422, 424]) {
      const failure = translateReply(
        passedOn({ provider: '', matter: 'ill', status, body: { error: { message: 'm' } } }),
      );
      expect(failure).toMatchObject({
        code: 'assistant-misconfigured',
        cause: 'provider-refused',
        confidence: 'probable',
      });
      expect(failure.matter).toBeUndefined();
    }
  });
});
