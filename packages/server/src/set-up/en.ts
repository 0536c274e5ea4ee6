import { kindList } from './kind-list.ts';
import type { SetUpTexts } from './set-up-texts.ts';
import type { NamedKind } from './whole-agent-texts.ts';

const KIND_NAMES: Record<NamedKind, string> = {
  automations: 'automations',
  calendar: 'calendar',
  channels: 'channels',
  chats: 'saved chats',
  code_interpreter: 'code interpreter',
  files: 'files',
  knowledge: 'search in all knowledge',
  memory: 'memory',
  notes: 'notes',
  notifications: 'notifications',
  skills: 'skills',
  subagents: 'subagents',
  tasks: 'task lists',
  user_input: 'questions to the user',
};

const listed = (kinds: readonly string[] = []) => kindList(kinds, KIND_NAMES, 'built-in tools that open the account');

export const en: SetUpTexts = {
  step: {
    'switch-keys-on': () => 'Switch API keys on for this Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Use the account ${name ?? ''} (${email ?? ''}) that is there already; its password is replaced.`
        : `Make the account ${name ?? ''} (${email ?? ''}) with a long random password.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Use the group ${name ?? ''} that is there already and give it the permission for API keys; it has ${members ?? 0} members, who may then make keys too.`
        : `Make the group ${name ?? ''} with the permission for API keys. Everybody else’s permissions stay as they are.`,
    'join-group': ({ name }) => `Put the account into the group ${name ?? ''}.`,
    'share-model': ({ name, id, makesRow }) =>
      `Let the group use the model ${name ?? id ?? ''}. Whoever may use it today still may.${makesRow ? ' Open WebUI gets an entry of its own for it, with its settings as they are.' : ''}`,
    'share-knowledge': ({ name, id }) =>
      `Let the group read the knowledge ${name ?? id ?? ''} that the model stands on.`,
    'second-factor': () =>
      'Set up an authenticator for the account, because this Open WebUI asks every account for one.',
    'make-key': () => 'Make the account’s API key and keep it in Guichet’s safe.',
    'copy-model': ({ name, copyOf, id, kinds }) =>
      `Copy the model ${name ?? copyOf ?? ''} as ${id ?? ''}, for the website alone: same base, instructions, knowledge, tools and filters, but without ${listed(kinds)}. Nothing changes for people in Open WebUI.`,
    'close-tools': ({ name, id, kinds }) =>
      `Switch built-in tools off in the model ${name ?? id ?? ''}: ${listed(kinds)}. People who use this model in Open WebUI lose them too.`,
    'close-permissions': ({ rights }) =>
      `Take these permissions from every account that has them by default: ${(rights ?? []).join(', ')}. People in Open WebUI lose them too, except through a group or as administrators.`,
    'extend-allow-list': ({ paths }) =>
      `Add to the paths that API keys may reach: ${(paths ?? []).join(', ')}. This applies to every key of this Open WebUI.`,
    'keep-sign-in': ({ email }) =>
      `Keep the password of the account ${email ?? ''} in Guichet’s safe, for the session that the whole agent needs.`,
    'check-answer': ({ name, id }) => `Ask ${name ?? id ?? 'the model'} one short question with the new key.`,
  },
  undo: {
    'switch-keys-on': () => 'Switch API keys off again. Every API key of this Open WebUI stops working.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Take the account ${name ?? ''} (${email ?? ''}) out of the group.`
        : `Delete the account ${name ?? ''} (${email ?? ''}) with its key, its chats and its files.`,
    'make-group': ({ name, origin }) =>
      origin === 'found'
        ? `Take the permission for API keys from the group ${name ?? ''} again.`
        : `Delete the group ${name ?? ''}.`,
    'join-group': ({ name }) => `Take the account out of the group ${name ?? ''}.`,
    'share-model': ({ id }) => `Stop sharing the model ${id ?? ''} with the group.`,
    'share-knowledge': ({ id }) => `Stop sharing the knowledge ${id ?? ''} with the group.`,
    'second-factor': () => 'Forget the account’s authenticator.',
    'make-key': () => 'Delete the key.',
    'copy-model': ({ id }) => `Delete the copy ${id ?? ''}.`,
    'close-tools': ({ id }) => `Set the built-in tools of the model ${id ?? ''} back to what they were.`,
    'close-permissions': ({ rights }) => `Give the default permissions back: ${(rights ?? []).join(', ')}.`,
    'extend-allow-list': () => 'Set the paths that API keys may reach back to what they were.',
    'keep-sign-in': ({ email }) => `Forget the sign-in of the account ${email ?? ''}.`,
    'check-answer': () => 'Nothing to take back.',
  },
  state: {
    toDo: 'to do',
    already: 'there already',
    done: 'done',
    undone: 'taken back',
    kept: 'left',
    failed: 'failed',
  },
  why: {
    refused: 'Open WebUI did not do it.',
    'not-reached': 'Open WebUI was not reached; nothing was changed by this step.',
    'answer-lost': 'No answer came: it may have been done. Going on looks first.',
    'not-taken': 'Open WebUI said yes, but it is not so.',
    'second-factor-lost': 'The account’s authenticator is not known any more. Take everything back and begin again.',
    'no-answer': 'The key is made, but the model does not answer with it.',
  },
  kept: {
    'changed-since': 'Somebody has changed it since.',
    'others-use-it': 'Others use it meanwhile.',
    'was-there-before': 'It was there before Guichet.',
    'other-server': 'It was made at another address of Open WebUI.',
    wanted: 'As you wished.',
  },
  note: {
    'switch-may-not-last':
      'Where Open WebUI runs with ENABLE_PERSISTENT_CONFIG=False, the switch for API keys is off again after its next start; set ENABLE_API_KEYS=true there as well.',
    'switch-is-for-everybody':
      'The switch for API keys counts for the whole Open WebUI; only accounts with the permission can make one.',
    'one-answer-is-asked': 'At the end one short question is asked, which costs what one answer costs.',
    'second-factor-for-all': 'Every account here needs a second factor. Guichet keeps the one of its own account.',
    'carried-on': 'A set-up that stopped half-way is carried on.',
    'copy-stands-alone':
      'The copy does not follow the original. When you change the original later, change the copy too, or undo and run this again.',
    'rights-stay':
      'Open WebUI cannot take a permission from one account alone. The account keeps those that everybody has; the model decides which tools run.',
    'password-is-kept': 'Guichet keeps the account’s password sealed. It is sent to this Open WebUI only.',
  },
  obstacle: {
    'not-reached': 'Open WebUI was not reached.',
    'not-administrator': 'This sign-in is not an administrator’s.',
    'other-server':
      'A set-up at another address of Open WebUI is written down. Take that one back first, or set OPENWEBUI_URL to it again.',
    'too-old': 'This Open WebUI is older than 0.6.37, where keys and permissions work differently. Update it first.',
    'model-missing': 'There is no such model in this Open WebUI.',
    'model-not-sharable': 'This model is a draw between several others and cannot be shared. Choose another one.',
    'whole-agent-too-old':
      'The whole agent needs Open WebUI 0.10.2 or later. Update it first, or run this without --tools.',
    'whole-agent-unread':
      'This Open WebUI is newer than what Guichet knows how to close. Update Guichet first, or run this without --tools.',
    'settings-unreadable': 'The settings of this Open WebUI could not be read as expected.',
  },
  obstacleInConsole: {
    'whole-agent-too-old':
      'The whole agent needs Open WebUI 0.10.2 or later. Update Open WebUI, or set it up without the whole agent.',
    'whole-agent-unread':
      'This Open WebUI is newer than this version of Guichet knows. Update Guichet, or set it up without the whole agent.',
  },
  question: {
    'account-exists': ({ name, email }) => `There is an account ${name ?? ''} (${email ?? ''}) already.`,
    'tools-open': ({ name, id, kinds }) =>
      `The model ${name ?? id ?? ''} lets its user reach the account’s own things: ${listed(kinds)}. On a website, that user is any visitor.`,
    'group-exists': ({ name, members }) =>
      `There is a group ${name ?? ''} already, with ${members === 1 ? 'one member' : `${members ?? 0} members`}.`,
  },
  whichModel: 'Which model shall answer your visitors?',
  choice: {
    'make-another': {
      'account-exists': 'Leave it alone and make another one.',
      'group-exists': 'Leave it alone and make another one.',
      'tools-open': 'Leave it alone and make a copy for the website (better).',
    },
    'use-it': {
      'account-exists': 'Use it. Its password is replaced, which cannot be taken back.',
      'group-exists': 'Use it. Its members may then make API keys.',
      'tools-open': 'Switch them off in the model itself, for everybody who uses it in Open WebUI.',
    },
  },
  kindNames: KIND_NAMES,
  modelChosen: (id) => `The website now answers by the model ${id}.`,
  allowList: {
    propose: (line) =>
      `A choice of its own: Open WebUI can restrict what API keys may reach, for everybody’s keys on this instance. Guichet needs no more than: ${line}`,
    done: 'API keys are restricted to what Guichet needs.',
    undone: 'The restriction of API keys is as it was before.',
  },
  reach: {
    finding: {
      'other-accounts': 'List every account of this Open WebUI with its e-mail address and role.',
      chats: 'Read the chats of the key’s own account.',
      'all-chats': 'Read everybody’s chats.',
      files: 'Read and delete the files of the key’s own account.',
      knowledge: 'Read the knowledge that is shared with the account.',
      'raw-provider-routes': 'Ask the providers directly, past the filters.',
      'server-fetches': 'Make Open WebUI fetch addresses of its own network.',
      'key-rotation': 'Read this key and replace it, so that Guichet’s dies.',
      'provider-keys': 'Read the providers’ keys in clear.',
      'admin-config': 'Read and change the settings of this Open WebUI.',
    },
    remedy:
      'This line, set as allowed endpoints, closes what Guichet does not need. It binds the API keys of everybody on this Open WebUI.',
    notBound:
      'Restrictions bind API keys only, not session tokens. Exchange the token for an API key first; then this line closes what Guichet does not need.',
  },
  finished: (fingerprint) =>
    `Done. Guichet answers with the new key (fingerprint ${fingerprint}). To take everything back: npx guichet openwebui unprovision`,
  stopped:
    'Stopped half-way; what is done is listed above. Run it again to go on, or take it back with: npx guichet openwebui unprovision',
  finishedInConsole: 'Done. Guichet answers with the new key.',
  stoppedInConsole: 'Stopped half-way; what is done is listed above. You can go on from there, or take it back.',
  nothingToUndo: 'There is nothing to take back: Guichet has set up nothing here.',
  nothingChanged: 'Nothing was changed.',
  ask: {
    confirm: 'Do this? (yes/no) ',
    email: 'E-mail address of an administrator of Open WebUI: ',
    password: 'Password (not shown, not kept): ',
    code: 'Code of the authenticator: ',
    session: 'Paste the session token of an administrator, then press Enter.',
  },
};
