/**
 * The one list of what is never sent to Open WebUI on anybody's word from outside. Bodies are built from whitelists, so
 * nothing is taken out by this list: it is what tests and checks hold a finished body against. Read from the request
 * handling of 0.10.2, 0.11.4 and 0.12.4 (`main.py`, `chat_completion`; `utils/middleware.py`, `process_chat_payload`).
 */
import { isRecord } from './error-body.ts';

/** Fields of a chat completion that no body of Guichet's ever carries, with what each would open. */
export const FORBIDDEN_FIELDS = {
  /** Tools of the caller's own making; with them the model's are left out. */
  tools: 'tools',
  tool_choice: 'tools',
  functions: 'tools',
  /** Addresses that Open WebUI would call. */
  tool_servers: 'tools',
  /** A model described by the caller instead of the owner's. */
  model_item: 'model',
  /** A shell of the account's. */
  terminal_id: 'terminal',
  /** Instructions and files of skills that the account may read. */
  skill_ids: 'account',
  /** Chats, documents and instructions of a folder. */
  folder_id: 'account',
  /** What the account's memory holds. */
  memory: 'account',
  /** Values put into instructions where the owner left a place for them. */
  variables: 'prompt',
  chat_variables: 'prompt',
  prompt_variables: 'prompt',
  /** These write into stored chats, or make new ones. */
  parent_id: 'stored-chat',
  parent_message: 'stored-chat',
  user_message: 'stored-chat',
  message_ids: 'stored-chat',
  assistant_message_id: 'stored-chat',
  regeneration_message_id: 'stored-chat',
  regeneration_prompt: 'stored-chat',
  new_chat: 'stored-chat',
  /** Titles, tags and follow-up questions, asked of the model and stored. */
  background_tasks: 'stored-chat',
  /** Runs as one of the account's automations. */
  automation_id: 'automation',
  /** What Open WebUI writes for itself. */
  metadata: 'internal',
  options: 'internal',
} as const satisfies Record<string, ForbiddenReason>;

export type ForbiddenReason =
  | 'tools'
  | 'model'
  | 'terminal'
  | 'account'
  | 'prompt'
  | 'stored-chat'
  | 'automation'
  | 'internal';

/** Names of the fields above. */
export const FORBIDDEN_FIELD_NAMES: readonly string[] = Object.keys(FORBIDDEN_FIELDS);

/** Only the whole agent sends these, each value made by Guichet for one run and none of a visitor's. */
export const RUN_FIELD_NAMES = ['chat_id', 'id', 'session_id'] as const;

/** Features that call back into a browser or open the account's own things. */
export const FORBIDDEN_FEATURES = ['memory', 'voice', 'code_interpreter'] as const;

/** Parameters by which a caller would decide what its owner decides. */
export const FORBIDDEN_PARAMS = [
  'system',
  'tool_approval_mode',
  'model_controls',
  'custom_params',
  'stream_response',
  'reasoning_tags',
  'compact_token_threshold',
] as const;

/** Values of these come from the model and the site's settings alone; a visitor's field of that name is not read. */
export const OWNER_FIELD_NAMES = [
  'model',
  'messages',
  'stream',
  'system',
  'tool_ids',
  'filter_ids',
  'features',
  'files',
  'params',
  'temperature',
  'max_tokens',
  'stream_options',
] as const;

/**
 * What must not stand in a finished body, as paths (`features.memory`); empty for a body that may be sent.
 * @param way the whole agent alone carries ids, and those of a temporary chat only
 */
export function forbiddenIn(body: Record<string, unknown>, way: 'plain' | 'whole-agent' = 'plain'): string[] {
  const ids = way === 'plain' ? RUN_FIELD_NAMES.filter((name) => name in body) : storedChatIn(body);
  return [
    ...FORBIDDEN_FIELD_NAMES.filter((name) => name in body),
    ...streamOptionsBesideUsage(body.stream_options),
    ...ids,
    ...switchedOn('features', body.features, FORBIDDEN_FEATURES),
    ...present('params', body.params, FORBIDDEN_PARAMS),
    ...filesBesidesCollections(body.files),
  ];
}

/** The usage is asked for, and nothing else of a stream is anybody's to choose. */
function streamOptionsBesideUsage(options: unknown): string[] {
  if (options === undefined) return [];
  const isWish = isRecord(options) && Object.keys(options).length === 1 && options.include_usage === true;
  return isWish ? [] : ['stream_options'];
}

/** A chat id without `local:` before it is that of a stored chat. */
function storedChatIn({ chat_id: chatId }: Record<string, unknown>): string[] {
  return typeof chatId === 'string' && chatId.startsWith('local:') ? [] : ['chat_id'];
}

function switchedOn(area: string, value: unknown, names: readonly string[]): string[] {
  if (!isRecord(value)) return [];
  return names.filter((name) => value[name] !== undefined && value[name] !== false).map((name) => `${area}.${name}`);
}

function present(area: string, value: unknown, names: readonly string[]): string[] {
  if (!isRecord(value)) return [];
  return names.filter((name) => name in value).map((name) => `${area}.${name}`);
}

/** Files of visitors and of the account have no place here: only collections that the site's owner chose. */
function filesBesidesCollections(files: unknown): string[] {
  if (files === undefined) return [];
  if (!Array.isArray(files)) return ['files'];
  return files.every((file) => isRecord(file) && file.type === 'collection') ? [] : ['files'];
}
