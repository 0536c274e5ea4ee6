import { randomUUID } from 'node:crypto';

/** One key per account, in clear and without an end, as Open WebUI keeps them. */
export class ApiKeys {
  readonly #accountOf = new Map<string, string>();

  /** Replaces the account's key: the old one is dead at once. */
  make(accountId: string): string {
    this.delete(accountId);
    const key = `sk-${randomUUID().replaceAll('-', '')}`;
    this.#accountOf.set(key, accountId);
    return key;
  }

  of(accountId: string): string | undefined {
    for (const [key, owner] of this.#accountOf) if (owner === accountId) return key;
    return undefined;
  }

  ownerOf(key: string): string | undefined {
    return this.#accountOf.get(key);
  }

  delete(accountId: string): void {
    const key = this.of(accountId);
    if (key) this.#accountOf.delete(key);
  }
}
