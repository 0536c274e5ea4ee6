/**
 * When Open WebUI changed its behaviour. The practice server asks this table and never a version number, so that a
 * version nobody recorded (0.9.1, 0.10.2, 0.12.0) answers right as well. Fields that merely came up at some time stand
 * with their versions in two tables of the same kind: identity/settings.ts and identity/default-permissions.ts.
 *
 * Versions come from changelogs and sources. "Between" means that only the two neighbouring recordings are known:
 * then the first feature release after the older recording is taken.
 */
import { isAtLeast } from '../version-order.ts';

export const changes = {
  // 0.6
  /** ENABLE_API_KEY becomes ENABLE_API_KEYS, off by default, and plain accounts need the permission features.api_keys. */
  apiKeysNeedPermission: '0.6.37',
  /** Session tokens carry a `jti`. */
  sessionTokenId: '0.6.37',
  /** GET /api/v1/users/user/status. */
  userStatusRoute: '0.6.41',
  /** GET /api/v1/users/search tells e-mail and role, of everybody. */
  peopleSearchTellsEmail: '0.6.41',

  // 0.7
  /** The switch "User Status" exists and closes the identity route. */
  userStatusSwitch: '0.7.0',
  ownChatIdWorks: '0.7.0',
  speechRefusesWithoutEngine: '0.7.0',
  /** Before, it is the right that is said to be missing (between 0.7.0 and 0.7.2). */
  missingSpeechEngineIs404: '0.7.1',
  /** A question to a model whose row has `meta.capabilities: null` falls over, and is answered 200 `null`, until 0.8. */
  capabilitiesAreRead: '0.7.0',

  // 0.8
  capabilitiesMayBeNull: '0.8.0',
  /** An Authorization header that is not exactly two words no longer breaks the server. */
  tolerantAuthorizationHeader: '0.8.0',
  /** Access is a list of grants instead of one `access_control` object. */
  accessGrants: '0.8.0',
  modelAccessRoute: '0.8.0',
  /** The route makes the row of a model that has none; before, it does not find it (between 0.8.0 and 0.8.3). */
  modelAccessRouteMakesRows: '0.8.1',
  unknownModelIs404: '0.8.0',
  userInfoById: '0.8.0',
  profileImageAddress: '0.8.0',
  peopleSearchTellsGroups: '0.8.0',
  scimOnAccount: '0.8.0',
  completionWithoutMessages: '0.8.0',
  templateKnowsEmail: '0.8.0',
  easterEggsInConfig: '0.8.0',
  knowledgeFilesAreWhole: '0.8.0',
  /** A search in documents asks for embeddings twice. */
  twoEmbeddingsPerSearch: '0.8.0',
  /** Of an Authorization header of two words the second is tried as a token, whatever the first. */
  anyAuthorizationScheme: '0.8.4',
  readyRoute: '0.8.11',
  /** Skills, and their list. */
  skillsRoute: '0.8.0',

  /** The list of files comes in pages (read). */
  pagesOfFiles: '0.8.11',

  // 0.9
  /** The key may come in the header x-api-key on every route. */
  apiKeyHeader: '0.9.0',
  /** The allow-list is checked where the key is, after it, and with another text. */
  allowListInsideAuthentication: '0.9.0',
  sessionTokenIssuedAt: '0.9.0',
  /** chat_id and id without session_id: the turn is stored and the HTTP answer is `null`. */
  storedTurnSwallowsAnswer: '0.9.0',
  /** The row of a model that is not shared with the caller: refused instead of `null` (between 0.8.12 and 0.9.6). */
  closedModelIsRefused: '0.9.0',
  foreignChatIs404: '0.9.0',
  newChatForNullParent: '0.9.0',
  taskIdsAreAList: '0.9.0',
  providerNameOnModels: '0.9.0',
  configTellsAutoRedirect: '0.9.0',
  /** Whatever the provider's failure, the answer is 200 `null` until 0.9.3; for an unreachable one that is inferred. */
  providerErrorBecomesNull: '0.9.0',
  fileHashInMeta: '0.9.0',
  chatListTellsLastRead: '0.9.0',
  /** Provider errors come back as 400 with `detail`. */
  providerErrorBecomes400: '0.9.3',
  signOutByPost: '0.9.3',
  anonymousConfigHidesSwitches: '0.9.5',
  /** A model's row tells its params to those alone who may write it (read; 0.9.4 told everybody who may read it). */
  modelRowHidesParams: '0.9.5',
  stopTaskIsForAdministrators: '0.9.0',
  /** `<$skill|label>` in a message becomes its label when there is no such skill; gone again in 0.10 (between 0.9.0 and 0.9.6). */
  skillMentions: '0.9.1',
  profileImageMayBeMissing: '0.9.0',
  /** An MCP server's connection is closed in another task than the one that opened it: the answer is lost, 500. */
  mcpLosesAnswer: '0.9.0',
  /** Closed where it was opened (read). */
  mcpKeepsAnswer: '0.9.2',

  // 0.10
  /** Only "legacy" function calling consults the knowledge attached to a model. */
  nativeFunctionCalling: '0.10.0',
  /** Reading and deleting one's key obey the switch and the permission too. */
  apiKeyReadNeedsPermission: '0.10.0',
  skillMentionsStay: '0.10.0',
  keepsLastModelList: '0.10.0',
  /** A temporary chat and a socket run the whole agent; read of older ones, and not imitated. */
  wholeAgent: '0.10.0',

  // 0.11
  /** A run is told in deltas instead of all items for each piece; failures of tools and of later rounds are told. */
  agentTellsDeltas: '0.11.0',
  /** Filters get a stream's frames as dictionaries over HTTP too (read); 0.11.0 hands them bytes (run). */
  streamFilterGetsFrames: '0.11.1',
  /** A heartbeat makes a socket known again that was forgotten; before, only joining does (read). */
  heartbeatMakesKnown: '0.11.2',
  chatListTellsSnippet: '0.11.0',
  modelMetaTellsTranslations: '0.11.0',
  configTellsPyodide: '0.11.0',
  /** A broken provider connection breaks the caller's as well; before, the stream just ends (between 0.10.2 and 0.11.0). */
  brokenStreamBreaks: '0.11.0',
  /** It ends with an error frame and [DONE] (between 0.11.0 and 0.11.4). */
  brokenStreamIsTold: '0.11.4',
  slimInConfig: '0.11.4',
  providerModelListsAreForAdministrators: '0.11.1',

  // 0.12
  /** What a model thinks is told as an item of its own, and a call's arguments stay as the model wrote them. */
  agentTellsReasoningItems: '0.12.0',
  sessionStamp: '0.12.0',
  humanSessionRoutes: '0.12.0',
  secondFactor: '0.12.0',
  providerErrorPassesThrough: '0.12.0',
  providerUnreachableIs500: '0.12.0',
  unknownChatText: '0.12.0',
  ownChatIdNeedsMessageId: '0.12.0',
  authoredMessages: '0.12.0',
  compactFrames: '0.12.0',
  accountsTellActivity: '0.12.0',
  modelVersions: '0.12.0',
  pluginSwitchesInConfig: '0.12.0',
  neverStoreSignIn: '0.12.0',
  sessionsRevokeRoute: '0.12.0',
  fileIsProcessing: '0.12.4',
  modelUpdateKeepsGrants: '0.12.4',
} as const;

export type Change = keyof typeof changes;

/** Does this version already behave in the new way? */
export type HasChanged = (change: Change) => boolean;

export function changesOf(version: string): HasChanged {
  return (change) => isAtLeast(version, changes[change]);
}
