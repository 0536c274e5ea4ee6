import { ADMIN } from './start-open-webui.ts';

/** The administrator's session token. Before 0.8 no account is made at the start: the first sign-up becomes it. */
export async function signInAdmin(baseUrl: string): Promise<string> {
  const token = (await ask(baseUrl, 'signin')) ?? (await ask(baseUrl, 'signup'));
  if (!token) throw new Error('The administrator could neither sign in nor sign up.');
  return token;
}

async function ask(baseUrl: string, way: 'signin' | 'signup'): Promise<string | undefined> {
  const reply = await fetch(`${baseUrl}/api/v1/auths/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const body: { token?: string } | null = reply.ok ? await reply.json() : null;
  return body?.token;
}
