/**
 * The kinds of tools that Open WebUI brings along and offers to a model in its agent loop, as `get_builtin_tools` in
 * `open_webui/utils/tools.py` and the functions in `open_webui/tools/builtin.py` have them. Read in 0.10.2, 0.11.4 and
 * 0.12.4. A kind is open as long as the model's `meta.builtinTools` does not close it; some need a right of the account
 * or a capability of the model besides. Everything acts in the name of the account whose key asks: what stands here as
 * `own-things` would let a visitor read or change that account's chats, notes and so on by asking nicely.
 *
 * Not a kind: the terminal. It is opened by `terminal_id` in a request alone, which is never sent.
 */

export interface BuiltinToolKind {
  /** The name in `meta.builtinTools`. */
  name: string;
  /** What a visitor could do by it. */
  opens: 'nothing' | 'own-things' | 'browser' | 'code';
  /** The newest version read that did not have it yet; without it, all of them have it. */
  missingIn?: string;
  /** The right of the account without which it is not offered, as area and name. */
  right?: readonly [area: string, name: string];
  /** The model's capability without which it is not offered; one that is not set counts as there. */
  capability?: string;
  /** The first version read whose model can close it. Before, it is offered as long as there is something to offer. */
  closableSince?: string;
  /** The tools by the names a model is offered; tried against real servers. */
  tools: readonly string[];
}

/** The oldest version in which the whole agent was tried. */
export const OLDEST_FOR_WHOLE_AGENT = '0.10.2';

/** Versions of this line and older ones are in the table. A newer line may bring kinds that nobody here has read of. */
export const NEWEST_LINE_READ = '0.12';
export const FIRST_UNREAD = '0.13.0';

export const BUILTIN_TOOL_KINDS: readonly BuiltinToolKind[] = [
  { name: 'time', opens: 'nothing', tools: ['get_current_timestamp', 'calculate_timestamp'] },
  {
    name: 'web_search',
    opens: 'nothing',
    right: ['features', 'web_search'],
    capability: 'web_search',
    tools: ['search_web', 'fetch_url'],
  },
  {
    name: 'image_generation',
    opens: 'nothing',
    right: ['features', 'image_generation'],
    capability: 'image_generation',
    tools: ['generate_image', 'edit_image'],
  },
  {
    // Bound to the model's own documents where it has any; without them it searches everything the account may read.
    name: 'knowledge',
    opens: 'nothing',
    tools: [
      'kb_exec',
      'list_knowledge',
      'search_knowledge_files',
      'grep_knowledge_files',
      'query_knowledge_files',
      'view_knowledge_file',
      'view_file',
      'list_knowledge_bases',
      'search_knowledge_bases',
      'query_knowledge_bases',
    ],
  },
  { name: 'chats', opens: 'own-things', tools: ['search_chats', 'view_chat'] },
  {
    name: 'notes',
    opens: 'own-things',
    right: ['features', 'notes'],
    tools: ['search_notes', 'view_note', 'write_note', 'replace_note_content'],
  },
  {
    name: 'memory',
    opens: 'own-things',
    right: ['features', 'memories'],
    capability: 'memory',
    tools: [
      'search_memories',
      'list_memory_paths',
      'read_memory_path',
      'list_memories',
      'update_memory',
      'add_memory',
      'replace_memory_content',
      'delete_memory',
    ],
  },
  {
    name: 'calendar',
    opens: 'own-things',
    right: ['features', 'calendar'],
    tools: ['search_calendar_events', 'create_calendar_event', 'update_calendar_event', 'delete_calendar_event'],
  },
  {
    name: 'channels',
    opens: 'own-things',
    right: ['features', 'channels'],
    tools: ['search_channels', 'search_channel_messages', 'view_channel_thread', 'view_channel_message'],
  },
  {
    name: 'automations',
    opens: 'own-things',
    right: ['features', 'automations'],
    tools: ['create_automation', 'update_automation', 'list_automations', 'toggle_automation', 'delete_automation'],
  },
  { name: 'tasks', opens: 'own-things', tools: ['create_tasks', 'update_task'] },
  {
    // Up to 0.11.3 offered for skills attached to the model, in 0.11.4 for all that the account may read; both read any
    // skill by its name. 0.12 has the switch, and writes skills too (run on 0.12.0 and 0.12.4).
    name: 'skills',
    opens: 'own-things',
    closableSince: '0.12.0',
    tools: ['view_skill', 'read_skill_file', 'grep_skill_files', 'update_skill_files', 'create_skill'],
  },
  {
    name: 'files',
    opens: 'own-things',
    missingIn: '0.10.2',
    right: ['chat', 'file_upload'],
    capability: 'file_upload',
    tools: ['list_chat_files', 'query_chat_files', 'grep_chat_files'],
  },
  { name: 'subagents', opens: 'own-things', missingIn: '0.10.2', tools: ['delegate_task', 'timer'] },
  {
    name: 'notifications',
    opens: 'own-things',
    missingIn: '0.10.2',
    right: ['features', 'webhooks'],
    tools: ['notify'],
  },
  { name: 'user_input', opens: 'browser', missingIn: '0.10.2', tools: ['ask_user'] },
  {
    name: 'code_interpreter',
    opens: 'code',
    right: ['features', 'code_interpreter'],
    capability: 'code_interpreter',
    tools: ['execute_code'],
  },
];
