import assert from 'node:assert/strict';
import { createOpenWebUiClient } from '../client/create-open-webui-client.ts';
import { isRecord } from '../client/error-body.ts';
import type { OpenWebUiClient } from '../client/open-webui-client.ts';
import type { Account, CallOptions, CaseContext, PlainReply, ProviderControls } from './case-context.ts';

/** A running Open WebUI, real or practice, with an administrator. */
export interface ServerAtHand {
  baseUrl: string;
  version: string;
  secret: string;
  provider: ProviderControls;
  adminToken: string;
}

const PASSWORD = 'svc-password-1';

/** @returns the context, and `close` for every client that was made through it */
export async function makeCaseContext(
  server: ServerAtHand,
): Promise<{ context: CaseContext; close: () => Promise<void> }> {
  const clients: OpenWebUiClient[] = [];
  const made = new Map<string, Promise<unknown>>();
  let accounts = 0;

  const call = callsTo(server.baseUrl);

  async function addAccount(role: 'user' | 'pending' | 'admin' = 'user'): Promise<Account> {
    const email = `account-${++accounts}@example.com`;
    const reply = await call('POST', '/api/v1/auths/add', {
      as: server.adminToken,
      body: { name: `Account ${accounts}`, email, password: PASSWORD, role },
    });
    assert.equal(reply.status, 200, `an account could not be added: ${reply.text.slice(0, 300)}`);
    assert.ok(isRecord(reply.json) && typeof reply.json.token === 'string' && typeof reply.json.id === 'string');
    return { id: reply.json.id, email, token: reply.json.token };
  }

  async function makeKey(token: string): Promise<string> {
    const reply = await call('POST', '/api/v1/auths/api_key', { as: token });
    assert.ok(isRecord(reply.json) && typeof reply.json.api_key === 'string', `no key was made: ${reply.text}`);
    return reply.json.api_key;
  }

  const account = await addAccount();
  const service = { ...account, key: await makeKey(account.token) };

  const context: CaseContext = {
    baseUrl: server.baseUrl,
    version: server.version,
    secret: server.secret,
    provider: server.provider,
    admin: { token: server.adminToken },
    service,
    call,
    addAccount,
    makeKey,
    client(credential = service.key, timeouts = {}) {
      const client = createOpenWebUiClient({ target: () => ({ baseUrl: server.baseUrl, credential }), timeouts });
      clients.push(client);
      return client;
    },
    agent({ baseUrl = server.baseUrl, ...options } = {}) {
      const client = createOpenWebUiClient({
        target: () => ({ baseUrl, credential: service.key }),
        agentSession: { token: async () => ({ ok: true, token: service.token }), refused() {} },
        ...options,
      });
      clients.push(client);
      return client;
    },
    once<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as Promise<Value>;
    },
  };
  return { context, close: async () => void (await Promise.all(clients.map((client) => client.close()))) };
}

/** Plain HTTP to one server; never follows redirects. */
export function callsTo(baseUrl: string): CaseContext['call'] {
  return (method, path, options = {}) => callPlainly(baseUrl, method, path, options);
}

async function callPlainly(
  baseUrl: string,
  method: string,
  path: string,
  { as, body, form }: CallOptions,
): Promise<PlainReply> {
  const headers = new Headers(as === undefined ? {} : { authorization: `Bearer ${as}` });
  if (body !== undefined) headers.set('content-type', 'application/json');
  const reply = await fetch(baseUrl + path, {
    method,
    headers,
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
  const text = await reply.text();
  const contentType = reply.headers.get('content-type') ?? '';
  return { status: reply.status, contentType, headers: reply.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
