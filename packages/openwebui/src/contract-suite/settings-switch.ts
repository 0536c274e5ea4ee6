import assert from 'node:assert/strict';
import { isRecord } from '../client/error-body.ts';
import type { CaseContext } from './case-context.ts';

/** Turns switches of the instance, runs, and turns them back whatever happens. Names as in 0.6.37 and later. */
export async function withSettings(
  context: CaseContext,
  changes: Record<string, unknown>,
  run: () => Promise<void>,
): Promise<void> {
  await undone(await changeSettings(context, changes), run);
}

/** Takes the permission to use API keys from plain accounts, runs, and gives it back. */
export async function withoutKeyPermission(context: CaseContext, run: () => Promise<void>): Promise<void> {
  await undone(await setKeyPermission(context, false), run);
}

/** Permissions of plain accounts in chats, changed while it runs. */
export async function withChatPermission(
  means: SettingsMeans,
  changes: Readonly<Record<string, boolean>>,
  run: () => Promise<void>,
): Promise<void> {
  const putBack = await changed(means, '/api/v1/users/default/permissions', (before) => {
    assert.ok(isRecord(before.chat));
    return { ...before, chat: { ...before.chat, ...changes } };
  });
  await undone(putBack, run);
}

export type SettingsMeans = Pick<CaseContext, 'call' | 'admin'>;
/** Puts back what was there before. */
export type PutBack = () => Promise<void>;

export function changeSettings(means: SettingsMeans, changes: Record<string, unknown>): Promise<PutBack> {
  return changed(means, '/api/v1/auths/admin/config', (before) => ({ ...before, ...changes }));
}

export function setKeyPermission(means: SettingsMeans, allowed: boolean): Promise<PutBack> {
  return changed(means, '/api/v1/users/default/permissions', (before) => {
    assert.ok(isRecord(before.features));
    return { ...before, features: { ...before.features, api_keys: allowed } };
  });
}

async function undone(putBack: PutBack, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } finally {
    await putBack();
  }
}

async function changed(
  { call, admin }: SettingsMeans,
  path: string,
  change: (before: Record<string, unknown>) => Record<string, unknown>,
): Promise<PutBack> {
  const as = admin.token;
  const before = (await call('GET', path, { as })).json;
  assert.ok(isRecord(before), `${path} could not be read`);
  const changing = await call('POST', path, { as, body: change(before) });
  assert.equal(changing.status, 200, changing.text.slice(0, 300));
  return async () => {
    await call('POST', path, { as, body: before });
  };
}
