import { askAccess } from './ask-access.ts';
import { askIdentity } from './ask-identity.ts';
import type { EvidenceKey } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { lookAtFront } from './look-at-front.ts';
import { lookUpName } from './look-up-name.ts';
import { openConnection } from './open-connection.ts';
import { gatherAddress } from './read-address.ts';
import { readCertificate } from './read-certificate.ts';
import { gatherCredential } from './read-credential.ts';
import { gatherOwnSettings } from './read-own-settings.ts';

const nothing = async () => undefined;

export const GATHERERS: { [Key in EvidenceKey]: Gatherer<Key> } = {
  own: gatherOwnSettings,
  address: gatherAddress,
  credential: gatherCredential,
  name: lookUpName,
  connection: openConnection,
  certificate: readCertificate,
  front: lookAtFront,
  access: askAccess,
  identity: askIdentity,
  reach: nothing,
  model: nothing,
  answer: nothing,
  stream: nothing,
  knowledge: nothing,
  publicAddress: nothing,
  storage: nothing,
  store: nothing,
  ticks: nothing,
};
