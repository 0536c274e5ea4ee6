import { describe, expect, it } from 'vitest';
import { createAdminApi } from './admin-api.ts';
import { createAsk } from './ask.ts';

interface Asked {
  address: string;
  request: RequestInit;
}

const NO_LINES = async () => ({ ok: true, value: undefined }) as const;

function asking(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  let signedOut = 0;
  const ask = createAsk({
    fetch: async (address, request) => {
      asked.push({ address: String(address), request: request ?? {} });
      return answer();
    },
    locale: () => 'fr',
    onSignedOut: () => signedOut++,
  });
  return { ask, api: createAdminApi(ask, NO_LINES), asked, signedOut: () => signedOut };
}

const problem = (status: number, body: object) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });

describe('ask', () => {
  it('sends bodies as JSON, in the language in use', async () => {
    const { api, asked } = asking(() => Response.json({ practice: false }));
    expect(await api.replaceCredential('sk-x')).toEqual({ ok: true, value: { practice: false } });
    expect(asked[0]?.address).toBe('/admin/api/credential');
    expect(asked[0]?.request).toMatchObject({
      method: 'PUT',
      body: '{"text":"sk-x"}',
      headers: { 'Accept-Language': 'fr', 'Content-Type': 'application/json' },
    });
  });

  it('sends nothing along with what needs nothing', async () => {
    const { api, asked } = asking(() => new Response(null, { status: 204 }));
    expect(await api.signOut()).toEqual({ ok: true, value: undefined });
    expect(asked[0]?.request.body).toBeUndefined();
    expect(asked[0]?.request.headers).toEqual({ 'Accept-Language': 'fr' });
  });

  it('makes problem documents into values', async () => {
    const said = { code: 'credential-refused', detail: 'D.', ref: 'AB-12', causeText: 'C.', cause: 'key-unknown' };
    const { ask, signedOut } = asking(problem(422, { ...said, status: 422, type: 'x' }));
    expect(await ask('PUT', '/credential', {})).toEqual({
      ok: false,
      failure: { code: 'credential-refused', detail: 'D.', ref: 'AB-12', causeText: 'C.' },
    });
    expect(signedOut()).toBe(0);
  });

  it('makes Open WebUI’s own refusals into values', async () => {
    const { api } = asking(problem(422, { kind: 'refused', cause: 'unknown', text: 'Wrong password.' }));
    expect(await api.chooseRenewal({ email: 'a@b.c', password: 'x' })).toEqual({
      ok: false,
      failure: { code: 'refused', detail: 'Wrong password.' },
    });
  });

  it('says that the session is over', async () => {
    const { ask, signedOut } = asking(problem(401, { code: 'sign-in-needed' }));
    await ask('GET', '/credential');
    expect(signedOut()).toBe(1);
  });

  it.each([
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['too-slow', () => Promise.reject(new DOMException('Too slow', 'TimeoutError'))],
    ['unexpected-answer', () => new Response('<html>', { status: 502 })],
    ['unexpected-answer', () => new Response('<html>', { status: 200 })],
    ['unexpected-answer', () => new Response('null', { status: 500 })],
  ])('never throws: %s', async (code, answer) => {
    expect(await asking(answer).ask('GET', '/session')).toEqual({ ok: false, failure: { code } });
  });
});
