/** What a key may reach besides what Guichet asks it for, and the harmless reading that shows it. */
import type { KeyNeeds } from '../allow-list/allow-list-line.ts';

export type ReachId =
  /** Names, e-mail addresses and roles of other people. */
  | 'other-accounts'
  /** The chats of this account: with a shared account, of everybody who uses it. */
  | 'chats'
  /** Everybody's chats. */
  | 'all-chats'
  /** Files uploaded by this account, with their text. */
  | 'files'
  /** Collections of knowledge shared with this account. */
  | 'knowledge'
  /** Providers' models without filters and without what the model's editor says. */
  | 'raw-provider-routes'
  /** Makes the server fetch web pages. */
  | 'server-fetches'
  /** Reads, replaces and deletes the key itself: whoever finds it can lock Guichet out. */
  | 'key-rotation'
  /** Keys of OpenAI and others, in clear. */
  | 'provider-keys'
  /** All settings of the instance. */
  | 'admin-config';

export interface ReachProbe {
  id: ReachId;
  /** Only GET, and no route that changes, costs or takes long. */
  path: string;
  /** A field of the answer that proves it; the value is never looked at. */
  field: string;
  /** Whether the field has to be there: an empty list shows as well that the route is open. */
  fieldProves?: true;
  /** The route is an administrator's, but its neighbours are not: to be let through as far as that is proof. */
  neighbours?: true;
  /** Guichet needs it itself where this is wished. */
  neededFor?: keyof KeyNeeds;
}

export const REACH_PROBES: readonly ReachProbe[] = [
  { id: 'other-accounts', path: '/api/v1/users/search', field: 'email' },
  { id: 'chats', path: '/api/v1/chats/?page=1', field: 'id' },
  { id: 'all-chats', path: '/api/v1/chats/list/user/nobody', field: 'id' },
  { id: 'files', path: '/api/v1/files/?content=false', field: 'id', neededFor: 'files' },
  { id: 'knowledge', path: '/api/v1/knowledge/', field: 'id' },
  { id: 'raw-provider-routes', path: '/openai/models', field: 'id' },
  { id: 'server-fetches', path: '/api/v1/retrieval/config', field: 'status', neighbours: true },
  { id: 'key-rotation', path: '/api/v1/auths/api_key', field: 'api_key' },
  { id: 'provider-keys', path: '/openai/config', field: 'OPENAI_API_KEYS', fieldProves: true },
  { id: 'admin-config', path: '/api/v1/auths/admin/config', field: 'ENABLE_SIGNUP', fieldProves: true },
];
