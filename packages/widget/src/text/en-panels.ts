/**
 * English of the pieces that come on demand, which bring it along. In every other language it is in the chunk of that
 * language, under `panels`.
 */
export const enPanels = {
  good: 'Good answer',
  bad: 'Bad answer',
  again: 'Answer again',
  edit: 'Edit the question',
  whyBad: 'What was wrong?',
  incorrect: 'Incorrect',
  incomplete: 'Incomplete',
  unrelated: 'Does not answer the question',
  other: 'Something else',
  comment: 'Comment (optional)',
  send: 'Send',
  thanks: 'Thank you. The site owner can read your rating.',
  back: 'Back to the conversation',
  search: 'Search',
  none: 'No conversations yet.',
  noneFound: 'Nothing found.',
  untitled: 'Without a title',
  rename: 'Rename',
  save: 'Save',
  remove: 'Delete',
  removeSure: 'Delete this conversation?',
  yourData: 'Your data',
  download: 'Download everything',
  erase: 'Erase everything',
  eraseSure: 'All your conversations and everything you said about yourself will be erased. This cannot be undone.',
  eraseNow: 'Erase now',
  failed: 'That did not work. Try again in a moment.',
};
