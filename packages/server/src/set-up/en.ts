import { countedIn } from '@guichet/contract/counted';
import { kindList } from './kind-list.ts';
import type { SetUpTexts } from './set-up-texts.ts';
import type { NamedKind } from './whole-agent-texts.ts';

const counted = countedIn('en');

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
    'switch-keys-on': () => 'Switch API keys on in this Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Use the existing account ${name ?? ''} (${email ?? ''}) and replace its password.`
        : `Create the account ${name ?? ''} (${email ?? ''}) with a long random password.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Use the existing group ${name ?? ''} and allow it to create API keys. This includes its ${counted(members ?? 0, { one: '# member', other: '# members' })}.`
        : `Create the group ${name ?? ''} and allow it to create API keys. Everyone else’s permissions stay the same.`,
    'join-group': ({ name }) => `Add the account to the group ${name ?? ''}.`,
    'share-model': ({ name, id, makesRow }) =>
      `Let the group use the model ${name ?? id ?? ''}. Everyone who can use it now still can.${makesRow ? ' Open WebUI creates an entry for the model with its current settings.' : ''}`,
    'share-knowledge': ({ name, id }) => `Let the group read the knowledge ${name ?? id ?? ''}, which the model uses.`,
    'second-factor': () => 'Set up an authenticator app for the account, because this Open WebUI requires one.',
    'make-key': () => 'Create the account’s API key and store it encrypted in Guichet.',
    'copy-model': ({ name, copyOf, id, kinds }) =>
      `Copy the model ${name ?? copyOf ?? ''} to ${id ?? ''}, for the website only. The copy has the same base, instructions, knowledge, tools and filters, but not: ${listed(kinds)}. Nothing changes for people in Open WebUI.`,
    'close-tools': ({ name, id, kinds }) =>
      `Switch off built-in tools of the model ${name ?? id ?? ''}: ${listed(kinds)}. People who use this model in Open WebUI lose them too.`,
    'close-permissions': ({ rights }) =>
      `Remove these default permissions from every account: ${(rights ?? []).join(', ')}. Only administrators, and people who have them through a group, keep them.`,
    'extend-allow-list': ({ paths }) =>
      `Allow API keys to reach these paths too: ${(paths ?? []).join(', ')}. This applies to every key of this Open WebUI.`,
    'keep-sign-in': ({ email }) =>
      `Store the password of the account ${email ?? ''} encrypted in Guichet. The whole agent needs it to sign in.`,
    'check-answer': ({ name, id }) => `Ask ${name ?? id ?? 'the model'} one short question with the new key.`,
  },
  undo: {
    'switch-keys-on': () => 'Switch API keys off again. Every API key of this Open WebUI stops working.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Remove the account ${name ?? ''} (${email ?? ''}) from the group.`
        : `Delete the account ${name ?? ''} (${email ?? ''}) with its key, chats and files.`,
    'make-group': ({ name, origin }) =>
      origin === 'found'
        ? `Stop allowing the group ${name ?? ''} to create API keys.`
        : `Delete the group ${name ?? ''}.`,
    'join-group': ({ name }) => `Remove the account from the group ${name ?? ''}.`,
    'share-model': ({ id }) => `Stop sharing the model ${id ?? ''} with the group.`,
    'share-knowledge': ({ id }) => `Stop sharing the knowledge ${id ?? ''} with the group.`,
    'second-factor': () => 'Delete the account’s authenticator secret from Guichet.',
    'make-key': () => 'Delete the key.',
    'copy-model': ({ id }) => `Delete the copy ${id ?? ''}.`,
    'close-tools': ({ id }) => `Restore the built-in tools of the model ${id ?? ''}.`,
    'close-permissions': ({ rights }) => `Restore these default permissions: ${(rights ?? []).join(', ')}.`,
    'extend-allow-list': () => 'Restore the previous paths for API keys.',
    'keep-sign-in': ({ email }) => `Delete the sign-in of the account ${email ?? ''} from Guichet.`,
    'check-answer': () => 'Nothing to undo.',
  },
  state: {
    toDo: 'to do',
    already: 'already there',
    done: 'done',
    undone: 'undone',
    kept: 'kept',
    failed: 'failed',
  },
  why: {
    refused: 'Open WebUI rejected this step.',
    'not-reached': 'Guichet could not reach Open WebUI. This step changed nothing.',
    'answer-lost': 'Open WebUI did not answer, so this step may be done. When you continue, Guichet checks first.',
    'not-taken': 'Open WebUI reported success, but nothing changed.',
    'second-factor-lost': 'Guichet no longer has the account’s authenticator secret. Undo everything and start again.',
    'no-answer': 'The key was created, but the model does not answer.',
  },
  kept: {
    'changed-since': 'Someone has changed it since.',
    'others-use-it': 'Others now use it.',
    'was-there-before': 'It existed before Guichet.',
    'other-server': 'It was created at another address of Open WebUI.',
    'other-site': 'Another site still uses it.',
    wanted: 'As you requested.',
  },
  note: {
    'switch-may-not-last':
      'If Open WebUI runs with ENABLE_PERSISTENT_CONFIG=False, its next restart switches API keys off again. Set ENABLE_API_KEYS=true in Open WebUI as well.',
    'switch-is-for-everybody':
      'API keys are switched on for the whole Open WebUI. Only accounts with the permission can create one.',
    'one-answer-is-asked': 'At the end, Guichet asks one short question. It costs as much as one answer.',
    'second-factor-for-all': 'Every account here needs a second factor. Guichet stores the one for its own account.',
    'carried-on': 'Guichet continues a set-up that stopped halfway.',
    'copy-stands-alone':
      'Later changes to the original do not reach the copy. Change the copy too, or undo and run this again.',
    'rights-stay':
      'Open WebUI cannot remove a permission from one account only. The account keeps everyone’s permissions; the model decides which tools run.',
    'password-is-kept': 'Guichet stores the account’s password encrypted and sends it only to this Open WebUI.',
  },
  obstacle: {
    'not-reached': 'Guichet could not reach Open WebUI.',
    'not-administrator': 'This account is not an administrator.',
    'other-server':
      'Guichet has set up Open WebUI at another address. Undo that first, or set OPENWEBUI_URL to that address again.',
    'too-old': 'This Open WebUI is too old for the automatic set-up. Update it to 0.6.37 or later first.',
    'model-missing': 'This Open WebUI does not have this model.',
    'model-not-sharable':
      'This model picks one of several others at random, so it cannot be shared. Choose another model.',
    'whole-agent-too-old':
      'The whole agent needs Open WebUI 0.10.2 or later. Update it first, or run this without --tools.',
    'whole-agent-unread':
      'This Open WebUI is newer than this version of Guichet supports. Update Guichet first, or run this without --tools.',
    'settings-unreadable': 'Guichet could not read the settings of this Open WebUI.',
  },
  obstacleInConsole: {
    'whole-agent-too-old':
      'The whole agent needs Open WebUI 0.10.2 or later. Update Open WebUI, or set it up without the whole agent.',
    'whole-agent-unread':
      'This Open WebUI is newer than this version of Guichet supports. Update Guichet, or set it up without the whole agent.',
  },
  question: {
    'account-exists': ({ name, email }) => `The account ${name ?? ''} (${email ?? ''}) already exists.`,
    'tools-open': ({ name, id, kinds }) =>
      `The model ${name ?? id ?? ''} opens the account’s own data to its users: ${listed(kinds)}. On a website, every visitor is such a user.`,
    'group-exists': ({ name, members }) =>
      `The group ${name ?? ''} already exists, with ${counted(members ?? 0, { one: '# member', other: '# members' })}.`,
  },
  whichModel: 'Which model should answer your visitors?',
  choice: {
    'make-another': {
      'account-exists': 'Keep it and create another one.',
      'group-exists': 'Keep it and create another one.',
      'tools-open': 'Keep it and create a copy for the website (recommended).',
    },
    'use-it': {
      'account-exists': 'Use it. Guichet replaces its password, which cannot be undone.',
      'group-exists': 'Use it. Its members can then create API keys.',
      'tools-open': 'Switch them off in the model itself, for everyone who uses it in Open WebUI.',
    },
  },
  kindNames: KIND_NAMES,
  modelChosen: (id) => `The website now uses the model ${id}.`,
  allowList: {
    propose: (line) =>
      `Optional: Open WebUI can restrict what API keys reach, for everyone’s keys. Guichet only needs: ${line}`,
    done: 'API keys are restricted to what Guichet needs.',
    undone: 'The restriction of API keys was undone.',
  },
  reach: {
    finding: {
      'other-accounts': 'List every account of this Open WebUI with its email and role.',
      chats: 'Read the chats of the key’s account.',
      'all-chats': 'Read everyone’s chats.',
      files: 'Read and delete the files of the key’s account.',
      knowledge: 'Read the knowledge shared with the account.',
      'raw-provider-routes': 'Ask the providers directly and bypass the filters.',
      'server-fetches': 'Make Open WebUI fetch addresses in its own network.',
      'key-rotation': 'Read this key and replace it, so that Guichet’s stops working.',
      'provider-keys': 'Read the providers’ keys in plain text.',
      'admin-config': 'Read and change the settings of this Open WebUI.',
    },
    remedy:
      'Set this line as allowed endpoints. It closes everything Guichet does not need, and applies to everyone’s API keys in this Open WebUI.',
    placeProbable: ({ version }: { version: string }) =>
      `This menu path applies to Open WebUI ${version}. Yours is probably the same.`,
    notBound:
      'Restrictions apply to API keys only, not to session tokens. Exchange the token for an API key first. This line then closes everything Guichet does not need.',
  },
  finished: (fingerprint) =>
    `Done. Guichet now uses the new key (fingerprint ${fingerprint}). To undo everything: npx guichet openwebui unprovision`,
  stopped:
    'Stopped halfway. The steps above show what is done. Run the command again to continue, or undo it with: npx guichet openwebui unprovision',
  finishedInConsole: 'Done. Guichet now uses the new key.',
  stoppedInConsole: 'Stopped halfway. The steps above show what is done. You can continue or undo it.',
  nothingToUndo: 'There is nothing to undo: Guichet has not set up anything here.',
  outOfDate: 'Something else was set up or undone in the meantime. Nothing was changed. Check the steps again.',
  ofSite: {
    noOwnModel: (model) =>
      `This site has no model of its own. It answers with the first model that the key can use: ${model}. Guichet gives it one.`,
    sharesOthers:
      'All sites use the same key. Guichet therefore lets the account use the models of your other sites too.',
    shared: {
      'one-copy': ({ sites }) =>
        `This copy also answers on: ${sites}. The sites share it, and it stays until you undo the last of them.`,
      'own-copy': ({ sites, model }) =>
        `${model} also answers on: ${sites}. Nothing changes there. Only this site gets the copy.`,
      closed: ({ sites, model }) =>
        `${model} also answers on: ${sites}. Its built-in tools are switched off there too.`,
    },
    undone: (sites) => `This site is as it was before. The account and its key stay for: ${sites}.`,
  },
  nothingChanged: 'Nothing was changed.',
  ask: {
    confirm: 'Continue? (yes/no) ',
    email: 'Email of an administrator of Open WebUI: ',
    password: 'Password (not shown, not stored): ',
    code: 'Code from the authenticator app: ',
    session: 'Paste the session token of an administrator, then press Enter.',
  },
};
