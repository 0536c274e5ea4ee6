/** From calls and statuses to what is told of them: each once when it begins, and again when its state changes. Pure. */
import type { ActivityKind, ActivityState, AnswerActivity } from '@guichet/contract/answer-activity';
import type { AgentLimits } from './agent-limits.ts';
import type { ListedCall } from './answer-items.ts';
import type { AgentStatus } from './read-agent-event.ts';

export interface ActivityList {
  calls(list: ListedCall[]): void;
  status(status: AgentStatus, round: number): void;
  /** The answer is over: nothing runs any more. */
  end(state: 'done' | 'failed'): void;
}

export function createActivityList(
  tell: (activity: AnswerActivity) => void,
  limits: Pick<AgentLimits, 'activities' | 'argumentChars' | 'titleChars'>,
): ActivityList {
  const told = new Map<string, AnswerActivity>();
  let statuses = 0;
  let current: string | undefined;

  function set(activity: AnswerActivity): void {
    const before = told.get(activity.id);
    if (before?.state === activity.state) return;
    if (!before && told.size >= limits.activities) return;
    // The state alone changes: what was told of it when it began stays.
    const now = before ? { ...before, state: activity.state } : activity;
    told.set(now.id, now);
    tell(now);
  }

  function calls(list: ListedCall[]): void {
    for (const call of list) {
      if (!call.ready && !call.result) continue;
      const name = bounded(call.name, limits.titleChars);
      const given = bounded(call.arguments, limits.argumentChars);
      set({
        id: call.key,
        kind: kindOfTool(call.name),
        state: call.result ? (call.result.failed ? 'failed' : 'done') : 'running',
        ...(name && { title: name }),
        ...(given && { arguments: given }),
        round: call.round,
      });
    }
  }

  function status(given: AgentStatus, round: number): void {
    const kind = kindOfAction(given.action);
    const title = kind === 'other' ? bounded(given.description, limits.titleChars) : '';
    const state: ActivityState = given.failed ? 'failed' : given.done ? 'done' : 'running';
    const running = current === undefined ? undefined : told.get(current);
    // Open WebUI tells a search step by step; it is one search.
    if (running?.kind === kind && kind !== 'other' && state === 'running') return;
    current = undefined;
    if (running) {
      // The end of what was said to be going on, or the next step of it.
      set({ ...running, state: state === 'running' ? 'done' : state });
      if (state !== 'running') return;
    }
    if (kind === 'other' && title === '') return;
    const id = `status-${++statuses}`;
    set({ id, kind, state, ...(title && { title }), round });
    if (state === 'running') current = id;
  }

  function end(state: 'done' | 'failed'): void {
    for (const activity of told.values()) if (activity.state === 'running') set({ ...activity, state });
  }

  return { calls, status, end };
}

/** Open WebUI's own tools by what they do; everything else is the owner's. */
function kindOfTool(name: string): ActivityKind {
  if (/^(search_web|fetch_url)$/.test(name)) return 'web-search';
  if (/^(query|search|list|view|grep)_knowledge/.test(name) || name === 'query_chat_files') return 'knowledge';
  return /^(generate|edit)_image$/.test(name) ? 'picture' : 'tool';
}

/** For its own actions Open WebUI has words in the language of its interface; ours stand in their place. */
function kindOfAction(action: string | undefined): ActivityKind {
  if (action === undefined) return 'other';
  if (/web_search/.test(action)) return 'web-search';
  if (/knowledge|queries_generated|sources_retrieved/.test(action)) return 'knowledge';
  return /image/.test(action) ? 'picture' : 'other';
}

function bounded(text: string, chars: number): string {
  const plain = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return (plain.length > chars ? `${plain.slice(0, chars - 1)}…` : plain).toWellFormed();
}
