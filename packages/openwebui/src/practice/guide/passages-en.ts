import type { GuidePassage } from './guide-types.ts';

export const passagesEn: GuidePassage[] = [
  {
    id: 'what',
    title: 'What Guichet is',
    about: ['guichet', 'what', 'purpose', 'product', 'widget', 'website', 'site', 'explain', 'hello', 'hi'],
    text: `Guichet puts an assistant that lives in your own Open WebUI on your public website.

- Visitors ask in a small chat on your pages.
- The Guichet server passes the question on to Open WebUI and streams the answer back.
- The key never leaves your server: a visitor's browser does not see it.

When something does not answer, the visitor reads a sentence with a reference, and the log says under that reference what is wrong.`,
  },
  {
    id: 'keys',
    title: 'Which key is which',
    about: [
      'key',
      'api',
      'sk-',
      'eyj',
      'token',
      'jwt',
      'credential',
      'expire',
      'expired',
      'session',
      'secret',
      'provider',
      'openai',
    ],
    text: `Two secrets look alike:

- sk- and 32 hexadecimal digits: an Open WebUI API key. It lasts until somebody renews or deletes it.
- eyJ: a session token. It lasts four weeks by default, less if the password changes.

And a third that is mixed up with them: sk-proj-, sk-ant- and the like are providers' keys. They belong into Open WebUI's own connections, not here.

Guichet wants the first. Given the second, it works until the token dies.`,
  },
  {
    id: 'where',
    surely: ['where', 'click', 'find'],
    title: 'Where to click for a key',
    about: [
      'where',
      'click',
      'find',
      'create',
      'make',
      'menu',
      'settings',
      'get',
      'how',
      'generate',
      'setup',
      'connect',
      'configure',
    ],
    text: `In a current Open WebUI:

1. As administrator: Settings > Authentication > API Keys, switch on, Save.
2. For a plain account also: Admin Panel > Users > Groups > Default permissions > Features Permissions > API Keys.
3. With the account that shall answer: Settings > Account > API keys > Secrets: Show > Create new secret key.

Then put the key into Guichet's .env file as OPENWEBUI_API_KEY. Use an account kept for this, not an administrator's.`,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    about: ['privacy', 'data', 'gdpr', 'store', 'stored', 'personal', 'delete', 'erase', 'cookie', 'track', 'private'],
    text: `What visitors write stays between their browser, your Guichet server and your Open WebUI.

- Conversations are kept in Guichet's own database, on your server.
- A visitor can delete a conversation.
- Open WebUI keeps nothing of these conversations, and learns no name or address of a visitor.
- Guichet sends nothing anywhere else.`,
  },
  {
    id: 'embed',
    title: 'Putting it on a page',
    about: ['embed', 'install', 'snippet', 'script', 'html', 'page', 'wordpress', 'add', 'put', 'integrate'],
    text: `One line on your page is enough:

<script async src="https://chat.example.com/guichet.js" data-site="default"></script>

Replace the address by that of your Guichet. Name your website's address in GUICHET_ALLOWED_ORIGINS.`,
  },
  {
    id: 'trouble',
    title: 'When it does not answer',
    about: [
      'error',
      'wrong',
      'problem',
      'fail',
      'broken',
      'answer',
      'work',
      'diagnostic',
      'doctor',
      'help',
      '401',
      '403',
      'model',
      'trouble',
    ],
    text: `Look in Guichet's log for the reference that the visitor saw. There it names the cause:

- the address, or something in between that answers in its place;
- the key: expired, a provider's, switched off, not permitted;
- the model: missing, or not shared with the key's account;
- the provider behind Open WebUI: refusing, limiting, out of reach.

On the server, npx guichet doctor looks at all of it step by step and says where to click.`,
  },
  {
    id: 'practice',
    title: 'This practice server',
    about: ['practice', 'who', 'demo', 'real', 'test', 'you', 'answering', 'fake', 'bot', 'ai'],
    text: `You are talking to a practice Open WebUI that comes with Guichet. It behaves like the real one, but there is no language model behind it: I pick a passage from a small guide by the words of your question.

Set OPENWEBUI_URL and OPENWEBUI_API_KEY to talk to your own assistant.`,
  },
];
