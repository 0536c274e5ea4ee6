import { countedIn } from '@guichet/contract/counted';
import type { WholeAgentTexts } from './whole-agent-texts.ts';

const counted = countedIn('en');

export const wholeAgentEn: WholeAgentTexts = {
  opens: {
    automations: 'create and change the account’s automations',
    calendar: 'read and change the account’s calendar',
    channels: 'read the account’s channels',
    chats: 'read the account’s saved chats',
    code_interpreter: 'run code',
    files: 'read the account’s files',
    knowledge: 'search everything the account can read, because the model has no documents of its own',
    memory: 'read and change the account’s memory',
    notes: 'read and write the account’s notes',
    notifications: 'send notifications in the account’s name',
    skills: 'read skills shared with the account, and write new ones',
    subagents: 'start other agents that run on their own',
    tasks: 'write task lists in the account’s chats',
    user_input: 'make the answer wait for input that a website cannot give',
  },
  toolOpen: (what, kind) => `The model’s built-in tools (${kind}) would let visitors ${what}.`,
  unknownTool: (kind) => `The model allows built-in tools that this version of Guichet does not know (${kind}).`,
  closeInModel: 'Switch them off in the model’s editor, under Builtin Tools.',
  closeByNoSwitch:
    'This version of Open WebUI cannot switch them off. Stop sharing the skills with the account, or update Open WebUI to 0.12.4.',
  notChecked: (cause) => `Guichet could not read what the model and the account allow. ${cause}`,
  versionUnknown: 'Guichet could not read the version of Open WebUI.',
  versionTooOld: (version, needed) =>
    `Open WebUI ${version} is too old for the whole agent. Update it to ${needed} or later, or choose one round.`,
  versionUnread: (version) =>
    `Open WebUI ${version} may have built-in tools that this version of Guichet does not know. Update Guichet, or switch Builtin Tools off for the model.`,
  accountIsAdministrator:
    'The key belongs to an administrator, who can do everything. Use a key from an account with the role “user”.',
  accountUnknown: 'Guichet could not read the role of the key’s account. It must be “user”.',
  modelMissing: 'The key’s account cannot use this model.',
  problem: {
    'no-credential': 'Guichet has no key for Open WebUI yet.',
    'no-account': 'The whole agent needs a sign-in as well as the key. Enter the service account’s email and password.',
    'other-address': 'The sign-in belongs to another address of Open WebUI. It was not sent here. Enter it again.',
    'wrong-password': 'Open WebUI rejects the service account’s password. Enter the new one.',
    'account-gone': 'The service account no longer exists in Open WebUI. Set it up again.',
    'no-password-sign-in':
      'This Open WebUI does not allow sign-in with a password, so the whole agent cannot run. Choose one round.',
    'second-factor':
      'The account needs a second factor that Guichet does not have. Enter the secret key of its authenticator app as well.',
    'wrong-code':
      'Open WebUI rejects the code from the account’s authenticator app. Check its secret key and both clocks.',
    'account-pending': 'An administrator has not approved the service account yet.',
    'too-many-sign-ins': 'There were too many sign-ins. Guichet is waiting so that the account is not locked.',
    'not-reached': 'Guichet could not reach Open WebUI to sign in.',
    administrator: 'This account is an administrator. Use an account with the role “user”.',
    'other-account': 'This sign-in and the key belong to different accounts. Use the key’s account.',
    'session-refused': 'Open WebUI rejects the session token it has just issued. Guichet will try again in a moment.',
  },
  retryAfter: (seconds) => `Guichet will try again in ${counted(seconds, { one: '# second', other: '# seconds' })}.`,
  account: {
    kept: (email) =>
      `Guichet can sign in as ${email}. It stores the sign-in encrypted, and only the whole agent uses it.`,
    forgotten: 'Guichet deleted the sign-in and ended its session. Answers continue without the whole agent.',
    none: 'Guichet has no stored sign-in.',
    email: 'Email address of the service account: ',
    password: 'Its password (not shown; stored encrypted): ',
    authenticator: 'Secret key of its authenticator app, if any (not shown; press Enter for none): ',
  },
};
