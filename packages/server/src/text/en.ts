import { countedIn } from '@guichet/contract/counted';
import type { ServerTexts } from './server-texts.ts';

const counted = countedIn('en');

export const en: ServerTexts = {
  welcome: {
    title: 'Guichet is running',
    heading: 'Guichet is running.',
    lead: 'Your visitors will see the chat at the bottom of this page. Ask it something.',
    practiceHeading: 'Answers come from the practice server.',
    practice:
      'You have not connected your Open WebUI yet. To do so, open the link that Guichet printed in its log when it started. The set-up takes about five minutes.',
    setUp: 'Open the set-up',
    noLink: 'No link? Run this command on the server to get a new one:',
    byFile: 'Or use the .env file',
    byFileHow:
      'Add these two lines to the file .env beside package.json. Guichet reads it within seconds, without a restart:',
    noKey:
      'No key yet? Add only the first line, then run npx guichet openwebui provision. Guichet signs in once as an administrator, creates its own account and key, and can undo everything.',
    embedHeading: 'Put it on your site',
    embed: 'Paste this line at the end of your page, before </body>:',
    origins: 'List your site’s origin in GUICHET_ALLOWED_ORIGINS, for example https://www.example.com.',
    pages: {
      label: 'Pages of Guichet',
      diagnosis: 'No answer? Open the diagnosis',
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
  credential: {
    swapped: (fingerprint) => `The new key or token works and is now in use (fingerprint ${fingerprint}).`,
    swapRefused: (cause) => `The new key or token was rejected. The current one stays in use. ${cause}`,
    expiring: (days, expiresAt) =>
      `The session token for Open WebUI expires in ${counted(days, { one: '# day', other: '# days' })}, at ${expiresAt}. After that, visitors get no answers. Replace it with an API key, which does not expire.`,
    expired: (expiresAt) =>
      `The session token for Open WebUI expired at ${expiresAt}. Visitors get no answers. Replace it with an API key, which does not expire.`,
    refusedNow: (cause) => `Open WebUI rejects the current key or token. Visitors get no answers. ${cause}`,
    acceptedAgain: 'Open WebUI accepts the key or token again. Visitors get answers.',
  },
  signIn: {
    secondFactor: {
      verify: 'The password is correct. Enter the code from your authenticator app, or a recovery code.',
      enroll:
        'The password is correct. This Open WebUI requires an authenticator app, and this account has none. Sign in to Open WebUI, set one up, then come back.',
      recover:
        'The password is correct, but the authenticator app was reset. Sign in to Open WebUI with the token from its administrator, then come back.',
    },
    refused: {
      'wrong-password': 'Wrong email or password for Open WebUI.',
      'password-sign-in-off':
        'This Open WebUI does not allow sign-in with a password. Paste a session token from your browser instead.',
      'trusted-header':
        'People sign in to this Open WebUI only through the proxy in front of it. Paste a session token from your browser instead.',
      'wrong-code': 'This code is wrong or was already used. Wait for the next code in the authenticator app.',
      'step-expired': 'The sign-in took too long. Start again with the password.',
      'second-factor-off': 'The second factor has been switched off. Start again with the password.',
      other: 'Open WebUI does not let this account sign in.',
    },
    limited: (count, seconds) =>
      `Open WebUI locks an account after ${counted(count, { one: '# attempt', other: '# attempts' })}. Try again in ${counted(seconds, { one: '# second', other: '# seconds' })}.`,
  },
  rotation: {
    rotated: (rewrapped, already) =>
      `Encrypted again with the first master key: ${rewrapped}. Already encrypted with it: ${already}.`,
    wouldRotate: (rewrapped, already) =>
      `Nothing was changed. To encrypt again with the first master key: ${rewrapped}. Already encrypted with it: ${already}.`,
    removable: (ids) => `You can remove these from GUICHET_MASTER_KEYS: ${ids}.`,
    corrupt: (names) => `Nothing was changed. These secrets are damaged: ${names}. Set them again first.`,
  },
  move: {
    progress: (done, of) => `${done} of ${counted(of, { one: '# row', other: '# rows' })} copied`,
    targetInUse: (place) =>
      `${place} already holds the data of a Guichet server. Name an empty database in DATABASE_URL. Nothing was changed.`,
    stopped: (place, reason) =>
      `The copy to ${place} stopped (${reason}). Nothing was kept there, and the source was not changed. Run the command again.`,
    tables: (list) => `Copied and compared: ${list}.`,
    done: (from, to) =>
      `Everything in ${from} is now also in ${to}. Set DATABASE_URL on the server and restart it; keep the master keys. To go back, remove DATABASE_URL and restart: ${from} was not changed.`,
  },
  backup: {
    made: (file) =>
      `The backup is in ${file}. Secrets in it are encrypted; conversations are not. To restore it, you need the master keys: GUICHET_MASTER_KEYS, or the file master-keys in the data folder. Keep them somewhere else.`,
    restored: (place) =>
      `The backup was restored to ${place}. Copy the old installation’s master keys to the data folder, or set them as GUICHET_MASTER_KEYS. Then start Guichet.`,
  },
  settings: {
    notApplied: (problem) => `The new settings were not applied. The current ones stay in use. ${problem}`,
    needRestart: (names) => `Restart Guichet to apply these changes: ${names}.`,
    readAgain: 'The settings were read again.',
  },
  sites: {
    storedProblem: (site, sentence) =>
      `Site ${site}: Guichet ignores a stored setting and uses the default. ${sentence}.`,
    fallback: (site, chosen, inForce) =>
      `Site ${site}: tools are set to ${chosen}, which is not possible right now. ${inForce} applies instead.`,
    possibleAgain: (site, mode) => `Site ${site}: tools work in the chosen mode again: ${mode}.`,
  },
  start: {
    listening: (address) => `Guichet is listening on ${address}`,
    practice: (version) =>
      `No OPENWEBUI_URL is set: answers come from the practice server, which behaves like Open WebUI ${version}.`,
    keyMissing:
      'OPENWEBUI_URL is set, but OPENWEBUI_API_KEY is not. Visitors are told that the assistant is not set up yet. Find a key in Open WebUI: Settings > Account > API keys.',
    keyUnusable: (what, next) =>
      `OPENWEBUI_API_KEY does not contain a key for Open WebUI. It was not sent anywhere. ${what} ${next} Until then, visitors are told that the assistant is not set up yet.`,
    masterKeyCreated: (file) =>
      `Guichet created a master key in ${file}. A copy of the data folder contains both the key and the secrets it protects. To separate them, move the key to the setting GUICHET_MASTER_KEYS and delete the file.`,
    masterKeyInData: (file) =>
      `The master key is in ${file}, in the same folder as the secrets it protects. To separate them, move the key to the setting GUICHET_MASTER_KEYS and delete the file.`,
    masterKeyFileUnusable: (file, problem) =>
      `The master key file ${file} ${problem}. Restore it from a copy, or set GUICHET_MASTER_KEYS. Nothing was changed. Without the keys, stored secrets are lost. Delete the file only if you want to enter new ones.`,
    secretDamaged: (name) => `The stored secret "${name}" is damaged. Set it again. The others work.`,
    orphans: (count) =>
      counted(count, {
        one: '# answer was cut off when Guichet last stopped. Its text so far is kept and marked as interrupted.',
        other: '# answers were cut off when Guichet last stopped. Their text so far is kept and marked as interrupted.',
      }),
    claim: (link) =>
      `No one has signed in yet. Open this link to set up Guichet; it works once, for 30 minutes:\n${link}\nFor a new link, restart Guichet or run: npx guichet admin link`,
    claimByToken: (address) =>
      `No one has signed in yet. To set up Guichet, open ${address} followed by the value of GUICHET_SETUP_TOKEN. This works once.`,
    linkIsLocal:
      'This link works on the server itself. On another computer, replace localhost with the server’s address.',
    nodeTooOld: (version) =>
      `Node ${version} is too old. Guichet needs Node 24.7 or later, which has argon2 to protect your password. Run npm start: it fetches a newer Node by itself.`,
    stopping: 'Stopping. Guichet finishes current answers first, within 25 seconds.',
    stopped: 'Stopped.',
    portForbidden: (port) =>
      `This account is not allowed to use port ${port}. Set PORT to a number above 1023, for example 8787.`,
    hostUnusable: (host, from) =>
      `HOST (from ${from}) is "${host}", which is not an address of this machine. Set HOST=0.0.0.0 or HOST=127.0.0.1.`,
    portTaken: (port) => `Port ${port} is in use by another program. Stop that program, or set PORT to another number.`,
    dataDirTaken(folder, holder) {
      const who = holder
        ? `process ${holder.process} on ${holder.host}, started ${new Date(holder.startedAt).toISOString()}`
        : 'an unknown process';
      return `Another Guichet server already uses the data folder ${folder}: ${who}. Stop it first, or set GUICHET_DATA_DIR to another folder.`;
    },
    databaseDamaged: (file, reason) =>
      `The database ${file} is damaged (${reason}). Move it to another folder, then restore a backup with npx guichet restore FILE.`,
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
    redis: {
      login: (place, reason) =>
        `Redis at ${place} rejects the sign-in in REDIS_URL (${reason}). Correct the user or the password there.`,
      'unknown-host': (place, reason) =>
        `The host in REDIS_URL, ${place}, does not exist (${reason}). Correct the name, or remove REDIS_URL if there is only one server.`,
      'not-redis': (place, reason) =>
        `The server at ${place} is neither Redis nor Valkey (${reason}). Correct REDIS_URL.`,
      encryption: (place, reason) =>
        `Guichet cannot open an encrypted connection to Redis at ${place} (${reason}). Correct the certificate, or write redis:// instead of rediss:// in REDIS_URL.`,
      database: (place, reason) =>
        `Redis at ${place} does not have this database (${reason}). Correct the number at the end of REDIS_URL.`,
      'too-old': (place, reason) => `Redis at ${place} is too old (${reason}). Install Redis 6.2 or later, or Valkey.`,
      cluster: (place) =>
        `Redis at ${place} is a cluster, which Guichet does not support. Name a single server in REDIS_URL.`,
      replica: (place) => `Redis at ${place} is read-only. Name the primary server in REDIS_URL.`,
      forbidden: (place, reason) =>
        `The account in REDIS_URL has too few rights on Redis at ${place} (${reason}). Give it the rules ~guichet:* &guichet:* +@all -@admin -@dangerous +info.`,
      away: (place, reason) =>
        `Redis at ${place} does not answer (${reason}). Until it does, each server counts visitors’ limits by itself and learns of changes a little later.`,
      back: (place) => `Redis at ${place} answers again. The servers work together again.`,
      alone:
        'REDIS_URL is set without DATABASE_URL. With SQLite, only one server can use the data. To run several, move to PostgreSQL.',
    },
    dataDirUnusable: (folder, reason) =>
      `Guichet cannot use the data folder ${folder} (${reason}). Make it writable, or set GUICHET_DATA_DIR to another folder.`,
    notAFile: (file, problem) => `${file} ${problem}. Remove it, or put a file in its place, then start Guichet again.`,
    diskFull: (folder, reason) =>
      `There is no room left for the data folder ${folder} (${reason}). Free some space on its disk, or raise the quota, then start Guichet again.`,
  },
};
