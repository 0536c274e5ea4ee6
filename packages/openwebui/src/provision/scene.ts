import type { Secret } from '../desk/secret.ts';
import type { SignInLimiter } from '../sign-in/sign-in-limiter.ts';
import type { Administrator } from './administrator.ts';
import type { ProvisionRecord } from './provision-record.ts';

/** What the steps of one run share. */
export interface Scene {
  administrator: Administrator;
  record: ProvisionRecord;
  model: { id: string; name: string };
  /** Writes the record down before something is made, so that it can be found after a lost answer. */
  save(): Promise<void>;
  limiter: SignInLimiter;
  /** Of the service account, as far as they are known in this run. */
  session?: Secret;
  password?: Secret;
  authenticatorKey?: Secret;
  /** The password came from the safe, where a former run kept it. */
  signInKept?: true;
  key?: Secret;
}
