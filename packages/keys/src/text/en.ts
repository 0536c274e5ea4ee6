import type { KeyTexts } from './key-texts.ts';
import { englishName } from './kind-name.ts';

export const en: KeyTexts = {
  special: {
    'open-webui-api-key': 'This looks like an Open WebUI API key.',
    'private-key': 'This is the private key of a server or a person.',
    'url-with-password': 'This is an address that contains a user name and a password.',
    'open-webui-pipelines': 'This is the default password of every Open WebUI Pipelines server.',
    'aws-access-key': 'This is an AWS access key ID, not the secret itself.',
    jwt: 'This is a token (eyJ…) that does not come from Open WebUI.',
    'sk-unknown': 'This starts like a key (sk-), but it matches no kind of key that Guichet knows.',
    uuid: 'This is an identifier (a UUID), not a key.',
    hex32: 'These are 32 hexadecimal digits, without the sk- that starts an Open WebUI key.',
    hex64: 'These are 64 hexadecimal digits, as in many keys and checksums.',
  },
  known: (words, confidence) =>
    ({
      certain: `This is ${englishName(words)}.`,
      probable: `This is most likely ${englishName(words)}.`,
      possible: `This could be ${englishName(words)}.`,
    })[confidence],
  session: 'This is an Open WebUI session token, not an API key.',
  internalSession: 'This is a token that Open WebUI issues for its own automations.',
  sessionEnded: (date) => `This is an Open WebUI session token that expired on ${date}.`,
  noKey: {
    missing: 'There is no key here yet.',
    placeholder: 'This is an example, not a key.',
    masked: 'Part of this key is hidden.',
    truncated: 'This key is incomplete.',
    several: 'This text contains several different keys.',
    unknown: 'This matches no kind of key that Guichet knows.',
  },
  looksLike: (words) => `It starts like ${englishName(words)}.`,

  meaning: {
    'open-webui-api-key': () =>
      'It does not expire, and it has all its owner’s rights. Try it to find out whether Open WebUI accepts it.',
    provider: (owner) =>
      `It lets Open WebUI talk to ${owner}, but it does not let Guichet talk to Open WebUI. Visitors would get no answer.`,
    'provider-administration': (owner) =>
      `It manages a whole organisation at ${owner}. Nothing that answers visitors needs it.`,
    app: (owner) => `It gives access to ${owner}. Open WebUI does not know it, so visitors would get no answer.`,
    'private-key': () => 'It proves the identity of a server or a person. Nothing that answers visitors needs it.',
    'url-with-password': () =>
      'It gives access to the database or server it names, but it does not let Guichet talk to Open WebUI.',
    public: (owner) =>
      `It is meant to be public, so nothing is lost. It belongs to ${owner} and does not let Guichet talk to Open WebUI.`,
    'guichet-client': () => 'It lets other programs talk to Guichet, but it does not let Guichet talk to Open WebUI.',
    hint: () =>
      'Many things look like this, so Guichet cannot tell what it is. Open WebUI keys are sk- followed by 32 digits and letters from a to f.',
  },
  sameShape: (owner) => `${owner} keys can look the same.`,
  sessionEnds: (date) =>
    `It works until ${date}. After that, visitors get no answer. It stops working sooner if the password changes.`,
  sessionEndsSoon: (date) => `It expires soon, on ${date}. After that, visitors get no answer.`,
  sessionNeverEnds:
    'It has no expiry date, but it stops working if the password or the server’s secret changes. Visitors then get no answer.',
  sessionIsOver: 'Open WebUI rejects it, so visitors get no answer.',
  madeBy: {
    'up-to-0.8': 'It comes from Open WebUI 0.8 or earlier.',
    '0.9-to-0.11': 'It comes from Open WebUI 0.9 to 0.11.',
    '0.12-or-later': 'It comes from Open WebUI 0.12 or later.',
  },
  noKeyMeaning: {
    missing: 'Without a key, Guichet cannot talk to Open WebUI.',
    placeholder: 'Guichet cannot talk to Open WebUI with it.',
    masked: 'Only the page that showed it knows the rest, so Guichet cannot use it.',
    truncated: 'Some characters were lost when it was copied, so Open WebUI would reject it.',
    several: 'Guichet cannot tell which one you mean, so it uses none of them.',
    unknown: 'Open WebUI keys are sk- followed by 32 digits and letters from a to f.',
  },

  next: {
    guichet: () => 'It belongs here. Guichet can try it now.',
    'guichet-client': () => 'Put it in the program that talks to Guichet.',
    'open-webui-connections': () => 'It belongs in Open WebUI, not here: Settings > (Admin) Connections.',
    'open-webui-web-search': () => 'It belongs in Open WebUI, not here: Settings > (Admin) Web Search.',
    'open-webui-audio': () => 'It belongs in Open WebUI, not here: Settings > (Admin) Audio.',
    'open-webui-documents': () =>
      'It belongs in Open WebUI’s document settings or in the program that uses it, not here.',
    'provider-administration': (owner) =>
      `Leave it where you manage ${owner}. If others can read the file or message you copied it from, replace the key there.`,
    'owning-app': (owner) => `It belongs in the program that uses ${owner}, not here.`,
    'owning-machine': () => 'Leave it on the machine it belongs to. If others could have read it, replace it.',
    'public-page': (owner) => `It belongs in the page or program that uses ${owner}, not here.`,
    'cannot-tell': () => 'Check where you copied it from.',
    nowhere: () => '',
  },
  ownKey: 'Your Open WebUI key is under Settings > Account > API keys > Secrets: Show > API Key.',
  replaceSession:
    'Let Guichet exchange it for an API key, which does not expire. Or create one in Open WebUI: Settings > Account > API keys > Secrets: Show > Create new secret key.',
  noKeyNext: {
    missing: 'Create one in Open WebUI: Settings > Account > API keys > Secrets: Show > Create new secret key.',
    placeholder:
      'Replace it with the real key. In Open WebUI: Settings > Account > API keys > Secrets: Show > API Key.',
    masked:
      'Use the copy button next to the key. In Open WebUI: Settings > Account > API keys > Secrets: Show > Copy API Key.',
    truncated:
      'Copy the whole key again, with the copy button. In Open WebUI: Settings > Account > API keys > Secrets: Show > Copy API Key.',
    several: 'Paste only the Open WebUI key, or keep its name in front of it (OPENWEBUI_API_KEY=).',
    unknown: 'Look in Open WebUI: Settings > Account > API keys > Secrets: Show > API Key.',
  },

  removed: (list) => `Ignored: ${list}.`,
  removal: {
    'surrounding-space': 'spaces around it',
    'invisible-characters': 'invisible characters',
    'typographic-dashes': 'dashes that a word processor changed',
    quotes: 'quotation marks',
    'line-breaks': 'line breaks',
    'inner-spaces': 'spaces inside it',
    'scheme-word': 'the word in front of it (Bearer)',
    'variable-name': 'the name in front of it',
    comment: 'the comment after it',
    'trailing-punctuation': 'punctuation after it',
    'other-lines': 'other lines',
    'surrounding-words': 'the words around it',
    encoding: 'the encoding around it (Base64)',
    escapes: 'escape characters and codes',
    'other-letters': 'letters from another alphabet or of another width',
    repetition: 'a second copy of it',
    'excess-length': 'everything after the first 32,000 characters',
  },

  confidence: { certain: 'certain', probable: 'probable', possible: 'uncertain' },
  facts: ({ length, lastTwo, fingerprint }) =>
    [
      length === 1 ? '1 character' : `${length} characters`,
      lastTwo && `ends in ${lastTwo}`,
      fingerprint && `fingerprint ${fingerprint}`,
    ]
      .filter(Boolean)
      .join(' · '),
  issued: (date) => `Issued on ${date}.`,
  stayedHere: 'Checked here only. Nothing was sent.',
};
