import { countedIn } from '../counted.ts';
import { en as problems } from '../problem-text/en.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('en');

export const en: VisitorTexts = {
  problems,
  queue: {
    before: (count) =>
      count === 0
        ? 'Many people are asking at once. Your question is next.'
        : `Many people are asking at once. ${counted(count, { one: '# question is', other: '# questions are' })} ahead of yours.`,
    begun: 'It is your turn.',
  },
  activities: {
    knowledge: {
      running: 'Searching the documents…',
      done: 'Searched the documents',
      failed: 'Searching the documents failed',
    },
    'web-search': { running: 'Searching the web…', done: 'Searched the web', failed: 'Searching the web failed' },
    picture: { running: 'Creating a picture…', done: 'Created a picture', failed: 'Creating a picture failed' },
    tool: { running: 'Using a tool…', done: 'Used a tool', failed: 'A tool failed' },
    other: { running: 'Looking something up…', done: 'Looked something up', failed: 'Looking something up failed' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: failed`,
  },
  readingFiles: { running: 'Reading your documents…', done: 'Read your documents' },
  pictureUndescribed: 'Picture created by the assistant, without a description',
  examples: {
    greeting: 'Ask me about your order',
    placeholder: 'Your question',
    aiNotice: 'Our AI assistant answers. It can be wrong.',
    dataNotice: 'Please keep medical details out of this chat.',
    consent: 'I agree that Example Ltd stores my messages to answer them.',
  },
};
