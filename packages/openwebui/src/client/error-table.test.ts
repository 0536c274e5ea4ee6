import { describe, expect, it } from 'vitest';
import type { CredentialKind } from './credential-kind.ts';
import { type FailedReply, isAmbiguousRefusal, translateReply } from './error-table.ts';
import { RECORDED_VERSIONS, type RecordedReply, recordedReplies } from './recorded-replies.ts';

const SESSION: CredentialKind = { sessionToken: { expired: false, stamped: true } };
const OLD_SESSION: CredentialKind = { sessionToken: { expired: false, stamped: false } };
const EXPIRED: CredentialKind = { sessionToken: { expired: true, stamped: true } };

/** Recorded case, what our credential was, and what the table makes of it in every version that answered an error. */
const EXPECTED: [name: string, credential: CredentialKind, cause: string, code: string][] = [
  ['no credential', 'api-key', 'header-stripped', 'assistant-misconfigured'],
  ['random text', 'other', 'key-malformed', 'assistant-misconfigured'],
  ['unknown API key', 'api-key', 'key-unknown', 'assistant-misconfigured'],
  ['provider key', 'provider-key', 'key-is-provider-key', 'assistant-misconfigured'],
  ['Anthropic key', 'provider-key', 'key-is-provider-key', 'assistant-misconfigured'],
  ['session token, expired', EXPIRED, 'session-token-expired', 'assistant-misconfigured'],
  ['session token, signed with another secret', SESSION, 'session-token-rejected', 'assistant-misconfigured'],
  ['session token without id', 'foreign-token', 'key-is-foreign-token', 'assistant-misconfigured'],
  [
    'session token, only id and exp (as old versions made)',
    OLD_SESSION,
    'session-token-rejected',
    'assistant-misconfigured',
  ],
  ['chat streamed: err401', 'api-key', 'provider-refused', 'assistant-misconfigured'],
  ['chat whole: err401', 'api-key', 'provider-refused', 'assistant-misconfigured'],
  ['chat streamed: err429', 'api-key', 'provider-rate-limited', 'assistant-busy'],
  ['chat streamed: errtext', 'api-key', 'provider-unreachable', 'assistant-unavailable'],
  ['chat streamed: html', 'api-key', 'provider-unreachable', 'assistant-unavailable'],
  ['unknown model', 'api-key', 'model-missing', 'assistant-misconfigured'],
  ['model null', 'api-key', 'model-missing', 'assistant-misconfigured'],
  ['unknown path, POST', 'api-key', 'not-open-webui', 'assistant-misconfigured'],
  ['body an array', 'api-key', 'unknown', 'internal'],
  ['keys off: key used', 'api-key', 'api-keys-disabled', 'assistant-misconfigured'],
  ['keys off: unknown key', 'api-key', 'key-unknown', 'assistant-misconfigured'],
  ['no permission: key used', 'api-key', 'api-keys-disabled', 'assistant-misconfigured'],
  ['restricted: chat', 'api-key', 'api-key-endpoint-restricted', 'assistant-misconfigured'],
  ['restricted: identity', 'api-key', 'api-key-endpoint-restricted', 'assistant-misconfigured'],
  ['pending: session used', SESSION, 'account-pending', 'assistant-misconfigured'],
  ['pending: key used', 'api-key', 'account-pending', 'assistant-misconfigured'],
  ['gone: session used', SESSION, 'account-gone', 'assistant-misconfigured'],
  ['gone: key used', 'api-key', 'key-unknown', 'assistant-misconfigured'],
  ['replaced key used', 'api-key', 'key-unknown', 'assistant-misconfigured'],
  ['after password change: session used', SESSION, 'session-token-revoked', 'assistant-misconfigured'],
  ['deleted key used', 'api-key', 'key-unknown', 'assistant-misconfigured'],
];

const CRASH = 'Internal Server Error';
const TRAEFIK = 'no available server';
const FROM_TRAEFIK = { front: 'Traefik', matter: 'down' };
const NUMBER_1010 = '{"error":{"message":"error code: 1010"}}';
const complaint = (place: readonly string[]) =>
  JSON.stringify({ detail: [{ type: 'x', loc: place, msg: 'Input should be valid', input: null }] });
const WHOLE_BODY = complaint(['body']);
const ONE_FIELD = complaint(['body', 'max_tokens']);

function translate({ status, contentType, body }: RecordedReply, credential: CredentialKind = 'api-key') {
  return translateReply({ status, contentType, text: body, credential });
}

function failed(reply: Partial<FailedReply>): FailedReply {
  return { status: 500, contentType: 'application/json', text: '', credential: 'api-key', ...reply };
}

function meaning(reply: Partial<FailedReply>): string {
  const { cause, code, confidence } = translateReply(failed(reply));
  return `${cause} ${code} ${confidence}`;
}

describe.each(RECORDED_VERSIONS)('the error table on the recordings of %s', (version) => {
  const replies = recordedReplies(version);

  it.each(EXPECTED)('%s', (name, credential, cause, code) => {
    const reply = replies.find((entry) => entry.name === name);
    if (!reply || reply.status === 200) return; // This version answers it, or the recording has no such case.
    const failure = translate(reply, credential);
    expect({ cause: failure.cause, code: failure.code }).toEqual({ cause, code });
    expect(failure.raw).toBe(reply.body);
  });

  it('takes every page for something that is no Open WebUI', () => {
    const pages = replies.filter((reply) => reply.contentType?.startsWith('text/html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(translate(page).cause).toBe('not-open-webui');
    }
  });

  it('calls no recorded 200 that is null an answer', () => {
    for (const reply of replies.filter((entry) => entry.body === 'null' && entry.name.startsWith('trap'))) {
      expect(translate(reply).code).toBe('assistant-unavailable');
    }
  });
});

describe('the error table', () => {
  it("tells a provider's 401 from ours by the body", () => {
    const provider = { status: 401, text: '{"error":{"message":"Incorrect API key provided"}}' };
    expect(meaning(provider)).toBe('provider-refused assistant-misconfigured certain');
    expect(isAmbiguousRefusal(failed(provider))).toBe(false);
    expect(meaning({ status: 401, contentType: 'text/plain', text: 'no' })).toMatch(/^provider-refused/);
    expect(isAmbiguousRefusal(failed({ status: 401, text: '{"detail":"Not authenticated"}' }))).toBe(true);
  });

  it("takes Open WebUI's own words under 400 for the provider's", () => {
    expect(meaning({ status: 400, text: '{"detail":"Not authenticated"}' })).toMatch(/^provider-refused/);
    expect(meaning({ status: 400, text: '{"detail":"Invalid token"}' })).toMatch(/^provider-refused/);
  });

  it('knows an unreachable provider under every status it came with', () => {
    for (const status of [400, 500, 502]) {
      const text = '{"detail":"Open WebUI: Server Connection Error"}';
      expect(meaning({ status, text })).toBe('provider-unreachable assistant-unavailable certain');
    }
  });

  it('takes a model that is listed and not provided for a provider that is away', () => {
    for (const status of [400, 404]) {
      const text = `{"detail":"Model '' was not found"}`;
      expect(meaning({ status, text })).toBe('provider-unreachable assistant-unavailable probable');
    }
  });

  it.each([
    [429, 'provider-rate-limited assistant-busy certain'],
    [402, 'provider-refused assistant-misconfigured certain'],
    [403, 'provider-refused assistant-misconfigured certain'],
    // Nothing says that the question was to blame.
    [400, 'provider-refused assistant-misconfigured probable'],
    [413, 'provider-refused assistant-refused probable'],
    [500, 'provider-unreachable assistant-unavailable probable'],
    [504, 'provider-unreachable assistant-timeout probable'],
  ])("a provider's %i", (status, expected) => {
    expect(meaning({ status, text: '{"error":{"message":"m"}}' })).toBe(expected);
  });

  it.each([
    ['You exceeded your current quota, please check your plan and billing details.', 'provider-refused'],
    ['Rate limit reached for requests', 'provider-rate-limited'],
    ['Incorrect API key provided: sk-prov.', 'provider-refused'],
    ['The server had an error while processing your request', 'provider-unreachable'],
    ["This model's maximum context length is 4096 tokens", 'provider-refused'],
  ])("a provider's sentence under 400: %s", (detail, cause) => {
    const failure = translateReply(failed({ status: 400, text: JSON.stringify({ detail }) }));
    expect(failure.cause).toBe(cause);
    expect(failure.confidence).toBe('probable');
  });

  it.each([
    [502, 'connection-refused assistant-unavailable probable'],
    [503, 'connection-refused assistant-unavailable probable'],
    [504, 'timeout assistant-timeout probable'],
    [524, 'timeout assistant-timeout probable'],
    [404, 'not-open-webui assistant-misconfigured probable'],
    [200, 'not-open-webui assistant-misconfigured certain'],
  ])('a page with %i is from whatever stands in front', (status, expected) => {
    expect(meaning({ status, contentType: 'text/html', text: '<html>' })).toBe(expected);
  });

  it('takes a redirect for something that is no Open WebUI', () => {
    expect(meaning({ status: 302, contentType: '', text: '' })).toBe('not-open-webui assistant-misconfigured certain');
  });

  it('does not blame the provider for an exception inside Open WebUI', () => {
    const crash = { status: 500, contentType: 'text/plain; charset=utf-8', text: 'Internal Server Error' };
    expect(meaning(crash)).toBe('unknown assistant-unavailable unknown');
  });

  it('keeps a short piece of the original text and the wait', () => {
    const failure = translateReply(failed({ status: 429, text: `{"error":"${'x'.repeat(9000)}"}`, retryAfter: 20 }));
    expect(failure.raw).toHaveLength(2000);
    expect(failure.retryAfter).toBe(20);
  });

  it.each<[string, Partial<FailedReply>, string]>([
    [
      'text in place of an answer',
      { status: 200, contentType: 'text/plain', text: 'Hello' },
      'not-open-webui assistant-misconfigured probable',
    ],
    ['an answer that is null', { status: 200, text: ' null ' }, 'provider-unreachable assistant-unavailable probable'],
    ['an answer without anything in it', { status: 200, text: '{}' }, 'unknown assistant-unavailable unknown'],
    ['a complaint about the body as a whole', { status: 422, text: WHOLE_BODY }, 'unknown internal unknown'],
    [
      'a complaint about a field',
      { status: 422, text: ONE_FIELD },
      'provider-refused assistant-misconfigured probable',
    ],
    [
      'a path that is not there, in words nobody knows',
      { status: 404, text: '{"detail":"Nope"}' },
      'not-open-webui assistant-misconfigured probable',
    ],
    [
      'a way of asking that is not there',
      { status: 405, text: '{"detail":"Nope"}' },
      'not-open-webui assistant-misconfigured probable',
    ],
    [
      'a sentence whose own status is lost',
      { status: 400, text: '{"detail":"Nope"}' },
      'provider-refused assistant-misconfigured probable',
    ],
    [
      'the same sentence with its status',
      { status: 429, text: '{"detail":"Nope"}' },
      'provider-rate-limited assistant-busy probable',
    ],
    [
      'the words of a crash under another status',
      { status: 502, contentType: 'text/plain', text: CRASH },
      'provider-unreachable assistant-unavailable probable',
    ],
    [
      'a redirect without a mark',
      { status: 302, contentType: '', marked: false },
      'not-open-webui assistant-misconfigured certain',
    ],
    [
      'a provider’s shape without a mark',
      { status: 401, marked: false, text: '{"error":{"message":"m"}}' },
      'provider-refused assistant-misconfigured certain',
    ],
    [
      'nearly that shape',
      { status: 401, marked: false, text: '{"error":{"message":5}}' },
      'provider-refused assistant-misconfigured probable',
    ],
    [
      'Open WebUI’s shape without a mark',
      { status: 403, marked: false, text: '{"detail":"m"}' },
      'provider-refused assistant-misconfigured probable',
    ],
    [
      'nearly that one',
      { status: 403, marked: false, text: '{"detail":"m","code":1}' },
      'provider-refused assistant-misconfigured probable',
    ],
  ])('%s', (_, reply, expected) => {
    expect(meaning(reply)).toBe(expected);
  });

  it.each<[string, Partial<FailedReply>, object | undefined]>([
    ['nothing at all, without a type', { status: 502, contentType: '', marked: false }, { matter: 'down' }],
    ['nothing, with a type', { status: 502, contentType: 'text/plain', marked: false }, undefined],
    ['words, without a type', { status: 502, contentType: '', text: 'm', marked: false }, undefined],
    [
      'a front’s words, where marks were not looked at',
      { status: 503, contentType: 'text/plain', text: TRAEFIK },
      undefined,
    ],
    [
      'the same, without a mark',
      { status: 503, contentType: 'text/plain', text: TRAEFIK, marked: false },
      FROM_TRAEFIK,
    ],
    ['a front’s words in a provider’s shape', { status: 403, text: NUMBER_1010, marked: false }, undefined],
  ])('is it a front’s? %s', (_, reply, front) => {
    expect(translateReply(failed(reply)).front).toEqual(front);
  });

  it('asks whose a refusal is only where it may be either’s', () => {
    const text = '{"detail":"Not authenticated"}';
    expect(isAmbiguousRefusal(failed({ status: 403, text }))).toBe(false);
    expect(isAmbiguousRefusal(failed({ status: 401, text, contentType: 'text/plain' }))).toBe(false);
  });

  it('says of a mark and of a wait only what it knows', () => {
    expect(translateReply(failed({}))).not.toHaveProperty('marked');
    expect(translateReply(failed({}))).not.toHaveProperty('retryAfter');
    expect(translateReply(failed({ marked: false })).marked).toBe(false);
  });

  it('is not led astray by words that every object has', () => {
    for (const detail of ['constructor', '__proto__', 'toString']) {
      expect(translateReply(failed({ status: 401, text: JSON.stringify({ detail }) })).cause).toBe('provider-refused');
    }
  });
});
