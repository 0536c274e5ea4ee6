import type { RedisFault } from '../redis/check-redis.ts';
import type { LockHolder } from '../storage/data-folder-lock.ts';

/** Every text the server says to people, outside of problem documents. */
export interface ServerTexts {
  welcome: {
    title: string;
    heading: string;
    lead: string;
    practiceHeading: string;
    practice: string;
    /** Leads to the set-up in the console. */
    setUp: string;
    noLink: string;
    /** The same without the console, folded. */
    byFile: string;
    byFileHow: string;
    noKey: string;
    embedHeading: string;
    embed: string;
    origins: string;
    /** The other pages, at the end of this one. */
    pages: { label: string; diagnosis: string; console: string; guide: string };
  };
  /** Of the assistant that stands in until an Open WebUI is set up. */
  practice: { assistantName: string; suggestions: string[] };
  /** What happens to the credential, for the log and the webhook. `cause` is a whole sentence; times are ISO 8601. */
  credential: {
    swapped: (fingerprint: string) => string;
    swapRefused: (cause: string) => string;
    expiring: (days: number, expiresAt: string) => string;
    expired: (expiresAt: string) => string;
    refusedNow: (cause: string) => string;
    acceptedAgain: string;
  };
  /** Signing in at Open WebUI through Guichet. */
  signIn: {
    secondFactor: Record<'verify' | 'enroll' | 'recover', string>;
    refused: Record<
      | 'wrong-password'
      | 'password-sign-in-off'
      | 'trusted-header'
      | 'wrong-code'
      | 'step-expired'
      | 'second-factor-off'
      | 'other',
      string
    >;
    limited: (count: number, seconds: number) => string;
  };
  /** What `guichet secrets rotate` did. */
  rotation: {
    rotated: (rewrapped: number, already: number) => string;
    wouldRotate: (rewrapped: number, already: number) => string;
    removable: (ids: string) => string;
    corrupt: (names: string) => string;
  };
  /** `file` and `folder` are whole paths. */
  backup: { made: (file: string) => string; restored: (place: string) => string };
  move: {
    progress: (done: number, of: number) => string;
    tables: (list: string) => string;
    targetInUse: (place: string) => string;
    /** `reason`: what the database or the comparison says. */
    stopped: (place: string, reason: string) => string;
    /** How to go on, and how to go back. */
    done: (from: string, to: string) => string;
  };
  settings: {
    /** The settings file was read again and makes no sense; `problem` is a whole sentence. */
    notApplied: (problem: string) => string;
    needRestart: (names: string) => string;
    readAgain: string;
  };
  /** For the log. `mode` as the command names it. */
  sites: {
    /** Something kept for a site makes no sense to this version; `sentence` says which and why, without its stop. */
    storedProblem: (site: string, sentence: string) => string;
    fallback: (site: string, chosen: string, inForce: string) => string;
    possibleAgain: (site: string, mode: string) => string;
  };
  start: {
    /** Printed once the server listens. */
    listening: (address: string) => string;
    practice: (version: string) => string;
    keyMissing: string;
    /** What the settings hold is no credential; `what` and `next` are whole sentences. */
    keyUnusable: (what: string, next: string) => string;
    masterKeyCreated: (file: string) => string;
    masterKeyInData: (file: string) => string;
    /** `problem` completes "The file …". */
    masterKeyFileUnusable: (file: string, problem: string) => string;
    secretDamaged: (name: string) => string;
    orphans: (count: number) => string;
    /** @param holder undefined when what it wrote about itself cannot be read */
    dataDirTaken: (folder: string, holder: LockHolder | undefined) => string;
    /** Nobody has come in yet: the one link, what it is for and how long it works. */
    claim: (link: string) => string;
    /** The same with a token of the operator's own, which is not printed. */
    claimByToken: (address: string) => string;
    /** Beside a link to `localhost`, as long as the public address is not set. */
    linkIsLocal: string;
    nodeTooOld: (version: string) => string;
    stopping: string;
    stopped: string;
    portTaken: (port: number) => string;
    portForbidden: (port: number) => string;
    /** `name` may be what another program means by HOST; `from`: where the setting stands. */
    hostUnusable: (host: string, from: string) => string;
    databaseDamaged: (file: string, reason: string) => string;
    dataDirUnusable: (folder: string, reason: string) => string;
    /** `problem` completes the sentence, as of a setting's file. */
    notAFile: (file: string, problem: string) => string;
    diskFull: (folder: string, reason: string) => string;
    /** `place`: a file, or `host:port/name`; never a password. */
    database: {
      waiting: (place: string, reason: string) => string;
      unreachable: (place: string, reason: string) => string;
      login: (place: string, reason: string) => string;
      'unknown-database': (place: string) => string;
      newer: (place: string) => string;
      /** A connection that was there is lost; the next question makes another one. */
      lost: (place: string) => string;
    };
    /** `place`: `host:port`; never a password. */
    redis: Record<RedisFault, (place: string, reason: string) => string> & {
      /** It is not there at the start, or it was lost. */
      away: (place: string, reason: string) => string;
      back: (place: string) => string;
      /** With SQLite. */
      alone: string;
    };
  };
}
