import { describe, expect, it } from 'vitest';
import { credentialKind } from './credential-kind.ts';
import { PhaseTimeout, translateNetworkError } from './network-failure.ts';
import { readRetryAfter } from './retry-after.ts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object, alg = 'HS256') => `${part({ alg })}.${part(claims)}.c2ln`;

describe('the kind of a credential', () => {
  it.each([
    [`sk-${'a'.repeat(32)}`, 'api-key'],
    ['sk-proj-abc', 'provider-key'],
    [`sk-${'A'.repeat(32)}`, 'provider-key'],
    ['garbage', 'other'],
    ['a.b.c', 'other'],
    [token({ id: 'u' }), { sessionToken: { expired: false, stamped: false } }],
    [token({ id: 'u', exp: 99 }), { sessionToken: { expired: true, stamped: false } }],
    [token({ id: 'u', exp: 101, session_stamp: 's' }), { sessionToken: { expired: false, stamped: true } }],
    [token({ sub: 'u' }), 'foreign-token'],
    [token({ id: 'u' }, 'RS256'), 'foreign-token'],
  ])('%s', (credential, kind) => expect(credentialKind(credential, 100)).toEqual(kind));
});

describe('how long to wait', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  it.each([
    [{ 'retry-after': '20' }, 20],
    [{ 'retry-after': '0.4' }, 1],
    [{ 'retry-after': 'Mon, 23 Nov 2026 08:00:30 GMT' }, 30],
    [{ 'retry-after': 'Mon, 23 Nov 2026 07:00:00 GMT' }, 0],
    // A clock of theirs that is two hours from ours.
    [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT', date: 'Mon, 23 Nov 2026 10:00:00 GMT' }, 30],
    [{ 'retry-after': 'Mon, 23 Nov 2026 06:00:30 GMT', date: 'Mon, 23 Nov 2026 06:00:00 GMT' }, 30],
    [{ 'retry-after': 'Mon, 23 Nov 2026 08:00:30 GMT', date: 'now' }, 30],
    [{ 'retry-after': '9999999' }, 86_400],
    [{ 'retry-after-ms': '1500', 'retry-after': '20' }, 2],
    [{ 'retry-after': ['7', '8'] }, 7],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j', (headers, seconds) => expect(readRetryAfter(headers, now)).toBe(seconds));
});

describe('failures below HTTP', () => {
  const failing = (code: string) => Object.assign(new Error('m'), { code });
  it.each([
    ['ENOTFOUND', 'dns-failed'],
    ['EAI_AGAIN', 'dns-failed'],
    ['ECONNREFUSED', 'connection-refused'],
    ['EHOSTUNREACH', 'connection-refused'],
    ['UND_ERR_SOCKET', 'connection-refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls-invalid'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-invalid'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-invalid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-invalid'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-invalid'],
    ['EPROTO', 'tls-invalid'],
    ['HPE_INVALID_CONSTANT', 'not-open-webui'],
    ['EWHATEVER', 'unknown'],
  ])('%s', (code, cause) => {
    expect(translateNetworkError(failing(code), 'connect').cause).toBe(cause);
    expect(translateNetworkError(new Error('outer', { cause: failing(code) }), 'connect').cause).toBe(cause);
    expect(translateNetworkError(new AggregateError([failing(code)]), 'connect').cause).toBe(cause);
  });

  it('knows its own limits', () => {
    expect(translateNetworkError(new PhaseTimeout('slow'), 'stream')).toMatchObject({
      cause: 'timeout',
      phase: 'stream',
    });
  });
});
