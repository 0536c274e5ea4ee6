/**
 * The widget's own words. English is part of the widget: what is said until another language has come, and where it cannot
 * be had. Every other language is a chunk with the same keys (`texts.ts`). Nothing but data, so that a chunk brings no code.
 */
export const en = {
  /** Which way the language is written. */
  direction: 'ltr' as 'ltr' | 'rtl',
  /** The panel's heading until the site's own name is there: a heading is never empty. */
  chat: 'Chat',
  openChat: 'Open chat',
  closeChat: 'Close chat',
  resize: 'Chat size: drag, or use the arrow keys',
  newConversation: 'New conversation',
  conversations: 'Conversations',
  log: 'Conversation',
  greeting: 'Hello. What would you like to know?',
  practice: 'Answers come from the practice server.',
  /** From the first moment on, in words that the site may choose; whose assistant this is follows. */
  aiNotice: 'An AI answers here, not a person. It can be wrong.',
  /** `{owner}`: as the site calls its owner, else its host name. */
  providedBy: 'Provided by {owner}.',
  /** Beside the field until the first question is sent. */
  dataNotice: 'Do not enter health, bank or other sensitive data.',
  contact: 'Contact',
  privacy: 'Privacy',
  worksWith: 'Works with Open WebUI',
  placeholder: 'Ask a question',
  send: 'Send',
  stop: 'Stop the answer',
  /** Before each message, for screen readers. */
  you: 'You',
  assistant: 'Assistant',
  sources: 'Sources',
  copy: 'Copy answer',
  copyCode: 'Copy code',
  copied: 'Copied',
  latest: 'Go to the newest text',
  thinking: 'Thinking',
  stillWorking: 'Still working on it',
  /** Above what was done for an answer: searches, tools. */
  steps: { one: '# step', other: '# steps' },
  pictureAway: 'Picture not shown: {alt}',
  tooLong: { one: '# character too many', other: '# characters too many' },
  charactersLeft: { one: '# character left', other: '# characters left' },
  unread: { one: '# unread answer', other: '# unread answers' },
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
