import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';
import { type Grant, mayRead } from './grants.ts';

/** A row of the model table: a preset, or what an administrator decided about a model of the provider. */
export interface ModelRow {
  id: string;
  ownerId: string;
  /** The model a preset is made of; null for a row about a model of the provider itself. */
  baseModelId: string | null;
  name: string;
  meta: JsonObject;
  params: JsonObject;
  grants: Grant[];
  isActive: boolean;
  createdAt: number;
  updatedAt: number;
  versionId: string;
}

/** A model as a chat finds it. */
export interface KnownModel {
  id: string;
  /** What the provider is asked for. */
  providerModel: string;
  row?: ModelRow;
}

export class Models {
  readonly rows = new Map<string, ModelRow>();
  /** BYPASS_MODEL_ACCESS_CONTROL: every account sees every model. */
  everybodySeesAll: boolean;
  #listed: string[] | undefined;
  /** The provider gave no list when it was last asked. */
  #lost = false;

  constructor(options: { everybodySeesAll: boolean }) {
    this.everybodySeesAll = options.everybodySeesAll;
  }

  put(row: Omit<ModelRow, 'versionId'>): ModelRow {
    const stored = { ...row, versionId: randomUUID() };
    this.rows.set(row.id, stored);
    return stored;
  }

  /** Asks the provider again. Newer versions keep the last good list when it does not answer. */
  refresh(world: World): string[] {
    const fresh = world.provider.listModels();
    this.#lost = fresh === undefined;
    if (fresh) this.#listed = fresh;
    else if (!world.has('keepsLastModelList')) this.#listed = [];
    return this.#listed ?? [];
  }

  /** The provider's models first, then the presets. */
  visibleTo(account: Account, world: World): KnownModel[] {
    const provided = this.refresh(world).map((id) => this.#known(id, this.rows.get(id)));
    const presets = [...this.rows.values()]
      .filter((row) => row.baseModelId !== null)
      .map((row) => this.#known(row.id, row));
    return [...provided, ...presets].filter((model) => this.#isOffered(model, account, world));
  }

  /** The model a chat asked for, or undefined where Open WebUI says "Model not found". */
  findForChat(id: unknown, account: Account, world: World): KnownModel | undefined {
    if (typeof id !== 'string') return undefined;
    const row = this.rows.get(id);
    if (row && row.baseModelId !== null) return this.#presetForChat(row, account, world);
    // A row keeps its model findable while the provider is away.
    if (!this.#isListed(id, world) && !(row && this.#lost)) return undefined;
    const model = this.#known(id, row);
    return this.#isOffered(model, account, world) ? model : undefined;
  }

  /**
   * What a chat finds behind its model: once the provider could not tell its list, nothing until it tells one again.
   * The list that people see may have been kept meanwhile.
   */
  isProvided(world: World): boolean {
    if (this.#lost) this.refresh(world);
    return !this.#lost;
  }

  #presetForChat(row: ModelRow, account: Account, world: World): KnownModel | undefined {
    const base = this.findForChat(row.baseModelId, account, world);
    const model = this.#known(row.id, row);
    return base && this.#isOffered(model, account, world) ? { ...model, providerModel: base.providerModel } : undefined;
  }

  /** The list is remembered between calls, as in the real server; scripted ids count as listed while it is not empty. */
  #isListed(id: string, world: World): boolean {
    const listed = this.#listed?.length ? this.#listed : this.refresh(world);
    return listed.includes(id) || (listed.length > 0 && world.provider.knows(id));
  }

  #known(id: string, row: ModelRow | undefined): KnownModel {
    return { id, providerModel: row?.baseModelId ?? id, ...(row && { row }) };
  }

  #isOffered(model: KnownModel, account: Account, world: World): boolean {
    if (model.row && !model.row.isActive) return false;
    if (account.role === 'admin' || this.everybodySeesAll) return true;
    return model.row !== undefined && mayRead(account, model.row.ownerId, model.row.grants, world);
  }
}
