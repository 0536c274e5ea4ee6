import { countedIn } from '@guichet/contract/counted';
import type { ServerTexts } from './server-texts.ts';

const counted = countedIn('en');

export const en: ServerTexts = {
  welcome: {
    title: 'Guichet is running',
    heading: 'Guichet is running.',
    lead: 'The chat at the bottom of this page is the one your visitors will see. Ask it something.',
    practiceHeading: 'Answers come from the practice server.',
    practice:
      'No Open WebUI is set up yet, so a stand-in answers. To put your own assistant here, open the link that Guichet printed when it started: the set-up leads you step by step, in about five minutes.',
    setUp: 'Open the set-up',
    noLink: 'Is the link gone? On the server, this command prints another:',
    byFile: 'Without the console, by a file',
    byFileHow:
      'Write these two lines into a file named .env beside package.json. Guichet reads it within seconds, without a restart:',
    noKey:
      'Without a key yet? Write the first line alone, then run npx guichet openwebui provision: with an administrator’s sign-in, used once, Guichet makes account, permission and key by itself and can take it all back.',
    embedHeading: 'Put it on your site',
    embed: 'Copy this line to the end of your page, before </body>:',
    origins: 'Sites other than this one must be named in GUICHET_ALLOWED_ORIGINS, for example https://www.example.com.',
    pages: {
      label: 'Pages of Guichet',
      diagnosis: 'No answer? The diagnosis',
      console: 'The console',
      guide: 'The guide',
    },
  },
  practice: {
    assistantName: 'Guichet guide',
    suggestions: [
      'What is Guichet?',
      'Which key do I need, the one with sk- or with eyJ?',
      'How do I put it on my page?',
    ],
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Many people are asking at once. Your question is next.'
        : count === 1
          ? 'Many people are asking at once. One question is before yours.'
          : `Many people are asking at once. ${count} questions are before yours.`,
    begun: 'It is your turn.',
  },
  credential: {
    swapped: (fingerprint) =>
      `The new credential works and is used from the next question on (fingerprint ${fingerprint}).`,
    swapRefused: (cause) => `The new credential was not taken, the old one stays in use. ${cause}`,
    expiring: (days, expiresAt) =>
      `The session token for Open WebUI expires in ${days === 1 ? 'a day' : `${days} days`}, at ${expiresAt}. Visitors get no answer after that. Replace it by an API key, which does not expire.`,
    expired: (expiresAt) =>
      `The session token for Open WebUI expired at ${expiresAt}. Visitors get no answer until it is replaced; an API key does not expire.`,
    refusedNow: (cause) => `Open WebUI refuses the credential; visitors get no answer. ${cause}`,
    acceptedAgain: 'Open WebUI takes the credential again; visitors get answers.',
  },
  signIn: {
    secondFactor: {
      verify: 'The password is right. Enter the code that your authenticator shows, or a recovery code.',
      enroll:
        'The password is right. This Open WebUI asks every account for an authenticator, and this one has none yet: sign in once in Open WebUI itself and set it up there, then come back.',
      recover:
        'The password is right, but the authenticator was reset: sign in once in Open WebUI itself with the token from its operator, then come back.',
    },
    refused: {
      'wrong-password': 'Open WebUI does not take this address and password together.',
      'password-sign-in-off':
        'In this Open WebUI nobody can sign in with a password. Paste a session token from your browser instead.',
      'trusted-header':
        'This Open WebUI lets people in through the proxy before it only. Paste a session token from your browser instead.',
      'wrong-code': 'This code is wrong or was used already. Wait for the next one of the authenticator.',
      'step-expired': 'The sign-in took too long. Begin again with the password.',
      'second-factor-off': 'The second factor was switched off meanwhile. Begin again with the password.',
      other: 'Open WebUI does not let this account in.',
    },
    limited: (count, seconds) =>
      `Open WebUI locks an account out after ${count} attempts, so Guichet waits before the next one. Try again in ${seconds} seconds.`,
  },
  rotation: {
    rotated: (rewrapped, already) =>
      `Sealed anew with the first master key: ${rewrapped}. Sealed with it already: ${already}.`,
    wouldRotate: (rewrapped, already) =>
      `Nothing was changed. Would be sealed anew with the first master key: ${rewrapped}. Sealed with it already: ${already}.`,
    removable: (ids) => `No longer needed in GUICHET_MASTER_KEYS: ${ids}.`,
    corrupt: (names) =>
      `Nothing was changed: these secrets are damaged and cannot be read: ${names}. Set them again first.`,
  },
  move: {
    progress: (done, of) => `${done} of ${counted(of, { one: '# row', other: '# rows' })} copied`,
    targetInUse: (place) =>
      `${place} already holds the data of a Guichet server. Name an empty database in DATABASE_URL. Nothing was changed.`,
    tables: (list) => `Copied and compared: ${list}.`,
    done: (from, to) =>
      `Everything in ${from} is now also in ${to}. Set DATABASE_URL on the server and restart it; keep the master keys. To go back, remove DATABASE_URL and restart: ${from} was not changed.`,
  },
  backup: {
    made: (file) =>
      `The backup is in ${file}. It holds conversations as they are and secrets sealed: keep the master keys (GUICHET_MASTER_KEYS, or the file master-keys in the data directory) in another place, they are needed to restore.`,
    restored: (folder) =>
      `The backup is in ${folder}. Put the master keys of the former installation beside it, or into GUICHET_MASTER_KEYS, then start Guichet.`,
  },
  settings: {
    notApplied: (problem) => `The settings were read again and not applied; what was in force stays so. ${problem}`,
    needRestart: (names) => `Changed, but only in force after a restart: ${names}.`,
    readAgain: 'The settings were read again.',
  },
  sites: {
    storedProblem: (site, sentence) =>
      `Site ${site}: a stored setting is ignored, and its default applies. ${sentence}.`,
    fallback: (site, chosen, inForce) =>
      `Site ${site}: tools are set to ${chosen}, which is not possible at the moment. ${inForce} applies instead.`,
    possibleAgain: (site, mode) => `Site ${site}: tools work as set again: ${mode}.`,
  },
  start: {
    listening: (address) => `Guichet is listening on ${address}`,
    practice: (version) =>
      `No OPENWEBUI_URL is set: answers come from the practice server, which behaves like Open WebUI ${version}.`,
    keyMissing:
      'OPENWEBUI_URL is set but OPENWEBUI_API_KEY is not: visitors are told that the assistant is not set up yet. In Open WebUI: Settings > Account > API keys.',
    keyUnusable: (what, next) =>
      `OPENWEBUI_API_KEY holds something else than a key of Open WebUI, and is not sent anywhere. ${what} ${next} Until then visitors are told that the assistant is not set up yet.`,
    masterKeyCreated: (file) =>
      `A master key was made in ${file}. It lies beside what it protects: whoever copies the data directory has both. To separate them, move its content into the setting GUICHET_MASTER_KEYS and delete the file.`,
    masterKeyInData: (file) =>
      `The master key is read from ${file}, beside what it protects. To separate them, move its content into the setting GUICHET_MASTER_KEYS and delete the file.`,
    masterKeyFileUnusable: (file, problem) =>
      `The file of the master keys, ${file}, ${problem}. Bring it back from a copy, or set GUICHET_MASTER_KEYS. Guichet changed nothing. Without the keys, stored secrets cannot be opened; delete the file only to begin with new ones.`,
    secretDamaged: (name) =>
      `The stored secret "${name}" is damaged and cannot be read; set it again. The others work.`,
    orphans: (count) =>
      count === 1
        ? 'One answer was cut by the last stop; what there was of it is kept and marked as interrupted.'
        : `${count} answers were cut by the last stop; what there was of them is kept and marked as interrupted.`,
    claim: (link) =>
      `Nobody has come into this Guichet yet. Open this link to set it up; it works once, for 30 minutes, and the next start prints a new one:\n${link}`,
    claimByToken: (address) =>
      `Nobody has come into this Guichet yet. To set it up, open ${address} with the value of GUICHET_SETUP_TOKEN at its end; it works once.`,
    nodeTooOld: (version) =>
      `Guichet needs Node 24.7 or newer, for argon2, which protects the operator’s password; this is Node ${version}. npm start fetches a newer one by itself.`,
    stopping: 'Stopping: answers under way are finished first, for at most 25 seconds.',
    stopped: 'Stopped.',
    portForbidden: (port) =>
      `This account must not listen on port ${port}. Set PORT to a number above 1023, for example 8787.`,
    hostUnusable: (host, from) =>
      `HOST (from ${from}) is "${host}", which is not an address of this machine; Guichet can listen on HOST=0.0.0.0 or HOST=127.0.0.1.`,
    portTaken: (port) => `Port ${port} is in use by another program. Stop that one, or set PORT to another number.`,
    dataDirTaken(folder, holder) {
      const who = holder
        ? `process ${holder.process} on ${holder.host}, started ${new Date(holder.startedAt).toISOString()}`
        : 'a process that left no details';
      return `Another Guichet server is already running on the data folder ${folder}: ${who}. Stop it first, or set GUICHET_DATA_DIR to a folder of this server’s own.`;
    },
    databaseDamaged: (file, reason) =>
      `The database ${file} is damaged (${reason}). Move it aside and bring back a backup with npx guichet restore FILE.`,
    database: {
      waiting: (place, reason) => `Waiting for the database ${place} (${reason}).`,
      unreachable: (place, reason) =>
        `The database ${place} does not answer (${reason}). Start it, or correct DATABASE_URL. Without DATABASE_URL, Guichet uses SQLite in its data folder.`,
      login: (place, reason) =>
        `The database ${place} rejects the sign-in in DATABASE_URL (${reason}). Correct the user, the password or sslmode there.`,
      'unknown-database': (place) =>
        `The database ${place} does not exist. Create it, for example with createdb, or correct the name in DATABASE_URL.`,
      newer: (place) =>
        `The database ${place} was written by a newer version of Guichet. Install that version, or restore a backup made before the update. Nothing was changed.`,
      lost: (place) => `A connection to the database ${place} was lost; Guichet opens another one.`,
    },
    dataDirUnusable: (folder, reason) =>
      `The data directory ${folder} cannot be used (${reason}). Make it writable, or set GUICHET_DATA_DIR to another folder.`,
  },
};
