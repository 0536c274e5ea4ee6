/**
 * Questions on their way to the server. One that is asked again keeps its key until the server has taken it, so that it
 * cannot be asked twice; one whose visitor or conversation the server no longer knows goes into a new one.
 */
import type { PageContext } from '@guichet/contract/clean-page-context';
import type { VisitorFile } from '@guichet/contract/visitor-api';
import { Refusal } from '../connection/refusal.ts';
import type { VisitorClient } from '../connection/visitor-client.ts';
import { randomKey } from './random-key.ts';

export interface Question {
  text: string;
  key: string;
  /** The server’s id of the last question, in whose place this one is asked. */
  replaces?: string | undefined;
  /** What the visitor attached to it. */
  files?: readonly VisitorFile[] | undefined;
  /** What the page says of itself; the server repeats it for what replaces this one. */
  context?: PageContext | undefined;
}

/** Without a key it gets one. */
type NewQuestion = Omit<Question, 'key'> & Partial<Pick<Question, 'key'>>;

export interface Outbox {
  /** The question to send for this text: the one that is still on its way, if it says the same. */
  put(question: NewQuestion): Question;
  /** @returns the stream of the run that answers */
  send(question: Question, signal: AbortSignal): Promise<Response>;
  /** The server has the last question: the same words are a new one from here on. */
  taken(): void;
}

export interface OutboxOptions {
  client: Pick<VisitorClient, 'ask' | 'newConversation'>;
  /** Where questions go; undefined where a conversation has to begin. */
  conversation: () => string | undefined;
  onOpened: (conversation: string) => void;
  /** The token opens nothing any more. */
  forgetVisitor: () => void;
  /** What is really the matter with a question that did not arrive. */
  explain: (thrown: unknown) => Promise<unknown>;
  /** What stood before is not this visitor's: only the question is left. */
  startWith: (question: Question) => void;
}

export function outbox({ client, conversation, onOpened, forgetVisitor, explain, startWith }: OutboxOptions): Outbox {
  let last: Question | undefined;

  async function handOver(question: Question, signal: AbortSignal): Promise<Response> {
    if (conversation() === undefined) onOpened((await client.newConversation()).id);
    return client.ask(conversation() ?? '', question, signal);
  }

  return {
    put(question) {
      const { text, replaces, files } = question;
      const isSame = last?.text === text && last.replaces === replaces && last.files === files;
      last = last && isSame ? last : { key: randomKey(), ...question };
      return last;
    },
    async send(question, signal) {
      try {
        return await handOver(question, signal);
      } catch (thrown) {
        const isUnknown = thrown instanceof Refusal && (thrown.needsNewVisitor || thrown.failure.code === 'not-found');
        if (signal.aborted) throw thrown;
        if (!isUnknown) throw await explain(thrown);
        if (question.replaces !== undefined && !thrown.needsNewVisitor) {
          // Another tab has replaced it already: this one is the next.
          question.replaces = undefined;
          return handOver(question, signal);
        }
        question.replaces = undefined;
        if (thrown.needsNewVisitor) forgetVisitor();
        startWith(question);
        return handOver(question, signal);
      }
    },
    taken() {
      last = undefined;
    },
  };
}
