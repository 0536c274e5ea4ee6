import assert from 'node:assert/strict';
import type { Desk } from '../../desk/desk.ts';
import type { Secret } from '../../desk/secret.ts';
import { planProvision } from '../../provision/plan-provision.ts';
import type { ProvisionRecord } from '../../provision/provision-record.ts';
import type { ProvisionPlan, ProvisionResult, ProvisionWishes } from '../../provision/provision-types.ts';
import { type ProvisionWatch, runProvision } from '../../provision/run-provision.ts';
import { createSignInLimiter } from '../../sign-in/sign-in-limiter.ts';

export interface SetUp {
  plan: ProvisionPlan;
  result: ProvisionResult;
  /** What a caller would have kept. */
  record: ProvisionRecord;
}

export async function setUp(
  desk: Desk,
  admin: Secret,
  wishes: ProvisionWishes = { model: 'echo' },
  former?: ProvisionRecord,
  watch: Omit<ProvisionWatch, 'onRecord'> = {},
): Promise<SetUp> {
  const plan = await planProvision(desk, admin, wishes, former);
  let record = former ?? plan.record;
  const onRecord = (told: ProvisionRecord) => {
    record = told;
  };
  const result = await runProvision(desk, admin, plan, { ...watch, onRecord }, { limiter: createSignInLimiter() });
  return { plan, result, record };
}

export function credentialOf({ plan, result }: SetUp): Secret {
  assert.equal(result.kind, 'done', JSON.stringify({ plan, result }));
  assert.ok(result.kind === 'done');
  return result.credential;
}
