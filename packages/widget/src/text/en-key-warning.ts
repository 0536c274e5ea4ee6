/**
 * English of the warning before a message that holds a key or a password; it comes with that piece. In every other language
 * it is in the chunk of that language, under `keyWarning`.
 */
export const enKeyWarning = {
  /** The buttons' group, for screen readers. */
  group: 'Before you send',
  /** `{names}`: what was found, each with its article. */
  what: 'This looks like {names}.',
  /** Where the language has no names of its own for the kinds of keys. */
  anyKey: 'a key or a password',
  why: 'Do not send keys or passwords in a chat: messages are stored and passed to the assistant.',
  remove: { one: 'Remove it', other: 'Remove them' },
  send: 'Send anyway',
  removed: 'Removed. You can send the rest.',
  removedAll: 'Removed.',
};
