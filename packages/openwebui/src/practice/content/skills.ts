import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';
import { type Grant, mayRead } from './grants.ts';

/** Instructions that a model can load by their name. */
export interface Skill {
  id: string;
  name: string;
  ownerId: string;
  grants: Grant[];
  createdAt: number;
}

export class Skills {
  readonly rows = new Map<string, Skill>();

  put(skill: Skill): Skill {
    this.rows.set(skill.id, skill);
    return skill;
  }

  visibleTo(account: Account, world: World): Skill[] {
    return [...this.rows.values()].filter((skill) => mayRead(account, skill.ownerId, skill.grants, world));
  }
}
