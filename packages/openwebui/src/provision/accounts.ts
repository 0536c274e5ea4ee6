/** Accounts, as an administrator sees and makes them. */
import { randomBytes } from 'node:crypto';
import { isRecord } from '../client/error-body.ts';
import { Secret } from '../desk/secret.ts';
import type { Administrator } from './administrator.ts';
import { refusedBy } from './step-failure.ts';

export interface KnownAccount {
  id: string;
  name: string;
  email: string;
  role: string;
  groupIds: string[];
}

/** Accounts whose name or e-mail contains `query`, the first page of them. */
export async function findAccounts(administrator: Administrator, query: string): Promise<KnownAccount[]> {
  const path = `/api/v1/users/?query=${encodeURIComponent(query)}`;
  const { users } = await administrator.object({ path });
  return Array.isArray(users) ? users.filter(isRecord).flatMap(readAccount) : [];
}

export async function accountByEmail(administrator: Administrator, email: string): Promise<KnownAccount | undefined> {
  return (await findAccounts(administrator, email)).find((account) => account.email === email);
}

/** @returns its id, and its session where Open WebUI gives one: it does not while a second factor is required */
export async function addAccount(
  administrator: Administrator,
  { name, email }: { name: string; email: string },
  password: Secret,
): Promise<{ id: string; session?: Secret }> {
  const body = { name, email, password: password.reveal(), role: 'user', profile_image_url: '/user.png' };
  const call = { method: 'POST' as const, path: '/api/v1/auths/add', body, secrets: [password] };
  const reply = await administrator.ask(call);
  const { json } = reply;
  if (reply.status !== 200 || !isRecord(json) || typeof json.id !== 'string') throw refusedBy(reply);
  return { id: json.id, ...(typeof json.token === 'string' && { session: new Secret(json.token) }) };
}

/** Ends the account's sessions; its key lives on. */
export async function replacePassword(
  administrator: Administrator,
  account: { id: string; name: string; email: string },
  password: Secret,
): Promise<void> {
  const { id, name, email } = account;
  const body = { role: 'user', name, email, profile_image_url: '/user.png', password: password.reveal() };
  await administrator.object({ method: 'POST', path: `/api/v1/users/${id}/update`, body, secrets: [password] });
}

export async function deleteAccount(administrator: Administrator, id: string): Promise<void> {
  const reply = await administrator.ask({ method: 'DELETE', path: `/api/v1/users/${id}` });
  if (reply.status !== 200) throw refusedBy(reply);
}

const PASSWORD_BYTES = 36;

/** 52 characters, of every kind a password rule may ask for; bcrypt reads 72 at most. */
export function longPassword(): Secret {
  return new Secret(`${randomBytes(PASSWORD_BYTES).toString('base64url')}-aA1`);
}

function readAccount(row: Record<string, unknown>): KnownAccount[] {
  const { id, name, email, role, group_ids: groupIds } = row;
  if (typeof id !== 'string' || typeof email !== 'string') return [];
  return [
    {
      id,
      email,
      name: typeof name === 'string' ? name : '',
      role: typeof role === 'string' ? role : '',
      groupIds: Array.isArray(groupIds) ? groupIds.filter((one) => typeof one === 'string') : [],
    },
  ];
}
