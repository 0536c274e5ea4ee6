/** For tests: a fresh practice server, and the whole way from plan to key in one call. */
import { createDesk, type Desk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import type { PracticeOptions } from '../practice/practice-options.ts';
import { type PracticeServer, startPractice } from '../practice/start-practice.ts';
import { createSignInLimiter } from '../sign-in/sign-in-limiter.ts';
import { planProvision } from './plan-provision.ts';
import type { ProvisionRecord } from './provision-record.ts';
import type { ProvisionPlan, ProvisionResult, ProvisionWishes } from './provision-types.ts';
import { type ProvisionWatch, runProvision } from './run-provision.ts';

export const VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

export interface FreshPractice {
  practice: PracticeServer;
  desk: Desk;
  admin: Secret;
  close(): Promise<void>;
}

export async function startFresh(version: string, options: PracticeOptions = {}): Promise<FreshPractice> {
  const practice = await startPractice({ version, fresh: true, provider: { tokenMs: 1 }, ...options });
  const desk = createDesk({ baseUrl: practice.url });
  const admin = new Secret(practice.state.makeSessionToken(practice.state.administrator));
  const close = async () => {
    await desk.close();
    await practice.close();
  };
  return { practice, desk, admin, close };
}

export interface SetUp {
  plan: ProvisionPlan;
  result: ProvisionResult;
  /** The last one that was told: what a caller has kept. */
  record: ProvisionRecord;
}

export async function setUp(
  desk: Desk,
  admin: Secret,
  wishes: ProvisionWishes = { model: 'echo' },
  former?: ProvisionRecord,
  watch: ProvisionWatch = {},
): Promise<SetUp> {
  const plan = await planProvision(desk, admin, wishes, former);
  let record = former ?? plan.record;
  const onRecord = (told: ProvisionRecord) => {
    record = told;
  };
  const result = await runProvision(desk, admin, plan, { ...watch, onRecord }, { limiter: createSignInLimiter() });
  return { plan, result, record };
}

/** The key, or an error that says why there is none. */
export function keyOf({ result }: SetUp): string {
  if (result.kind !== 'done') throw new Error(`not set up: ${JSON.stringify(result, null, 1)}`);
  return result.credential.reveal();
}
