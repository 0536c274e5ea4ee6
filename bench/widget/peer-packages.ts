/** Chats for web pages that npm has, as their makers publish them: what a page loads of each, and how it is put there. */

export interface PeerPackage {
  name: string;
  version: string;
  /** What a page loads before anybody opens the chat, below the package's folder. */
  atLoad: readonly string[];
  /** What is wanted on top to open it for the first time. */
  atOpen: readonly string[];
  /** What the figures do not say. */
  note: string;
  /** The page that has it, for what is run in a browser. */
  page?: PeerPage;
}

export interface PeerPage {
  /** @param folder address of the package's folder */
  body(folder: string): string;
  /** What is clicked to open it, inside its shadow root; none where it is always open. */
  launcher?: { host: string; button: string };
}

/** A bundle of everything, from before the first click. */
const ALL_AT_LOAD = 'one file, nothing later';

export const PEER_PACKAGES: readonly PeerPackage[] = [
  {
    name: 'open-chat-studio-widget',
    version: '0.6.0',
    atLoad: [
      'dist/open-chat-studio-widget/open-chat-studio-widget.esm.js',
      'dist/open-chat-studio-widget/p-BKVXO_5E.js',
      'dist/open-chat-studio-widget/p-DQuL1Twl.js',
      'dist/open-chat-studio-widget/p-a0d04423.entry.js',
    ],
    atOpen: [],
    note: 'the panel’s file comes as soon as the element is there',
  },
  {
    name: 'deep-chat',
    version: '2.4.2',
    atLoad: ['dist/deepChat.bundle.js'],
    atOpen: [],
    note: 'no launcher; highlighting and formulas are the page’s business',
    page: {
      body: (folder) =>
        `<script type="module" src="${folder}/dist/deepChat.bundle.js"></script><deep-chat demo="true"></deep-chat>`,
    },
  },
  {
    name: '@typebot.io/js',
    version: '0.10.7',
    atLoad: ['dist/web.js'],
    atOpen: [],
    note: ALL_AT_LOAD,
  },
  {
    name: 'flowise-embed',
    version: '3.1.6',
    atLoad: ['dist/web.js'],
    atOpen: [],
    note: ALL_AT_LOAD,
    page: {
      body: (folder) =>
        `<script type="module">import Chatbot from '${folder}/dist/web.js'; Chatbot.init({ chatflowid: 'bench', apiHost: location.origin });</script>`,
      launcher: { host: 'flowise-chatbot', button: 'button[part="button"]' },
    },
  },
  {
    name: '@botpress/webchat',
    version: '4.5.2',
    atLoad: ['dist/index.umd.cjs', 'dist/style.css'],
    atOpen: [],
    note: 'without React, which it needs',
  },
  {
    name: '@n8n/chat',
    version: '1.37.0',
    atLoad: ['dist/chat.bundle.umd.js', 'dist/style.css'],
    atOpen: [],
    note: 'its build of one file',
  },
];

/** What parses Markdown beside our own. */
export const PARSER_PACKAGES = {
  'streaming-markdown': { name: 'streaming-markdown', version: '0.2.15', file: 'smd.js' },
  marked: { name: 'marked', version: '18.2.1', file: 'lib/marked.esm.js' },
} as const;
