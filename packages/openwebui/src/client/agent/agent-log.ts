import { secretRemover } from '../secret-remover.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { withoutSecret } from '../without-secret.ts';

/** What the operator's log gets to know of runs of the whole agent. Holds no credential and nothing of a visitor's. */
export interface AgentLogEntry {
  event: 'agent';
  what: /** The question was answered in one round; `failure` says why not by the whole agent. */
    | 'one-round-instead'
    /** The socket was lost in mid-run. Until it is back nothing is heard, and the run cannot be stopped any more. */
    | 'socket-lost'
    | 'socket-back'
    /** Open WebUI knew the socket no more, for want of signs of life, and did not stop its run at first. It joined again. */
    | 'socket-forgotten'
    /** What was told proved wrong, and the whole was told anew. */
    | 'rewritten'
    /** The run may still be going on upstream. */
    | 'stop-failed'
    /** A tool gave an error instead of a result; `detail` is its name. The answer goes on. */
    | 'tool-failed'
    /** The run was stopped because it went too far; `detail` says what. */
    | 'limit-reached'
    /** A file was not shown. */
    | 'file-dropped'
    /** A file stays in the account. */
    | 'file-left';
  detail?: string;
  failure?: UpstreamFailure;
}

export interface CleanLog {
  log(entry: Omit<AgentLogEntry, 'event'>): void;
  clean(failure: UpstreamFailure): UpstreamFailure;
}

/** @param secrets what must stand in no log and in no failure; asked for each time, since sessions are renewed */
export function agentLogWithoutSecrets(write: (entry: AgentLogEntry) => void, secrets: () => string[]): CleanLog {
  function clean(failure: UpstreamFailure): UpstreamFailure {
    return secrets().reduce(withoutSecret, failure);
  }

  return {
    clean,
    log({ detail, failure, ...entry }) {
      const cleanDetail = detail && secrets().reduce((text, secret) => secretRemover(secret)(text), detail);
      write({
        event: 'agent',
        ...entry,
        ...(cleanDetail !== undefined && { detail: cleanDetail }),
        ...(failure && { failure: clean(failure) }),
      });
    },
  };
}
