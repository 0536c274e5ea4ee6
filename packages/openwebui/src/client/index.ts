export { isAtLeast } from '../version-order.ts';
export { pictureTypeOf } from './agent/agent-files.ts';
export { type AgentLimits, DEFAULT_AGENT_LIMITS } from './agent/agent-limits.ts';
export type { AgentLogEntry } from './agent/agent-log.ts';
export { UPGRADE_REFUSED } from './agent/agent-socket.ts';
export { probeAgentSocket } from './agent/probe-agent-socket.ts';
export type {
  AgentLimitName,
  AgentSession,
  AnswerEnd,
  AnswerFile,
  AnswerHandler,
  ChatCompletionRequest,
  ChatPicture,
  ChatTurn,
  RunningAnswer,
  SiteAnswerSettings,
} from './chat-completion-types.ts';
export {
  createOpenWebUiClient,
  type OpenWebUiClientOptions,
  type UpstreamLogEntry,
} from './create-open-webui-client.ts';
export {
  FORBIDDEN_FEATURES,
  FORBIDDEN_FIELD_NAMES,
  FORBIDDEN_PARAMS,
  forbiddenIn,
  OWNER_FIELD_NAMES,
  RUN_FIELD_NAMES,
} from './forbidden-fields.ts';
export {
  type FrontMatter,
  type FrontReply,
  type FrontWord,
  knownFront,
  meaningOfFront,
  wordOfFront,
} from './front-reply.ts';
export type { ModelEquipment, ModelFeature } from './model-equipment.ts';
export type { UploadedFile } from './multipart-upload.ts';
export type {
  OpenWebUiClient,
  UpstreamIdentity,
  UpstreamModel,
  UpstreamResult,
  UpstreamTarget,
} from './open-webui-client.ts';
export { matterOfWords, type ProviderMatter } from './provider-matter.ts';
export { type NetworkProxy, type ProxyEnvironment, proxyFor } from './proxy-for.ts';
export type { UpstreamRating } from './ratings.ts';
export { secretRemover } from './secret-remover.ts';
export { MCP_KEEPS_ANSWERS } from './unusable-tools.ts';
export { isOwnPath, withoutOwnPath } from './upstream-address.ts';
export type { UpstreamWay } from './upstream-agent.ts';
export type { UpstreamFailure } from './upstream-failure.ts';
export { DEFAULT_LIMITS, DEFAULT_TIMEOUTS, type UpstreamLimits, type UpstreamTimeouts } from './upstream-limits.ts';
export type { AnswerUsage, UsageSource } from './usage.ts';
export type { Recording, SpokenText, VoiceOffer } from './voice.ts';
