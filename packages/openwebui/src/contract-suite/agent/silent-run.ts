/**
 * A run whose socket gives no sign of life. Open WebUI takes two to four minutes to forget it, so it is begun before the
 * other cases of the agent and looked at after them.
 */
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { openAgentSocket } from '../../client/agent/agent-socket.ts';
import type { RunningAnswer } from '../../client/chat-completion-types.ts';
import { isRecord } from '../../client/error-body.ts';
import type { CaseContext, ProviderCall } from '../case-context.ts';
import { beginAnswer, type ToldAnswer } from '../collect-answer.ts';
import { askOf, until } from './ask-agent.ts';

export interface SilentRun {
  /** `local:` and the socket's id. */
  chatId: string;
  running: RunningAnswer;
  told: Promise<ToldAnswer>;
  log: AgentLogEntry[];
  words(): number;
  /** What the provider knows of it. */
  call(): ProviderCall | undefined;
}

const MARK = 'quietly';
/** One a second, for longer than Open WebUI needs to forget a socket. */
const WORDS = 290;
const NEVER_MS = 3_600_000;

/** Begun once. */
export function silentRun(context: CaseContext): Promise<SilentRun> {
  return context.once('silent run', () => beginSilently(context));
}

async function beginSilently(context: CaseContext): Promise<SilentRun> {
  const text = Array.from({ length: WORDS }, (_, place) => `${MARK}${place}`).join(' ');
  const request = await askOf(context, 'tools', [{ text, delay: 1_000 }]);
  const log: AgentLogEntry[] = [];
  const client = context.agent({ agentLimits: { heartbeatMs: NEVER_MS }, agentLog: (entry) => log.push(entry) });
  let words = 0;
  const listener = await listenFor(context, MARK);
  const { running, told } = beginAnswer(client, request, {
    onText(piece) {
      words += piece.split(MARK).length - 1;
    },
  });
  const chatId = await listener.chatId();
  return { chatId, running, told, log, words: () => words, call: () => callAbout(context, MARK) };
}

/** Every socket of the account is told of all of its runs: the id of the chat comes with the first event with the mark. */
async function listenFor(context: CaseContext, mark: string): Promise<{ chatId(): Promise<string> }> {
  let chatId = '';
  const means = {
    origin: context.baseUrl,
    basePath: '',
    connectMs: 5_000,
    joinMs: 5_000,
    maxEventBytes: 64 * 1024 * 1024,
    heartbeatMs: 25_000,
  };
  const outcome = await openAgentSocket(means, context.service.token, {
    onEvent(event) {
      if (chatId === '' && isRecord(event) && JSON.stringify(event).includes(`${mark}0`)) {
        chatId = String(event.chat_id);
      }
    },
    onLost() {},
  }).outcome;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return {
    async chatId() {
      await until(() => chatId !== '', 30_000);
      outcome.socket.close();
      return chatId;
    },
  };
}

function callAbout(context: CaseContext, mark: string): ProviderCall | undefined {
  return context.provider.calls.find((call) => JSON.stringify(call.body).includes(`${mark}0`));
}
