import type { OpenWebUiClientOptions } from '../client/create-open-webui-client.ts';
import type { OpenWebUiClient } from '../client/open-webui-client.ts';
import type { UpstreamTimeouts } from '../client/upstream-limits.ts';

/** What a case has at hand. Everything it makes is its own; switches it turns, it turns back. */
export interface CaseContext {
  readonly baseUrl: string;
  readonly version: string;
  /** `WEBUI_SECRET_KEY` of the server, to sign tokens with. */
  readonly secret: string;
  readonly provider: ProviderControls;
  readonly admin: { token: string };
  /** A plain account with an API key, shared by the cases that change nothing about it. */
  readonly service: Account & { key: string };
  /** Plain HTTP, for what the client does not do. Never follows redirects. */
  call(method: string, path: string, options?: CallOptions): Promise<PlainReply>;
  /** Our client, with the service account's key unless another credential is given. */
  client(credential?: string, timeouts?: Partial<UpstreamTimeouts>): OpenWebUiClient;
  /** Our client with the service account's session besides its key, as the whole agent needs it. */
  agent(options?: Partial<OpenWebUiClientOptions> & { baseUrl?: string }): OpenWebUiClient;
  addAccount(role?: 'user' | 'pending' | 'admin'): Promise<Account>;
  makeKey(token: string): Promise<string>;
  /** Made once for all cases that ask for it under this name. */
  once<Value>(name: string, make: () => Promise<Value>): Promise<Value>;
}

export interface Account {
  id: string;
  email: string;
  token: string;
}

export interface CallOptions {
  /** Credential. */
  as?: string;
  body?: unknown;
  form?: FormData;
}

export interface PlainReply {
  status: number;
  contentType: string;
  headers: Headers;
  text: string;
  /** undefined when the body is no JSON. */
  json: unknown;
}

/** The provider behind the server, in the same process as the suite. */
export interface ProviderControls {
  /** What it was asked, oldest first. */
  readonly calls: readonly ProviderCall[];
  readonly options: { reachable: boolean; picture: string; heard: string };
}

export interface ProviderCall {
  kind: 'completion' | 'embeddings' | 'picture' | 'transcription' | 'speech';
  body: Record<string, unknown>;
  cutOff: boolean;
  cutOffAtMs?: number;
  finished: boolean;
}
