import { askAboutSignIn } from './ask-about-sign-in.ts';
import { askAboutStop } from './ask-about-stop.ts';
import { askAccess } from './ask-access.ts';
import { askOneToken, askStreamed } from './ask-answer.ts';
import { askIdentity } from './ask-identity.ts';
import { askProviders } from './ask-providers.ts';
import { askRedis } from './ask-redis.ts';
import { askStore } from './ask-store.ts';
import type { EvidenceKey } from './evidence-map.ts';
import { findModel } from './find-model.ts';
import type { Gatherer } from './gather-context.ts';
import { knockWithToken } from './knock-with-token.ts';
import { lookAtBuiltinTools } from './look-at-builtin-tools.ts';
import { lookAtFilter } from './look-at-filter.ts';
import { lookAtFront } from './look-at-front.ts';
import { lookAtKnowledge } from './look-at-knowledge.ts';
import { lookAtPublicAddress } from './look-at-public-address.ts';
import { lookAtTools } from './look-at-tools.ts';
import { lookUpName } from './look-up-name.ts';
import { measureReach } from './measure-reach.ts';
import { measureTicks, takeBrowserTicks } from './measure-ticks.ts';
import { openConnection } from './open-connection.ts';
import { gatherAddress } from './read-address.ts';
import { readCertificate } from './read-certificate.ts';
import { gatherCredential } from './read-credential.ts';
import { gatherOwnSettings } from './read-own-settings.ts';
import { readTheirClock } from './read-their-clock.ts';
import { trySocket } from './try-socket.ts';
import { tryStorage } from './try-storage.ts';

export const GATHERERS: { [Key in EvidenceKey]: Gatherer<Key> } = {
  own: gatherOwnSettings,
  address: gatherAddress,
  credential: gatherCredential,
  theirClock: readTheirClock,
  name: lookUpName,
  connection: openConnection,
  certificate: readCertificate,
  front: lookAtFront,
  access: askAccess,
  identity: askIdentity,
  reach: measureReach,
  providers: askProviders,
  model: findModel,
  answer: askOneToken,
  stream: askStreamed,
  filter: lookAtFilter,
  knowledge: lookAtKnowledge,
  tools: lookAtTools,
  signIn: askAboutSignIn,
  agentStop: askAboutStop,
  builtinTools: lookAtBuiltinTools,
  socket: trySocket,
  publicAddress: lookAtPublicAddress,
  storage: tryStorage,
  store: askStore,
  redis: askRedis,
  ownDoor: knockWithToken,
  ticks: measureTicks,
  browserTicks: takeBrowserTicks,
};
