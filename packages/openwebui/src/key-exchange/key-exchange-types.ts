import type { Cause } from '@guichet/contract/cause';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import type { MenuPath } from '../menus/menu-path.ts';

/** What may be done besides reading. Creating a key kills the account's old one at once. */
export type CreateWish =
  /** Only read. */
  | 'never'
  /** Create where it is certain that there is none. */
  | 'if-none'
  /** The person was told that the old key dies, and agreed. */
  | 'replace';

export interface KeyOwner {
  accountId?: string;
  role: 'admin' | 'user' | 'pending' | 'unknown';
  name?: string;
  email?: string;
}

export type KeyExchange =
  /** The account's key as it was. `trouble`: it exists and does not work, for this reason. */
  | { kind: 'existing-key'; key: Secret; owner: KeyOwner; trouble?: DeskFailure }
  | { kind: 'created-key'; key: Secret; owner: KeyOwner; replacedOld: boolean }
  /** There is none, and none was to be created. */
  | { kind: 'no-key'; owner: KeyOwner }
  /** Whether there is one could not be read; creating might kill it. Ask, then come back with `replace`. */
  | { kind: 'would-replace'; owner: KeyOwner; failure: DeskFailure }
  | KeysOff
  /** What was given is an API key already. */
  | { kind: 'already-key' }
  | { kind: 'refused'; cause: Cause | 'unknown'; failure: DeskFailure }
  /**
   * The request to create was sent and no answer came: the account may have a new key now, and the old one may be
   * dead. Repeating with `if-none` reads the new one.
   */
  | { kind: 'lost'; failure: DeskFailure };

/** No key can be had before an administrator does what `places` say. */
export interface KeysOff {
  kind: 'keys-off';
  cause: 'api-keys-disabled' | 'api-keys-not-permitted';
  owner: KeyOwner;
  /** In the order they have to be done. */
  places: KeyPlace[];
  /** It works without a key too: with a session that is renewed by signing in, its password kept in the safe. */
  renewal: 'possible';
}

export interface KeyPlace {
  what: 'switch-keys-on' | 'default-permission';
  who: 'administrator';
  /** Missing for a version whose menus are not known. */
  path?: MenuPath;
}
