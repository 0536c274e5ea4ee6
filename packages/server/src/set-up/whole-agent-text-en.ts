import type { WholeAgentTexts } from './whole-agent-texts.ts';

export const wholeAgentEn: WholeAgentTexts = {
  opens: {
    automations: 'make and change automations of the account',
    calendar: 'read and change the account’s calendar',
    channels: 'read the channels that the account belongs to',
    chats: 'read the account’s saved chats',
    code_interpreter: 'run code',
    files: 'read files of the account',
    knowledge: 'search everything the account may read, because the model has no documents of its own',
    memory: 'read and change what the account’s memory holds',
    notes: 'read and write notes of the account',
    notifications: 'send notifications in the account’s name',
    skills: 'read skills shared with the account, and write some',
    subagents: 'start other agents that run on their own',
    tasks: 'write task lists into the account’s chats',
    user_input: 'make the answer wait for input that a website cannot give',
  },
  toolOpen: (what, kind) => `The model’s built-in tools (${kind}) would let visitors ${what}.`,
  unknownTool: (kind) => `The model allows built-in tools that this version of Guichet does not know (${kind}).`,
  closeInModel: 'Switch them off in the model’s editor, under Builtin Tools.',
  closeByNoSwitch:
    'This version of Open WebUI has no switch for them. Stop sharing the skills with the account, or update Open WebUI to 0.12.4.',
  notChecked: (cause) => `Guichet could not read what the model and the account allow. ${cause}`,
  versionUnknown: 'Guichet could not read the version of Open WebUI.',
  versionTooOld: (version, needed) =>
    `The whole agent needs Open WebUI ${needed} or later; this one is ${version}. Update Open WebUI, or choose one round.`,
  versionUnread: (version) =>
    `Open WebUI ${version} may have built-in tools that this version of Guichet does not know. Update Guichet, or switch Builtin Tools off for the model.`,
  accountIsAdministrator:
    'The key belongs to an administrator, who may do everything. Use the key of an account with the role “user”.',
  accountUnknown: 'Guichet could not read the role of the key’s account, which must be “user”.',
  modelMissing: 'The account of the key does not see this model.',
  problem: {
    'no-credential': 'Guichet has no key for Open WebUI yet.',
    'no-account': 'The whole agent needs a sign-in besides the key. Enter the service account’s email and password.',
    'other-address': 'The sign-in was given for another address of Open WebUI. It was not sent here; enter it again.',
    'wrong-password': 'Open WebUI rejects the service account’s password. Enter the new one.',
    'account-gone': 'The service account no longer exists in Open WebUI. Set it up again.',
    'no-password-sign-in':
      'Nobody can sign in to this Open WebUI with a password, so the whole agent cannot run. Choose one round.',
    'second-factor':
      'The account needs a second factor that Guichet does not have. Enter its authenticator’s secret key as well.',
    'wrong-code': 'Open WebUI rejects the code of the account’s authenticator. Check its secret key and both clocks.',
    'account-pending': 'The service account still waits for an administrator’s approval.',
    'too-many-sign-ins': 'There were too many sign-ins. Guichet waits, so that the account is not locked out.',
    'not-reached': 'Guichet did not reach Open WebUI to sign in.',
    administrator: 'This account is an administrator. Use an account with the role “user”.',
    'other-account': 'This sign-in and the key belong to different accounts. Use the account that the key belongs to.',
    'session-refused': 'Open WebUI rejects the session that it has given. Guichet tries again in a moment.',
  },
  retryAfter: (seconds) => `Next try in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
  account: {
    kept: (email) => `The sign-in of ${email} works. It is kept in the safe and used for the whole agent alone.`,
    forgotten: 'The sign-in is forgotten and its session ended. Answers go on without the whole agent.',
    none: 'No sign-in is kept.',
    email: 'Email address of the service account: ',
    password: 'Its password (not shown; kept sealed): ',
    authenticator: 'Secret key of its authenticator, if it has one (not shown; press Enter for none): ',
  },
};
