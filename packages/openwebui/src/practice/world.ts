import type { AgentRuns } from './agent/agent-runs.ts';
import type { Sockets } from './agent/sockets.ts';
import type { Change } from './changes.ts';
import type { AudioSettings } from './content/audio-settings.ts';
import type { Chats } from './content/chats.ts';
import type { Feedbacks } from './content/feedbacks.ts';
import type { Files } from './content/files.ts';
import type { KnowledgeBases } from './content/knowledge-bases.ts';
import type { Models } from './content/models.ts';
import type { Skills } from './content/skills.ts';
import type { Call } from './http/call.ts';
import type { Accounts } from './identity/accounts.ts';
import type { ApiKeys } from './identity/api-keys.ts';
import type { Permissions } from './identity/default-permissions.ts';
import type { Groups } from './identity/groups.ts';
import type { RateLimiter } from './identity/rate-limiter.ts';
import type { SecondFactorDesk } from './identity/second-factor-desk.ts';
import type { Settings } from './identity/settings.ts';
import type { Plugins } from './plugins/plugins.ts';
import type { ScriptedProvider } from './provider/scripted-provider.ts';

/** Everything one practice server knows. In memory: it is gone when the server stops. */
export interface World {
  readonly version: string;
  readonly has: (change: Change) => boolean;
  /** Milliseconds. */
  readonly now: () => number;
  /** WEBUI_SECRET_KEY. Changing it kills every session token. */
  secret: string;
  readonly accounts: Accounts;
  readonly keys: ApiKeys;
  readonly groups: Groups;
  readonly settings: Settings;
  readonly permissions: { current: Permissions };
  readonly signIns: RateLimiter;
  readonly secondFactors: SecondFactorDesk;
  /** Further limits that hold while a second factor is required. */
  readonly secondFactorBudgets: { perAccount: RateLimiter; perAddress: RateLimiter };
  readonly models: Models;
  readonly audio: AudioSettings;
  readonly files: Files;
  readonly knowledge: KnowledgeBases;
  readonly skills: Skills;
  readonly chats: Chats;
  readonly feedbacks: Feedbacks;
  readonly plugins: Plugins;
  readonly sockets: Sockets;
  readonly agentRuns: AgentRuns;
  readonly provider: ScriptedProvider;
  /** The latest requests, oldest first. */
  readonly received: Call[];
  /** Aborted when the server stops: what still hangs ends. */
  readonly stopped: AbortSignal;
}
