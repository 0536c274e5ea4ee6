/** What a visitor may change and ask for of their own: names of conversations, ratings, who they are, and the end of it all. */
import type { Feedback } from '@guichet/contract/visitor-api';

/** What a visitor said of themselves before the chat. */
export interface VisitorIntroduction {
  name?: string;
  email?: string;
  consent?: { version: string; text: string };
}

export interface StoredVisitor extends Omit<VisitorIntroduction, 'consent'> {
  id: string;
  site: string;
  locale: string;
  createdAt: number;
  consent?: { version: string; text: string; at: number };
}

export interface StoredFeedback extends Feedback {
  at: number;
}

export interface VisitorData {
  /** Whether the visitor exists: a token outlives the one it was made for. */
  hasVisitor(visitorId: string): Promise<boolean>;
  readVisitor(visitorId: string): Promise<StoredVisitor | undefined>;
  /** Keeps what is given, and leaves the rest. @returns false for an unknown visitor */
  introduceVisitor(visitorId: string, introduction: VisitorIntroduction, now: number): Promise<boolean>;
  /** Everything of this visitor. @returns the ids of the runs, or undefined when there was nothing to erase */
  eraseVisitor(visitorId: string): Promise<{ runIds: string[] } | undefined>;
  /** @returns false for an unknown conversation and for another visitor's alike */
  renameConversation(conversationId: string, visitorId: string, title: string): Promise<boolean>;
  /** Of an answer that has ended; undefined takes the rating away. @returns false where the visitor has no such answer */
  rateAnswer(messageId: string, visitorId: string, feedback: StoredFeedback | undefined): Promise<boolean>;
}
