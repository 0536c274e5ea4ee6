/**
 * An Open WebUI as it stands after its installation: API keys off, models shared with nobody. What sets one up is
 * tried here, and each case leaves it as it found it.
 */
import assert from 'node:assert/strict';
import { createOpenWebUiClient } from '../../client/create-open-webui-client.ts';
import { isRecord } from '../../client/error-body.ts';
import type { OpenWebUiClient } from '../../client/open-webui-client.ts';
import { createDesk, type Desk, type DeskCall } from '../../desk/desk.ts';
import { Secret } from '../../desk/secret.ts';
import { untilNextCodeMs } from '../../sign-in/one-time-code.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { createSignInLimiter } from '../../sign-in/sign-in-limiter.ts';

export interface FreshServer {
  baseUrl: string;
  version: string;
  /** The first administrator. */
  email: string;
  password: string;
  /** The server's clock, where it is not the real one. */
  clock?: ServerClock;
}

export interface ServerClock {
  now(): number;
  /** An authenticator's next code is due. */
  nextCode(): Promise<void>;
}

export interface FreshContext extends FreshServer {
  desk: Desk;
  /** The administrator's session; a case that ends it makes a new one. */
  admin: Secret;
  /** As the administrator; fails on anything but 200. */
  call(call: Omit<DeskCall, 'as'>): Promise<Record<string, unknown>>;
  client(credential: Secret): OpenWebUiClient;
  /** Everything a set-up could change, as text to compare. */
  state(): Promise<string>;
  close(): Promise<void>;
}

export async function openFresh(server: FreshServer): Promise<FreshContext> {
  const desk = createDesk({ baseUrl: server.baseUrl });
  const clients: OpenWebUiClient[] = [];
  const signedIn = await signIn(
    desk,
    { email: server.email, password: new Secret(server.password) },
    createSignInLimiter(),
  );
  assert.equal(signedIn.kind, 'session', JSON.stringify(signedIn));
  assert.ok(signedIn.kind === 'session');
  const context: FreshContext = {
    ...server,
    desk,
    admin: signedIn.session.token,
    async call(call) {
      const reply = await desk.ask({ ...call, as: context.admin });
      assert.equal(reply.status, 200, `${call.path}: ${JSON.stringify(reply.failure())}`);
      return isRecord(reply.json) ? reply.json : { value: reply.json };
    },
    client(credential) {
      const target = { baseUrl: server.baseUrl, credential: credential.reveal() };
      const client = createOpenWebUiClient({ target: () => target });
      clients.push(client);
      return client;
    },
    state: () => stateOf(context),
    async close() {
      for (const client of clients) await client.close();
      await desk.close();
    },
  };
  return context;
}

export const REAL_CLOCK: ServerClock = {
  now: Date.now,
  nextCode: () => new Promise((resolve) => setTimeout(resolve, untilNextCodeMs() + 1_000)),
};

/** Rows of these models are part of the state. */
const MODELS = ['echo', 'guide', 'echo-website', 'guide-website'];
const VOLATILE = /^(updated_at|created_at|last_active_at|version_id|is_active_now|profile_image_url)$/;

async function stateOf({ desk, admin }: FreshContext): Promise<string> {
  const paths = [
    '/api/v1/auths/admin/config',
    '/api/v1/users/default/permissions',
    '/api/v1/groups/',
    '/api/v1/users/',
    '/api/v1/knowledge/',
    ...MODELS.map((id) => `/api/v1/models/model?id=${id}`),
  ];
  const parts: unknown[] = [];
  for (const path of paths) {
    const { status, json } = await desk.ask({ path, as: admin });
    parts.push({ path, status, json: steady(json) });
  }
  return JSON.stringify(parts, null, 1);
}

/** Without times, and with grants in an order of their own instead of their ids. */
function steady(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(steady);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !VOLATILE.test(name))
      .map(([name, part]) => [name, name === 'access_grants' ? grantsIn(part) : steady(part)]),
  );
}

function grantsIn(grants: unknown): unknown {
  if (!Array.isArray(grants)) return grants;
  const shown = (grant: Record<string, unknown>) => `${grant.principal_type} ${grant.principal_id} ${grant.permission}`;
  return grants.filter(isRecord).map(shown).sort();
}
