/** Everything under `/admin/api/`: who may, and which routes there are. */
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AnsweringWing } from '../answer/open-answering.ts';
import type { Credentials } from '../credential/open-credentials.ts';
import type { Diagnosis } from '../diagnosis/create-diagnosis.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { ClientAddresses } from '../limits/client-address.ts';
import type { Logger } from '../observe/logger.ts';
import type { ConsoleSettings } from '../settings/console-settings.ts';
import { hostNames } from '../settings/host-names.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import type { Storage } from '../storage/storage.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { adminGuard, ownPagesOnly } from './admin-guard.ts';
import { agentRoutes } from './agent-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import { assistantRoutes } from './assistant-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { describeAdminRoutes } from './describe-admin-routes.ts';
import { diagnosisRoutes } from './diagnosis-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import type { Operators } from './open-operators.ts';
import { reachRoutes } from './reach-routes.ts';
import { renewalRoutes } from './renewal-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setUpRoutes } from './set-up-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { wizardRoutes } from './wizard-routes.ts';

export interface AdminRouteParts {
  credentials: Pick<Credentials, 'desk' | 'renewal' | 'agentSession' | 'secrets' | 'salt'>;
  answering: Pick<AnsweringWing, 'sites' | 'toolModes' | 'limits' | 'wholeAgentGate' | 'upstream'>;
  operators: Omit<Operators, 'makeClaimLink'>;
  diagnosis: Pick<Diagnosis, 'desk' | 'input' | 'visitorErrors' | 'refusedOrigins'>;
  live: LiveSettings;
  consoleSettings: ConsoleSettings;
  /** Puts what the console holds now in force. */
  applySettings: () => Promise<void>;
  storage: Pick<Storage, 'listAnswers'>;
  addresses: Pick<ClientAddresses, 'trusts'>;
  logger: Logger;
  scrub: (text: string) => string;
  now: () => number;
  /** For what waits and expires. */
  steady: () => number;
}

const CAUSES = { en: causesEn, fr: causesFr };
const TEXTS = { en: { server: en, causes: causesEn }, fr: { server: fr, causes: causesFr } };

export function adminRoutes(app: OpenAPIHono<AppEnvironment>, parts: AdminRouteParts): void {
  const { credentials, answering, operators, diagnosis, live, addresses } = parts;
  const publicUrl = () => live.settings.publicUrl.value;
  const cameByHttps = (peer: string | undefined, forwardedProto: string | undefined) =>
    addresses.trusts(peer) && forwardedProto?.split(',')[0]?.trim() === 'https';
  app.use('/admin/api/*', ownPagesOnly(publicUrl, addresses.trusts));
  sessionRoutes(app, {
    ...parts,
    ...operators,
    limits: answering.limits,
    hostNames: () => hostNames(live.settings),
    secure: (context) =>
      publicUrl()?.startsWith('https:') === true ||
      cameByHttps(context.env?.incoming?.socket?.remoteAddress, context.req.header('x-forwarded-proto')),
  });
  const guard = adminGuard(operators.sessions);
  for (const path of [
    '/admin/api/credential',
    '/admin/api/credential/*',
    '/admin/api/openwebui/*',
    '/admin/api/audit',
    '/admin/api/diagnosis',
    '/admin/api/diagnosis/*',
    '/admin/api/settings',
    '/admin/api/set-up',
    '/admin/api/set-up/*',
    '/admin/api/models',
    '/admin/api/sites/*',
    '/admin/api/answers',
  ]) {
    app.use(path, guard);
  }
  const inWords = { ...parts, ...credentials, ...operators, ...answering, causes: CAUSES, texts: TEXTS };
  credentialRoutes(app, inWords);
  exchangeRoutes(app, inWords);
  renewalRoutes(app, inWords);
  agentRoutes(app, inWords);
  reachRoutes(app, inWords);
  setUpRoutes(app, { ...inWords, wantedModel: () => live.settings.openWebUiModel.value });
  diagnosisRoutes(app, {
    diagnoses: diagnosis.desk,
    doctorInput: diagnosis.input,
    visitorErrors: diagnosis.visitorErrors,
    scrub: parts.scrub,
  });
  settingsRoutes(app, inWords);
  wizardRoutes(app, {
    ...inWords,
    isTrustedPeer: addresses.trusts,
    onLookedAt: (address) => diagnosis.refusedOrigins.lookedAt(address),
  });
  assistantRoutes(app, inWords);
  answerRoutes(app, parts);
  auditRoutes(app, operators.audit);
  describeAdminRoutes(app);
}
