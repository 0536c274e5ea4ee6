import type { ThemingTexts } from './theming-texts.ts';

export const en: ThemingTexts = {
  title: 'Theming',
  lead: 'Change how the chat looks. The preview changes while you type, and the lines to paste are always up to date. Nothing is sent.',
  otherLanguage: 'Français',
  guide: 'Guide',
  skip: 'Skip to content',
  noScript: 'This page needs JavaScript.',
  presets: {
    heading: 'Start from',
    names: {
      guichet: 'Guichet',
      plain: 'Plain',
      round: 'Warm',
      contrast: 'High contrast',
      'french-state': 'French State (DSFR)',
    },
    notes: {
      'french-state':
        'Only websites of the French State may use this design. The page has to provide the Marianne font; without it, Arial is used.',
    },
  },
  line: {
    heading: 'The quick way',
    accent: 'Your colour',
    accentHint: 'Guichet darkens or lightens it if it would be hard to read.',
    theme: 'Light or dark',
    themes: { auto: 'As the system', light: 'Always light', dark: 'Always dark' },
    position: 'Corner',
    positions: { right: 'Right', left: 'Left' },
  },
  colours: {
    heading: 'Colours',
    hint: 'Used exactly as you write them. Leave a field empty to keep Guichet’s colour.',
    names: {
      accent: 'Buttons and links',
      'accent-contrast': 'Text on buttons',
      bg: 'Background',
      fg: 'Text',
      muted: 'Quiet text',
      border: 'Lines',
    },
    shades: { light: 'Light', dark: 'Dark' },
    pick: (what) => `Pick a colour: ${what}`,
  },
  measures: {
    heading: 'Type, size and place',
    hint: 'Any CSS value. Leave a field empty to keep Guichet’s own.',
    names: {
      radius: 'Corners',
      font: 'Font',
      'font-size': 'Text size',
      width: 'Width',
      height: 'Height',
      'offset-x': 'Distance from the side',
      'offset-y': 'Distance from the bottom',
      z: 'Layer (z-index)',
    },
    examples: {
      radius: '14px',
      font: 'system-ui, sans-serif',
      'font-size': '15px',
      width: '400px',
      height: '640px',
      'offset-x': '24px',
      'offset-y': '24px',
      z: '2147483000',
    },
  },
  wrongValue: 'Browsers do not understand this value. It is not used.',
  paste: {
    heading: 'Lines to paste',
    where: 'Paste them at the end of your page, before </body>.',
    copy: 'Copy',
    copied: 'Copied',
    noClipboard: 'Your browser did not allow copying. Select the lines and copy them.',
    reset: 'Start over',
    link: 'The address of this page contains your changes. Keep it to continue later.',
  },
  preview: {
    heading: 'Preview',
    note: 'A sample conversation. The button in the corner shows place and size.',
    shades: { light: 'Light', dark: 'Dark' },
  },
  contrast: {
    heading: 'Can it be read?',
    note: 'Measured in the preview. Text needs a contrast of at least 4.5 to 1 (WCAG 2.2).',
    places: {
      text: 'Answers',
      quiet: 'Quiet text',
      own: 'The visitor’s messages',
      link: 'Links',
      send: 'The send button',
    },
    enough: (ratio) => `${ratio} to 1, enough`,
    tooLow: (ratio) => `${ratio} to 1, too low`,
    summary: (count) =>
      count === 0
        ? 'All text can be read.'
        : count === 1
          ? 'One contrast is too low.'
          : `${count} contrasts are too low.`,
  },
  sample: {
    name: 'Assistant',
    shades: { light: 'light', dark: 'dark' },
    greeting: 'Hello, how can I help?',
    question: 'What are your opening hours?',
    answer:
      'We are open **five days a week**:\n\n| Day | Hours |\n| --- | --- |\n| Tuesday to Friday | 9 am to 6 pm |\n| Saturday | 10 am to 4 pm |\n\n- Closed on public holidays\n- See [how to find us](https://www.example.com/visit)\n',
    sources: [{ id: '1', title: 'Opening hours', url: 'https://www.example.com/hours' }],
    secondQuestion: 'And next Monday?',
    cutAnswer: 'Next Monday is a public',
    draft: 'Thank you',
    reply: 'This is only a preview: nothing was sent, and no model answered.',
  },
};
