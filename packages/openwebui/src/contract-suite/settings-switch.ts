import assert from 'node:assert/strict';
import { isRecord } from '../client/error-body.ts';
import type { CaseContext } from './case-context.ts';

/** Turns switches of the instance, runs, and turns them back whatever happens. Names as in 0.6.37 and later. */
export async function withSettings(
  context: CaseContext,
  changes: Record<string, unknown>,
  run: () => Promise<void>,
): Promise<void> {
  await changed(context, '/api/v1/auths/admin/config', (before) => ({ ...before, ...changes }), run);
}

/** Takes the permission to use API keys from plain accounts, runs, and gives it back. */
export async function withoutKeyPermission(context: CaseContext, run: () => Promise<void>): Promise<void> {
  const change = (before: Record<string, unknown>) => {
    assert.ok(isRecord(before.features));
    return { ...before, features: { ...before.features, api_keys: false } };
  };
  await changed(context, '/api/v1/users/default/permissions', change, run);
}

async function changed(
  context: CaseContext,
  path: string,
  change: (before: Record<string, unknown>) => Record<string, unknown>,
  run: () => Promise<void>,
): Promise<void> {
  const as = context.admin.token;
  const before = (await context.call('GET', path, { as })).json;
  assert.ok(isRecord(before), `${path} could not be read`);
  const changing = await context.call('POST', path, { as, body: change(before) });
  assert.equal(changing.status, 200, changing.text.slice(0, 300));
  try {
    await run();
  } finally {
    await context.call('POST', path, { as, body: before });
  }
}
