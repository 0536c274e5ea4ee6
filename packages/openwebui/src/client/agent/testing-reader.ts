/** For tests: reads events and keeps what was told. */
import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { AnswerEnd } from '../chat-completion-types.ts';
import type { AnswerUsage } from '../usage.ts';
import { DEFAULT_AGENT_LIMITS } from './agent-limits.ts';
import { type AgentReader, type AgentReaderListener, createAgentReader, type ReaderLimits } from './agent-reader.ts';
import type { FileReference } from './file-reference.ts';

export interface ReadRun {
  reader: AgentReader;
  /** As a reader of the handler's calls would have it. */
  text: string;
  reasoning: string;
  pieces: string[];
  rewrites: { text: string; reasoning: string }[];
  sources: AnswerSource[];
  activities: AnswerActivity[];
  files: FileReference[];
  usage: AnswerUsage | undefined;
  failedTools: string[];
  limits: string[];
  errors: number;
  overs: number;
  feed(events: unknown[]): ReadRun;
  end(): AnswerEnd;
}

export function readRun(limits: Partial<ReaderLimits> = {}): ReadRun {
  const listener: AgentReaderListener = {
    onText(text) {
      run.text += text;
      run.pieces.push(text);
    },
    onReasoning(text) {
      run.reasoning += text;
    },
    onRewrite(whole) {
      run.rewrites.push(whole);
      run.text = whole.text;
      run.reasoning = whole.reasoning;
    },
    onSources(sources) {
      run.sources = sources;
    },
    onActivity: (activity) => run.activities.push(activity),
    onFile: (file) => run.files.push(file),
    onUsage(usage) {
      run.usage = usage;
    },
    onRunning() {},
    onToolFailed: (name) => run.failedTools.push(name),
    onLimit: (limit) => run.limits.push(limit),
    onError() {
      run.errors++;
    },
    onOver() {
      run.overs++;
    },
  };
  const reader = createAgentReader(listener, { ...DEFAULT_AGENT_LIMITS, answerChars: 500_000, ...limits });
  const run: ReadRun = {
    reader,
    text: '',
    reasoning: '',
    pieces: [],
    rewrites: [],
    sources: [],
    activities: [],
    files: [],
    usage: undefined,
    failedTools: [],
    limits: [],
    errors: 0,
    overs: 0,
    feed(events) {
      for (const event of events) reader.feed(event, JSON.stringify(event).length);
      return run;
    },
    end: () => reader.end(),
  };
  return run;
}
