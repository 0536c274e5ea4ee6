import { randomUUID } from 'node:crypto';
import type { Permissions } from './default-permissions.ts';

export interface Group {
  id: string;
  ownerId: string;
  name: string;
  description: string;
  permissions: Permissions;
  memberIds: Set<string>;
  createdAt: number;
  updatedAt: number;
}

export class Groups {
  readonly #groups = new Map<string, Group>();

  create(group: Pick<Group, 'ownerId' | 'name' | 'description' | 'permissions'>, seconds: number): Group {
    const made: Group = { ...group, id: randomUUID(), memberIds: new Set(), createdAt: seconds, updatedAt: seconds };
    this.#groups.set(made.id, made);
    return made;
  }

  byId(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  all(): Group[] {
    return [...this.#groups.values()];
  }

  of(accountId: string): Group[] {
    return this.all().filter((group) => group.memberIds.has(accountId));
  }

  delete(id: string): boolean {
    return this.#groups.delete(id);
  }

  forget(accountId: string): void {
    for (const group of this.#groups.values()) group.memberIds.delete(accountId);
  }
}
