import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../http/read-body.ts';
import type { World } from '../world.ts';
import { accessToJson, type Grant } from './grants.ts';

export interface KnowledgeBase {
  id: string;
  ownerId: string;
  name: string;
  description: string;
  grants: Grant[];
  fileIds: string[];
  createdAt: number;
  updatedAt: number;
}

export class KnowledgeBases {
  readonly #bases = new Map<string, KnowledgeBase>();

  create(base: Pick<KnowledgeBase, 'ownerId' | 'name' | 'description' | 'createdAt'>): KnowledgeBase {
    const made: KnowledgeBase = { ...base, id: randomUUID(), grants: [], fileIds: [], updatedAt: base.createdAt };
    this.#bases.set(made.id, made);
    return made;
  }

  byId(id: string): KnowledgeBase | undefined {
    return this.#bases.get(id);
  }

  all(): KnowledgeBase[] {
    return [...this.#bases.values()];
  }

  delete(id: string): boolean {
    return this.#bases.delete(id);
  }
}

export function knowledgeRow(base: KnowledgeBase, files: JsonObject[] | null, world: World): JsonObject {
  return {
    id: base.id,
    user_id: base.ownerId,
    name: base.name,
    description: base.description,
    meta: null,
    ...accessToJson(base.grants, world),
    created_at: base.createdAt,
    updated_at: base.updatedAt,
    files,
  };
}
