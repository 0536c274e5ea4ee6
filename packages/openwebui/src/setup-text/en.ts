import type { SetupTexts } from './setup-texts.ts';

export const en: SetupTexts = {
  step: {
    'switch-keys-on': () => 'Switch API keys on for this Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Use the account "${name}" (${email}).`
        : `Make a service account "${name}" (${email}) with a long random password and no special rights.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Allow API keys to the group "${name}", with ${members ?? 0} members so far.`
        : `Make a group "${name}" whose members may use API keys. Everybody else's permissions stay as they are.`,
    'join-group': ({ name }) => `Put the service account into the group "${name}".`,
    'share-model': ({ name }) => `Share the model "${name}" with the group. Whoever may use it now still may.`,
    'share-knowledge': ({ name }) => `Share the knowledge "${name}" with the group, because the model draws on it.`,
    'second-factor': ({ email }) =>
      `Give ${email} an authenticator of its own, because every account needs a second factor here.`,
    'make-key': () => 'Make the API key of the service account, or read the one it has.',
    'check-answer': ({ name }) => `Ask the model "${name}" one short question with the new key.`,
  },
  undo: {
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Take the account "${name}" (${email}) out of the group.`
        : `Delete the service account "${name}" (${email}) with its key, its chats and its files.`,
    'share-model': ({ id }) => `Share the model "${id}" with the group no longer.`,
    'share-knowledge': () => 'Share the knowledge with the group no longer.',
    'make-group': ({ name, origin }) =>
      origin === 'found' ? `Take the permission for API keys from the group "${name}".` : `Delete the group "${name}".`,
    'switch-keys-on': () => 'Switch API keys off again. Every API key of this Open WebUI stops working.',
  },
  outcome: { done: 'Done.', already: 'Nothing to do.', undone: 'Taken back.' },
  stepFailed: {
    refused: 'Open WebUI refused this.',
    'not-reached': 'Open WebUI could not be reached. Nothing was changed by this step.',
    'answer-lost':
      'The connection was lost before an answer came, so this may have been done. Going on looks first; undoing works too.',
    'not-taken': 'Open WebUI said yes, and it is not so.',
    'second-factor-lost': 'The service account has an authenticator that is not known any more. Undo, and begin again.',
    'no-answer': 'The key is made and works, and the model does not answer.',
  },
  kept: {
    'changed-since': 'Left as it is, because somebody changed it since.',
    'others-use-it': 'Left as it is, because it has other members.',
    'was-there-before': 'Left as it is, because it was there before.',
    'other-server': 'Left alone, because this was set up at another address.',
    wanted: 'Left as it is, as you wished.',
  },
  note: {
    'switch-may-not-last':
      'Where Open WebUI runs with ENABLE_PERSISTENT_CONFIG=False, the switch is off again after its next start; set ENABLE_API_KEYS=true there.',
    'switch-is-for-everybody':
      'The switch is for the whole instance. Besides administrators, only members of the group get the permission.',
    'one-answer-is-asked': 'One short question is asked of the model at the end; it costs what a short answer costs.',
    'second-factor-for-all':
      'Every account needs a second factor here. The service account gets one that Guichet can answer; its key is not affected by it.',
    'carried-on': 'An interrupted set-up is carried on: what is there is used.',
  },
  obstacle: {
    'not-reached': 'Open WebUI could not be reached.',
    'not-administrator': 'This sign-in is not an administrator’s, or no longer valid.',
    'other-server': 'The set-up to carry on was begun at another address.',
    'too-old': 'This Open WebUI is older than 0.6.37, where keys and permissions work differently. Update it first.',
    'model-missing': 'This model, or one it is made of, is not there.',
    'model-not-sharable': 'This is a draw between several models and cannot be shared. Choose one of them.',
    'settings-unreadable': 'Open WebUI does not show the settings that have to be changed.',
  },
  question: {
    'account-exists': ({ name, email }) => `There is an account "${name}" already (${email}). Is it meant for this?`,
    'group-exists': ({ name, members }) =>
      `There is a group "${name}" already, with ${members ?? 0} members. Is it meant for this?`,
  },
  choice: {
    'account-exists': {
      'make-another': 'Leave it alone and make another.',
      'use-it': 'Use it. Its password is replaced, which cannot be undone; its key is kept.',
    },
    'group-exists': {
      'make-another': 'Leave it alone and make another.',
      'use-it': 'Use it. All of its members may use API keys then.',
    },
  },
  signIn: {
    refused: {
      'wrong-password': 'Address or password is not right.',
      'password-sign-in-off':
        'This Open WebUI does not let anybody sign in with a password. Bring a session token from your browser instead.',
      'trusted-header':
        'This Open WebUI takes only people whom the proxy in front of it names. Bring a session token from your browser instead.',
      other: 'Open WebUI refused this sign-in.',
    },
    secondStep: {
      verify: 'The password is right. Enter the code your authenticator shows, or a recovery code.',
      enroll:
        'The password is right. Open WebUI wants you to set up an authenticator first: sign in there once, then come back.',
      recover:
        'The password is right. Your authenticator was reset: sign in to Open WebUI with the recovery token from whoever runs it, then come back.',
    },
    codeRefused: {
      'wrong-code': 'This code is wrong or was used already. Wait for the next one.',
      'step-expired': 'This took longer than five minutes. Sign in again.',
      'second-factor-off': 'The second factor was switched off meanwhile. Sign in again.',
      other: 'Open WebUI refused this code.',
    },
    pending: 'An administrator has to approve this account first.',
    limited: ({ count, windowSeconds }, seconds) =>
      `Open WebUI lets nobody try more than ${count} times in ${windowSeconds / 60} minutes. Try again in ${inWords(seconds)}.`,
    failed: 'Open WebUI could not be reached, so nothing is known about the password.',
  },
  exchange: {
    'existing-key': 'The account has an API key. It is used as it is.',
    'created-key': 'An API key was made. It does not expire.',
    'no-key': 'The account has no API key yet.',
    'would-replace':
      'Whether the account has a key could not be read. Making one would end the old one at once, wherever it is used.',
    'already-key': 'This is an API key already.',
    refused: 'Open WebUI refused this session.',
    lost: 'The connection was lost while a key was made. Try again: the new key is read then.',
    'keys-off': {
      'switch-keys-on': 'API keys are switched off on this Open WebUI. An administrator can switch them on.',
      'default-permission': 'This account may not use API keys. An administrator can permit it.',
    },
    renewal:
      'Where keys stay off, Guichet can keep the password of a service account in its safe and renew the session by itself.',
  },
  reach: {
    'other-accounts': 'List names, e-mail addresses and roles of other accounts.',
    chats: 'Read, change and delete the chats of this account.',
    'all-chats': 'Read everybody’s chats.',
    files: 'Read and delete the files uploaded by this account.',
    knowledge: 'Read the knowledge shared with this account.',
    'raw-provider-routes': 'Ask the providers directly, past filters and past the model’s own instructions.',
    'server-fetches': 'Make the server fetch web pages.',
    'key-rotation': 'Replace or delete this very key, and lock Guichet out.',
    'provider-keys': 'Read the keys of OpenAI and other providers in clear.',
    'admin-config': 'Read and change all settings of this Open WebUI.',
  },
  allowList: {
    what: 'Close API keys to everything but these paths:',
    everybody: 'This binds every API key of this Open WebUI, not only this one. Session tokens are not bound.',
    keptOthers: (entries) => `Stays open for others, and to this key as well: ${entries.join(', ')}.`,
  },
};

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
