/** The sign-in for the whole agent. The password passes through; the server keeps it sealed. */
import type { AgentAccountView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi, AgentAccountWish } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';
import type { AssistantModel } from '../assistant-model.ts';

type AgentAccountApi = Pick<AdminApi, 'agentAccount' | 'chooseAgentAccount' | 'forgetAgentAccount'>;

export interface AgentAccountFailure {
  /** Whether it could not be shown, kept or forgotten. */
  at: 'load' | 'choose' | 'forget';
  failure: Failure;
}

export class AgentAccountModel {
  readonly #api: AgentAccountApi;
  readonly #assistant: Pick<AssistantModel, 'load'>;
  readonly #view = signal<AgentAccountView | undefined>(undefined);
  readonly #failure = signal<AgentAccountFailure | undefined>(undefined);
  /** It was forgotten here. */
  readonly #isForgotten = signal(false);

  constructor(api: AgentAccountApi, assistant: Pick<AssistantModel, 'load'>) {
    this.#api = api;
    this.#assistant = assistant;
  }

  get view(): ReadonlySignal<AgentAccountView | undefined> {
    return this.#view;
  }

  get failure(): ReadonlySignal<AgentAccountFailure | undefined> {
    return this.#failure;
  }

  get isForgotten(): ReadonlySignal<boolean> {
    return this.#isForgotten;
  }

  /** Again in another language: what the server said before was in the former one. */
  async load(): Promise<void> {
    this.#failure.value = undefined;
    const outcome = await this.#api.agentAccount();
    if (outcome.ok) this.#view.value = outcome.value;
    else this.#failure.value = { at: 'load', failure: outcome.failure };
  }

  /** @returns whether it works and is kept */
  async choose(account: AgentAccountWish): Promise<boolean> {
    this.#failure.value = undefined;
    const outcome = await this.#api.chooseAgentAccount(account);
    if (!outcome.ok) {
      this.#failure.value = { at: 'choose', failure: outcome.failure };
      return false;
    }
    this.#isForgotten.value = false;
    this.#view.value = outcome.value;
    // The whole agent may be possible now.
    await this.#assistant.load();
    return true;
  }

  /** @returns whether none is kept any more */
  async forget(): Promise<boolean> {
    this.#failure.value = undefined;
    const outcome = await this.#api.forgetAgentAccount();
    // Nothing was kept any more: it is forgotten all the same.
    if (!outcome.ok && outcome.failure.code !== 'not-found') {
      this.#failure.value = { at: 'forget', failure: outcome.failure };
      return false;
    }
    this.#isForgotten.value = true;
    this.#view.value = { on: false, direct: this.#view.value?.direct ?? false };
    await Promise.all([this.load(), this.#assistant.load()]);
    return true;
  }
}
