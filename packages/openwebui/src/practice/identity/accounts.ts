import { randomUUID } from 'node:crypto';
import type { SecondFactor } from './second-factor-types.ts';

export type Role = 'admin' | 'user' | 'pending';

export interface Account {
  id: string;
  name: string;
  email: string;
  /** In clear: practice accounts live in memory and protect nothing. */
  password: string;
  role: Role;
  /** Seconds, as in Open WebUI. */
  createdAt: number;
  updatedAt: number;
  lastActiveAt: number;
  /** A session token must carry the same one, from 0.12 on. Null: made before 0.12, any token counts. */
  sessionStamp: string | null;
  secondFactor?: SecondFactor;
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  role?: Role;
}

export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(wanted: NewAccount): Account {
    const seconds = this.seconds();
    const account: Account = {
      id: randomUUID(),
      name: wanted.name,
      email: wanted.email.toLowerCase(),
      password: wanted.password,
      role: wanted.role ?? 'user',
      createdAt: seconds,
      updatedAt: seconds,
      lastActiveAt: seconds,
      sessionStamp: randomUUID(),
    };
    this.#accounts.set(account.id, account);
    return account;
  }

  byId(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  byEmail(email: string): Account | undefined {
    const wanted = email.toLowerCase();
    return this.all().find((account) => account.email === wanted);
  }

  /** Oldest first. */
  all(): Account[] {
    return [...this.#accounts.values()];
  }

  firstAdministrator(): Account | undefined {
    return this.all().find((account) => account.role === 'admin');
  }

  delete(id: string): boolean {
    return this.#accounts.delete(id);
  }

  /** Makes every session token of the account stale, from 0.12 on. */
  restamp(account: Account): void {
    account.sessionStamp = randomUUID();
    account.updatedAt = this.seconds();
  }

  seconds(): number {
    return Math.floor(this.#now() / 1000);
  }
}
