import type { KeyTexts } from './key-texts.ts';
import { NOUNS as ALL_NOUNS } from './kind-name.ts';

const NOUNS = ALL_NOUNS.en;

export const en: KeyTexts = {
  special: {
    'open-webui-api-key': 'This has the shape of an Open WebUI API key.',
    'private-key': 'This is a private key of a server or a person.',
    'url-with-password': 'This is an address with a user name and a password in it.',
    'open-webui-pipelines': 'This is the password that every Open WebUI Pipelines server starts with.',
    'aws-access-key': 'This is the name of an AWS access key.',
    jwt: 'This is a token (eyJ…) that Open WebUI did not make.',
    'sk-unknown': 'This begins like a key (sk-), but no maker known here writes keys in this form.',
    uuid: 'This is an identifier (a UUID), not a key.',
    hex32: 'These are 32 digits without the beginning that a key of Open WebUI has.',
    hex64: 'These are 64 digits as keys and checksums have them.',
  },
  known: ({ noun, owner }, confidence) =>
    ({
      certain: `This is ${NOUNS[noun]} of ${owner}.`,
      probable: `This is most likely ${NOUNS[noun]} of ${owner}.`,
      possible: `This could be ${NOUNS[noun]} of ${owner}.`,
    })[confidence],
  session: 'This is an Open WebUI session token, not an API key.',
  internalSession: 'This is a token that Open WebUI gives to its own automations.',
  sessionEnded: (date) => `This is an Open WebUI session token that ended on ${date}.`,
  noKey: {
    missing: 'There is no key here yet.',
    placeholder: 'This is an example, not a key.',
    masked: 'Part of this key is hidden.',
    truncated: 'This key is not whole.',
    several: 'This text contains several different keys.',
    unknown: 'This does not have the shape of any key known here.',
  },
  looksLike: ({ noun, owner }) => `It begins like ${NOUNS[noun]} of ${owner}.`,

  meaning: {
    'open-webui-api-key': () =>
      'It does not expire, and it carries every right of its owner. Whether Open WebUI accepts it cannot be told from here; only trying it shows.',
    provider: (owner) =>
      `It lets Open WebUI talk to ${owner}. It does not let Guichet talk to Open WebUI, so visitors would get no answer.`,
    'provider-administration': (owner) =>
      `It manages a whole organisation at ${owner}. Nothing that answers visitors needs it, and it should be in no other program.`,
    app: (owner) => `It opens ${owner}. Open WebUI does not know it, so visitors would get no answer.`,
    'private-key': () => 'It proves who a server or a person is. Nothing that answers visitors needs it.',
    'url-with-password': () =>
      'It opens the database or server that it names, and does not let Guichet talk to Open WebUI.',
    public: (owner) =>
      `It is made to be seen, so nothing is lost. It belongs to ${owner} and does not let Guichet talk to Open WebUI.`,
    'guichet-client': () => 'It lets other programs talk to Guichet. It does not let Guichet talk to Open WebUI.',
    hint: () =>
      'Many things have this shape, so whose it is cannot be told from here. Open WebUI’s own keys are sk- followed by 32 digits and letters from a to f.',
  },
  sameShape: (owner) => `Keys of ${owner} can look the same.`,
  sessionEnds: (date) =>
    `It works until ${date}; from then on visitors get no answer. A changed password ends it sooner.`,
  sessionEndsSoon: (date) => `It ends on ${date}, which is soon; from then on visitors get no answer.`,
  sessionNeverEnds:
    'It has no end date, but a changed password or a changed server secret ends it, and then visitors get no answer.',
  sessionIsOver: 'Open WebUI refuses it, so visitors get no answer.',
  madeBy: {
    'up-to-0.8': 'It comes from Open WebUI 0.8 or older.',
    '0.9-to-0.11': 'It comes from Open WebUI 0.9 to 0.11.',
    '0.12-or-later': 'It comes from Open WebUI 0.12 or later.',
  },
  noKeyMeaning: {
    missing: 'Without a key, Guichet cannot talk to Open WebUI.',
    placeholder: 'Guichet cannot talk to Open WebUI with it.',
    masked: 'Only the page that showed it knows the rest, so it cannot be used.',
    truncated: 'Some of its characters were left behind when it was copied, so Open WebUI would refuse it.',
    several: 'Guichet cannot tell which one you mean, so it uses none of them.',
    unknown: 'Open WebUI’s own keys are sk- followed by 32 digits and letters from a to f.',
  },

  next: {
    guichet: () => 'It belongs here. Guichet can try it now.',
    'guichet-client': () => 'Put it into the program that is to talk to Guichet.',
    'open-webui-connections': () => 'It goes into Open WebUI: Settings > (Admin) Connections. It does not go here.',
    'open-webui-web-search': () => 'It goes into Open WebUI: Settings > (Admin) Web Search. It does not go here.',
    'open-webui-audio': () => 'It goes into Open WebUI: Settings > (Admin) Audio. It does not go here.',
    'open-webui-documents': () =>
      'It goes into Open WebUI’s document settings, or the program that uses it. It does not go here.',
    'provider-administration': (owner) =>
      `Leave it where you manage ${owner}. If it was in a file or a message that others can read, replace it there.`,
    'owning-app': (owner) => `It goes into the program that uses ${owner}. It does not go here.`,
    'owning-machine': () => 'Leave it on the machine it belongs to. If others could read it, replace it.',
    'public-page': (owner) => `It goes into the page or program that uses ${owner}. It does not go here.`,
    'cannot-tell': () => 'Look up where it was copied from.',
    nowhere: () => '',
  },
  ownKey: 'Open WebUI’s own key is under Settings > Account > API keys > Secrets: Show > API Key.',
  replaceSession:
    'Let Guichet exchange it for an API key, which does not expire; or create one in Open WebUI: Settings > Account > API keys > Secrets: Show > Create new secret key.',
  noKeyNext: {
    missing: 'Create one in Open WebUI: Settings > Account > API keys > Secrets: Show > Create new secret key.',
    placeholder:
      'Put the real key in its place: in Open WebUI, Settings > Account > API keys > Secrets: Show > API Key.',
    masked:
      'Use the copy button beside the key: in Open WebUI, Settings > Account > API keys > Secrets: Show > Copy API Key.',
    truncated:
      'Copy it again, whole, with the copy button: in Open WebUI, Settings > Account > API keys > Secrets: Show > Copy API Key.',
    several: 'Paste the Open WebUI key alone, or keep its name in front of it (OPENWEBUI_API_KEY=).',
    unknown: 'Look in Open WebUI: Settings > Account > API keys > Secrets: Show > API Key.',
  },

  removed: (list) => `Left out while reading: ${list}.`,
  removal: {
    'surrounding-space': 'space around it',
    'invisible-characters': 'invisible characters',
    'typographic-dashes': 'dashes changed by a word processor',
    quotes: 'quotation marks',
    'line-breaks': 'line breaks',
    'inner-spaces': 'spaces inside',
    'scheme-word': 'the word in front of it (Bearer)',
    'variable-name': 'the name in front of it',
    comment: 'the comment behind it',
    'trailing-punctuation': 'punctuation behind it',
    'other-lines': 'other lines',
    'surrounding-words': 'the words around it',
    encoding: 'the encoding around it (Base64)',
    escapes: 'escape signs and codes',
    'other-letters': 'letters of another alphabet or width',
    repetition: 'a second copy of it',
    'excess-length': 'everything after the first 32,000 characters',
  },

  confidence: { certain: 'certain', probable: 'probable', possible: 'cannot be told from here' },
  facts: ({ length, lastTwo, fingerprint }) =>
    [
      length === 1 ? '1 character' : `${length} characters`,
      lastTwo && `ends in ${lastTwo}`,
      fingerprint && `fingerprint ${fingerprint}`,
    ]
      .filter(Boolean)
      .join(' · '),
  issued: (date) => `Issued on ${date}.`,
  stayedHere: 'It was only looked at here. Nothing was sent.',
};
