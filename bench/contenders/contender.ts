/** Somebody who stands between the visitor and Open WebUI, started and measured like all the others. */
import type { AnswerScript } from '../upstream/answer-script.ts';

/** What its streams look like: the provider's chunks handed through, or Guichet's own events. */
export type Dialect = 'chunks' | 'guichet';

export interface StreamRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Contender {
  url: string;
  dialect: Dialect;
  /** The processes whose cost counts; empty when nothing stands between. */
  pids: number[];
  /** Requests for that many answers. Whatever must exist beforehand is made here, outside of every measurement. */
  requests(count: number, script: AnswerScript): Promise<StreamRequest[]>;
  stop(): Promise<void>;
}

export interface ContenderKind {
  id: string;
  title: string;
  /** Its version; undefined when it cannot be had here, after saying why through `say`. */
  ready(say: (sentence: string) => void): Promise<string | undefined>;
  start(upstream: string): Promise<Contender>;
}
