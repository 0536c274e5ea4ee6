/** How fast visitors may come and ask. What counts by the day is in the storage, with the question it belongs to. */
import {
  ADDRESS_MESSAGES_PER_DAY,
  ADDRESS_VISITORS_PER_MINUTE,
  VISITOR_MESSAGES_PER_DAY,
  VISITOR_MESSAGES_PER_MINUTE,
  VISITOR_RUNS_AT_A_TIME,
} from '@guichet/contract/limits';
import type { Network } from './client-address.ts';
import { type Limit, type LimitUnit, networkLimits, visitorLimit } from './limit.ts';
import { type LimitVerdict, MinuteCounter } from './minute-counter.ts';

export interface LimitSettings {
  visitorMessagesPerMinute: number;
  visitorMessagesPerDay: number;
  visitorRunsAtATime: number;
  addressVisitorsPerMinute: number;
  addressMessagesPerDay: number;
  addressVisitorsPerDay: number;
  addressConversationsPerDay: number;
  visitorConversations: number;
  visitorConversationsPerMinute: number;
  addressRequestsPerMinute: number;
  addressSearchesPerMinute: number;
  visitorRequestsPerMinute: number;
  visitorExportsPerMinute: number;
  visitorFilesPerMinute: number;
  visitorFilesPerDay: number;
  addressFilesPerDay: number;
  visitorVoicePerMinute: number;
  visitorVoicePerDay: number;
  addressVoicePerDay: number;
  readersPerRun: number;
  readersPerVisitor: number;
  runningAnswers: number;
  waitingAnswers: number;
  addressRunsAtATime: number;
}

/** Twice as many as there may be messages: nobody who asks notices it. */
const CONVERSATIONS_PER_MINUTE = 120;

/** What one visitor may keep; the list shows half of them. Beyond: 429 `too-many-conversations` until one is deleted. */
const CONVERSATIONS_PER_VISITOR = 200;

/** As many as there may be messages: each costs a row. Beyond: 429 `address-limit-reached`. */
const ADDRESS_CONVERSATIONS_PER_DAY = ADDRESS_MESSAGES_PER_DAY;

/** Four hours at the most that a minute allows: each costs a row. Beyond: 429 `address-limit-reached`. */
const ADDRESS_VISITORS_PER_DAY = 5_000;

/** Of all kinds but health checks. A page with the chat makes four, an answer two. Beyond: 429 `too-many-requests`. */
const ADDRESS_REQUESTS_PER_MINUTE = 3_000;

/** In the guide, some 5 ms of work each; a person who types makes one a second. Beyond: 429 `too-many-requests`. */
const ADDRESS_SEARCHES_PER_MINUTE = 120;

/** With one visitor's token; the widget makes a handful for each question. Beyond: 429 `too-many-requests`. */
const VISITOR_REQUESTS_PER_MINUTE = 1_200;

/** Of everything about a visitor: some megabytes each. Beyond: 429 `too-many-requests`. */
const VISITOR_EXPORTS_PER_MINUTE = 5;

/** Files that one visitor uploads; a question takes four. Beyond: 429 `file-limit-reached`. */
const VISITOR_FILES_PER_MINUTE = 20;
const VISITOR_FILES_PER_DAY = 100;
/** From one network; each takes some megabytes. Beyond: 429 `file-limit-reached`. */
const ADDRESS_FILES_PER_DAY = 500;

/** Recordings and pieces read aloud, of one visitor together; a long answer has ten pieces. Beyond: 429 `voice-limit-reached`. */
const VISITOR_VOICE_PER_MINUTE = 30;
const VISITOR_VOICE_PER_DAY = 300;
/** From one network; each costs a call to an engine. Beyond: 429 `voice-limit-reached`. */
const ADDRESS_VOICE_PER_DAY = 1_500;

/** Tabs, questions sent again, and connections that a phone lost and the server has not missed yet. Beyond: 429 `too-many-readers`. */
const READERS_PER_RUN = 100;

/** Of all the answers a visitor may have at a time. Beyond: 429 `too-many-readers`. */
const READERS_PER_VISITOR = 200;

/** Answers that Open WebUI writes at the same time; set by `GUICHET_ANSWERS_AT_A_TIME`. Beyond: they wait their turn. */
export const RUNNING_ANSWERS = 64;

/** Anyone after these would wait for minutes. Beyond: 503 `server-busy`. */
const WAITING_ANSWERS = 400;

/** Running and waiting, from one network: a school class may ask at once, and others keep a place. Beyond: 429 `network-busy`. */
const ADDRESS_RUNS_AT_A_TIME = 100;

/** A link's 256 bits cannot be guessed; this keeps the log readable when somebody tries. */
const SIGN_INS_PER_MINUTE = 10;

/** Passwords tried from everywhere together: using many addresses does not get around the limit of one. Links still work. */
const PASSWORDS_PER_MINUTE = 60;

export const DEFAULT_LIMITS: LimitSettings = {
  visitorMessagesPerMinute: VISITOR_MESSAGES_PER_MINUTE,
  visitorMessagesPerDay: VISITOR_MESSAGES_PER_DAY,
  visitorRunsAtATime: VISITOR_RUNS_AT_A_TIME,
  addressVisitorsPerMinute: ADDRESS_VISITORS_PER_MINUTE,
  addressMessagesPerDay: ADDRESS_MESSAGES_PER_DAY,
  addressVisitorsPerDay: ADDRESS_VISITORS_PER_DAY,
  addressConversationsPerDay: ADDRESS_CONVERSATIONS_PER_DAY,
  visitorConversations: CONVERSATIONS_PER_VISITOR,
  visitorConversationsPerMinute: CONVERSATIONS_PER_MINUTE,
  addressRequestsPerMinute: ADDRESS_REQUESTS_PER_MINUTE,
  addressSearchesPerMinute: ADDRESS_SEARCHES_PER_MINUTE,
  visitorRequestsPerMinute: VISITOR_REQUESTS_PER_MINUTE,
  visitorExportsPerMinute: VISITOR_EXPORTS_PER_MINUTE,
  visitorFilesPerMinute: VISITOR_FILES_PER_MINUTE,
  visitorFilesPerDay: VISITOR_FILES_PER_DAY,
  addressFilesPerDay: ADDRESS_FILES_PER_DAY,
  visitorVoicePerMinute: VISITOR_VOICE_PER_MINUTE,
  visitorVoicePerDay: VISITOR_VOICE_PER_DAY,
  addressVoicePerDay: ADDRESS_VOICE_PER_DAY,
  readersPerRun: READERS_PER_RUN,
  readersPerVisitor: READERS_PER_VISITOR,
  runningAnswers: RUNNING_ANSWERS,
  waitingAnswers: WAITING_ANSWERS,
  addressRunsAtATime: ADDRESS_RUNS_AT_A_TIME,
};

export interface VisitorLimits {
  readonly settings: LimitSettings;
  newVisitor(networks: readonly Network[]): Promise<LimitVerdict>;
  message(visitorId: string): Promise<LimitVerdict>;
  /** A new conversation, which costs a row whether anything is asked in it or not. */
  conversation(visitorId: string): Promise<LimitVerdict>;
  /** Any request but a health check. */
  request(networks: readonly Network[]): Promise<LimitVerdict>;
  /** Any request with a visitor's token. */
  visitorRequest(visitorId: string): Promise<LimitVerdict>;
  /** An export of everything about a visitor. */
  export(visitorId: string): Promise<LimitVerdict>;
  /** A file that is about to arrive. */
  file(visitorId: string): Promise<LimitVerdict>;
  /** A recording, or a piece of an answer that is read aloud. */
  voice(visitorId: string): Promise<LimitVerdict>;
  search(networks: readonly Network[]): Promise<LimitVerdict>;
  /** An attempt to sign in to the console. */
  signIn(networks: readonly Network[]): Promise<LimitVerdict>;
  /** An attempt with a password: counted for the network, and for everybody together. */
  passwordTry(networks: readonly Network[]): Promise<LimitVerdict>;
  /** An attempt with a password from a browser that somebody has come in from: counted for that browser alone. */
  knownPasswordTry(browser: string): Promise<LimitVerdict>;
}

/** @param counter where the minutes are counted */
export function createVisitorLimits(
  settings: LimitSettings = DEFAULT_LIMITS,
  counter: MinuteCounter = new MinuteCounter(),
): VisitorLimits {
  const ofNetworks = (networks: readonly Network[], unit: LimitUnit, limit: number) =>
    counter.consume(networkLimits(networks, { unit, window: 'minute', limit }));
  const ofVisitor = (visitorId: string, unit: LimitUnit, limit: number) =>
    counter.consume([visitorLimit(visitorId, { unit, window: 'minute', limit })]);
  return {
    settings,
    newVisitor: (networks) => ofNetworks(networks, 'visitors', settings.addressVisitorsPerMinute),
    message: (visitorId) => ofVisitor(visitorId, 'messages', settings.visitorMessagesPerMinute),
    conversation: (visitorId) => ofVisitor(visitorId, 'conversations', settings.visitorConversationsPerMinute),
    request: (networks) => ofNetworks(networks, 'requests', settings.addressRequestsPerMinute),
    visitorRequest: (visitorId) => ofVisitor(visitorId, 'requests', settings.visitorRequestsPerMinute),
    export: (visitorId) => ofVisitor(visitorId, 'exports', settings.visitorExportsPerMinute),
    file: (visitorId) => ofVisitor(visitorId, 'files', settings.visitorFilesPerMinute),
    voice: (visitorId) => ofVisitor(visitorId, 'voice', settings.visitorVoicePerMinute),
    search: (networks) => ofNetworks(networks, 'searches', settings.addressSearchesPerMinute),
    signIn: (networks) => ofNetworks(networks, 'sign-ins', SIGN_INS_PER_MINUTE),
    // Networks first: whoever is refused already does not use up what is there for others.
    passwordTry: (networks) =>
      counter.consume([
        ...networkLimits(networks, { unit: 'sign-ins', window: 'minute', limit: SIGN_INS_PER_MINUTE }),
        { kind: 'everybody', subject: '', unit: 'passwords', window: 'minute', limit: PASSWORDS_PER_MINUTE },
      ]),
    knownPasswordTry: (browser) =>
      counter.consume([
        { kind: 'browser', subject: browser, unit: 'sign-ins', window: 'minute', limit: SIGN_INS_PER_MINUTE },
      ]),
  };
}

/** What a question uses up of its day, counted in the database. */
export function messageLimitsOfDay(
  visitorId: string,
  networks: readonly Network[],
  { visitorMessagesPerDay, addressMessagesPerDay }: LimitSettings,
): Limit[] {
  return [
    visitorLimit(visitorId, { unit: 'messages', window: 'day', limit: visitorMessagesPerDay }),
    ...networkLimits(networks, { unit: 'messages', window: 'day', limit: addressMessagesPerDay }),
  ];
}

/** The same for a file. */
export function fileLimitsOfDay(
  visitorId: string,
  networks: readonly Network[],
  { visitorFilesPerDay, addressFilesPerDay }: LimitSettings,
): Limit[] {
  return [
    visitorLimit(visitorId, { unit: 'files', window: 'day', limit: visitorFilesPerDay }),
    ...networkLimits(networks, { unit: 'files', window: 'day', limit: addressFilesPerDay }),
  ];
}

/** The same for a recording, or a piece that is read aloud. */
export function voiceLimitsOfDay(
  visitorId: string,
  networks: readonly Network[],
  { visitorVoicePerDay, addressVoicePerDay }: LimitSettings,
): Limit[] {
  return [
    visitorLimit(visitorId, { unit: 'voice', window: 'day', limit: visitorVoicePerDay }),
    ...networkLimits(networks, { unit: 'voice', window: 'day', limit: addressVoicePerDay }),
  ];
}

/** The same for a new conversation. */
export function conversationLimitsOfDay(
  networks: readonly Network[],
  { addressConversationsPerDay }: LimitSettings,
): Limit[] {
  return networkLimits(networks, { unit: 'conversations', window: 'day', limit: addressConversationsPerDay });
}

/** The same for a new visitor. */
export function newVisitorLimitsOfDay(networks: readonly Network[], { addressVisitorsPerDay }: LimitSettings): Limit[] {
  return networkLimits(networks, { unit: 'visitors', window: 'day', limit: addressVisitorsPerDay });
}

/** Seconds until the next UTC day, when daily budgets begin anew. */
export function secondsUntilTomorrow(now: number): number {
  const dayMs = 24 * 60 * 60 * 1000;
  return Math.max(1, Math.ceil((dayMs - (now % dayMs)) / 1000));
}

/** The UTC day that budgets are counted on, `YYYY-MM-DD`. */
export function budgetDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
