/** Every check, in the order of the ladder: the first that fails is the one to mend first. */
import type { AnyCheck } from '../check.ts';
import { accountApproved } from './account/approved.ts';
import { accountExists } from './account/exists.ts';
import { accountRole } from './account/role.ts';
import { addressForm } from './address/form.ts';
import { addressLoopback } from './address/loopback.ts';
import { addressPath } from './address/path.ts';
import { addressPresent } from './address/present.ts';
import { answerFilter } from './answer/filter.ts';
import { answerFirstWord } from './answer/first-word.ts';
import { answerKnowledge } from './answer/knowledge.ts';
import { answerOneToken } from './answer/one-token.ts';
import { answerSpacing } from './answer/spacing.ts';
import { answerStream } from './answer/stream.ts';
import { keyAccepted } from './key/accepted.ts';
import { keyClean } from './key/clean.ts';
import { keyFamily } from './key/family.ts';
import { keyHeader } from './key/header.ts';
import { keyKnown } from './key/known.ts';
import { keyLasting } from './key/lasting.ts';
import { keyPlaceholder } from './key/placeholder.ts';
import { keyPresent } from './key/present.ts';
import { keyReach } from './key/reach.ts';
import { keyRestrictions } from './key/restrictions.ts';
import { sessionAccepted } from './key/session-accepted.ts';
import { sessionLife } from './key/session-life.ts';
import { keyShape } from './key/shape.ts';
import { keySwitch } from './key/switch.ts';
import { modelsChosen } from './models/chosen.ts';
import { modelsDefault } from './models/default.ts';
import { modelsList } from './models/list.ts';
import { certificate } from './network/certificate.ts';
import { certificateChain } from './network/certificate-chain.ts';
import { certificateDates } from './network/certificate-dates.ts';
import { certificateName } from './network/certificate-name.ts';
import { certificateRenewal } from './network/certificate-renewal.ts';
import { networkConnection } from './network/connection.ts';
import { networkEncryption } from './network/encryption.ts';
import { networkName } from './network/name.ts';
import { allowedOrigins } from './own/allowed-origins.ts';
import { clock } from './own/clock.ts';
import { disk } from './own/disk.ts';
import { forwardedAddresses } from './own/forwarded-addresses.ts';
import { masterKey } from './own/master-key.ts';
import { originsForm } from './own/origins-form.ts';
import { proxyAuthorization } from './own/proxy-authorization.ts';
import { proxyBuffering } from './own/proxy-buffering.ts';
import { proxyCompression } from './own/proxy-compression.ts';
import { proxyTimeouts } from './own/proxy-timeouts.ts';
import { publicAddress } from './own/public-address.ts';
import { publicEncryption } from './own/public-encryption.ts';
import { redis } from './own/redis.ts';
import { runtime } from './own/runtime.ts';
import { storage } from './own/storage.ts';
import { store } from './own/store.ts';
import { ownVersion } from './own/version.ts';
import { toolsBuiltIn } from './tools/built-in.ts';
import { toolsPermitted } from './tools/permitted.ts';
import { toolsSignIn } from './tools/sign-in.ts';
import { toolsSocket } from './tools/socket.ts';
import { toolsStop } from './tools/stop.ts';
import { toolsUsed } from './tools/used.ts';
import { upstreamAnswers } from './upstream/answers.ts';
import { upstreamIsOpenWebUi } from './upstream/is-open-webui.ts';
import { upstreamLoginWall } from './upstream/login-wall.ts';
import { upstreamMarkers } from './upstream/markers.ts';
import { upstreamProxyError } from './upstream/proxy-error.ts';
import { upstreamRedirect } from './upstream/redirect.ts';
import { signIn } from './upstream/sign-in.ts';
import { signUp } from './upstream/sign-up.ts';
import { versionAgrees } from './upstream/version-agrees.ts';
import { versionHoles } from './upstream/version-holes.ts';
import { versionKnown } from './upstream/version-known.ts';
import { versionSupported } from './upstream/version-supported.ts';

export const ALL_CHECKS: readonly AnyCheck[] = [
  addressPresent,
  addressForm,
  addressPath,
  addressLoopback,
  networkName,
  networkConnection,
  networkEncryption,
  certificate,
  certificateDates,
  certificateName,
  certificateChain,
  certificateRenewal,
  upstreamAnswers,
  upstreamProxyError,
  upstreamRedirect,
  upstreamLoginWall,
  upstreamIsOpenWebUi,
  upstreamMarkers,
  versionKnown,
  versionSupported,
  versionHoles,
  versionAgrees,
  signUp,
  signIn,
  keyPresent,
  keyPlaceholder,
  keyShape,
  keyFamily,
  keyClean,
  sessionLife,
  keyLasting,
  keyHeader,
  keySwitch,
  keyKnown,
  sessionAccepted,
  accountExists,
  accountApproved,
  keyAccepted,
  accountRole,
  keyRestrictions,
  keyReach,
  modelsList,
  modelsChosen,
  modelsDefault,
  answerOneToken,
  answerStream,
  answerFilter,
  answerFirstWord,
  answerSpacing,
  answerKnowledge,
  toolsUsed,
  toolsPermitted,
  toolsStop,
  toolsBuiltIn,
  toolsSignIn,
  toolsSocket,
  publicAddress,
  publicEncryption,
  proxyAuthorization,
  originsForm,
  allowedOrigins,
  forwardedAddresses,
  clock,
  storage,
  disk,
  masterKey,
  store,
  redis,
  ownVersion,
  runtime,
  proxyCompression,
  proxyBuffering,
  proxyTimeouts,
];
