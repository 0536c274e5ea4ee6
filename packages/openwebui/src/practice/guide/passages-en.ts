import type { GuidePassage } from './guide-types.ts';

export const passagesEn: GuidePassage[] = [
  {
    id: 'what',
    title: 'What Guichet is',
    about: ['guichet', 'what', 'purpose', 'product', 'widget', 'website', 'site', 'explain', 'hello', 'hi'],
    text: `Guichet puts an assistant from your own Open WebUI on your public website.

- Visitors ask their questions in a small chat on your pages.
- The Guichet server passes each question on to Open WebUI and streams the answer back.
- The key never leaves your server, so no visitor’s browser sees it.

If no answer comes, the visitor reads a short explanation with a reference. The log gives the cause under that reference.`,
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

- sk- and 32 hexadecimal digits: an Open WebUI API key. It works until someone renews or deletes it.
- eyJ: a session token. It works for four weeks by default, or less if the password changes.

A third kind is often confused with them: keys that start with sk-proj-, sk-ant- and the like come from providers. They belong in Open WebUI’s own connections, not here.

Give Guichet an API key. A session token also works, but only until it expires.`,
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

1. As an administrator: Settings > Authentication > API Keys, switch on, Save.
2. For an ordinary account, also: Admin Panel > Users > Groups > Default permissions > Features Permissions > API Keys.
3. With the account that will answer: Settings > Account > API keys > Secrets: Show > Create new secret key.

Then give the key to Guichet: in the set-up, or in its .env file as OPENWEBUI_API_KEY. Use a separate account for this, not an administrator’s.`,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    about: ['privacy', 'data', 'gdpr', 'store', 'stored', 'personal', 'delete', 'erase', 'cookie', 'track', 'private'],
    text: `What visitors write goes from their browser to your Guichet server, to your Open WebUI, and to the provider of the model.

- Guichet stores conversations in its own database, on your server.
- Open WebUI does not keep these conversations as chats. Guichet does not tell it a visitor’s name or address.
- The provider receives what Open WebUI sends it. If the provider is a service on the internet, questions leave your server.
- Tools and web search, if you allow them, receive what the model passes to them.
- A program can delete a conversation with the visitor’s token. The chat has no button for it yet.

Guichet sends nothing to its makers.`,
  },
  {
    id: 'embed',
    title: 'Putting Guichet on a page',
    about: ['embed', 'install', 'snippet', 'script', 'html', 'page', 'wordpress', 'add', 'put', 'integrate'],
    text: `One line on your page is enough:

<script async src="https://chat.example.com/guichet.js" data-site="default"></script>

Replace the address with that of your Guichet. Then add your website’s origin, such as https://www.example.com, to GUICHET_ALLOWED_ORIGINS.`,
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
    text: `Search Guichet’s log for the reference that the visitor saw. It gives the cause:

- the address, or something in between that answers in its place;
- the key: expired, a provider’s, switched off, or not allowed;
- the model: missing, or not shared with the key’s account;
- the provider behind Open WebUI: it rejects or limits requests, or cannot be reached.

On the server, npx guichet doctor checks all of this step by step and says where to click.`,
  },
  {
    id: 'practice',
    title: 'This practice server',
    about: ['practice', 'who', 'demo', 'real', 'test', 'you', 'answering', 'fake', 'bot', 'ai'],
    text: `You are talking to a practice Open WebUI that comes with Guichet. It behaves like the real one, but it has no language model. Instead, I match the words of your question to a passage from a small guide.

To talk to your own assistant, open the set-up with the link in Guichet’s startup log. Or set OPENWEBUI_URL and OPENWEBUI_API_KEY.`,
  },
];
