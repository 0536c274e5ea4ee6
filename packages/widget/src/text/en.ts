import { countedIn } from '@guichet/contract/counted';

const counted = countedIn('en');

/** The widget's own words. English is the source; every other language has the same keys (`texts.ts`). */
export const en = {
  /** The panel's heading until the site's own name is there: a heading is never empty. */
  chat: 'Chat',
  openChat: 'Open chat',
  closeChat: 'Close chat',
  newConversation: 'New conversation',
  log: 'Conversation',
  greeting: 'Hello. What would you like to know?',
  practice: 'Answers come from the practice server.',
  aiNotice: 'AI can make mistakes.',
  worksWith: 'Works with Open WebUI',
  placeholder: 'Ask a question',
  send: 'Send',
  stop: 'Stop the answer',
  /** Before each message, for screen readers. */
  you: 'You',
  assistant: 'Assistant',
  sources: 'Sources',
  copy: 'Copy answer',
  copied: 'Copied',
  latest: 'Go to the newest text',
  thinking: 'Thinking',
  stillWorking: 'Still working on it',
  /** Above what was done for an answer: searches, tools. */
  steps: (a: { count: number }) => counted(a.count, { one: '# step', other: '# steps' }),
  pictureAway: (a: { alt: string }) => `Picture not shown: ${a.alt}`,
  tooLong: (a: { over: number }) => counted(a.over, { one: '# character too many', other: '# characters too many' }),
  charactersLeft: (a: { left: number }) => counted(a.left, { one: '# character left', other: '# characters left' }),
  unread: (a: { count: number }) => counted(a.count, { one: '# unread answer', other: '# unread answers' }),
  tryAgain: 'Try again',
  reference: 'Reference',
  interrupted: 'The answer was cut off.',
  stopped: 'You stopped this answer.',
  length: 'The answer was cut off at its maximum length.',
  reconnecting: 'Connection lost. Reconnecting…',
  offline: 'You are offline. The chat continues when you are back online.',
  unreachable: 'The chat cannot be reached. Check your connection, then try again.',
  unexpectedAnswer: 'The chat received an unreadable reply. Try again in a moment.',
  pageRefused: 'The chat’s server does not answer this page. The site owner can find out why in Guichet’s diagnosis.',
  /** An answer that failed some time ago. */
  noAnswer: 'The assistant could not answer this.',
  announceSent: 'Message sent.',
  announceWriting: 'The assistant is writing.',
  announceReady: 'The answer is ready. Press Alt and Up arrow to read it.',
  announceStopped: 'Answer stopped.',
};
