/** Tools and filters of the workspace, as administrators make them. */
import { type Grant, mayRead } from '../content/grants.ts';
import type { KnownModel } from '../content/models.ts';
import type { JsonObject } from '../http/read-body.ts';
import { texts } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';

export interface Plugin {
  id: string;
  ownerId: string;
  name: string;
  /** Python, kept and shown, and never run: what it does is imitated by the names in it. */
  content: string;
  meta: JsonObject;
  grants: Grant[];
  isActive: boolean;
  isGlobal: boolean;
  createdAt: number;
}

export class Plugins {
  readonly tools = new Map<string, Plugin>();
  readonly filters = new Map<string, Plugin>();
  /** How often the outlet of a filter has run. */
  outlets = 0;

  /** The tools of one workspace entry that an account may use, by the names of its Python functions. */
  functionsOf(id: string, account: Account, world: World): string[] {
    const tool = this.tools.get(id);
    if (!tool || !mayRead(account, tool.ownerId, tool.grants, world)) return [];
    return [...tool.content.matchAll(/^\s{4}(?:async )?def (?!_)(\w+)\(self/gm)].map((match) => match[1] ?? '');
  }

  /** Filters that run over an answer: global ones and the model's own; those with a switch only where it is on. */
  filtersFor(model: KnownModel, switchedOn: unknown): Plugin[] {
    const own = texts(model.row?.meta.filterIds);
    const on = texts(switchedOn);
    return [...this.filters.values()].filter(
      (filter) =>
        filter.isActive &&
        (filter.isGlobal || own.includes(filter.id)) &&
        (!hasSwitch(filter) || on.includes(filter.id)),
    );
  }
}

/** `self.toggle = True`: people switch it for each chat. */
export function hasSwitch(filter: Plugin): boolean {
  return /self\.toggle\s*=\s*True/.test(filter.content);
}
