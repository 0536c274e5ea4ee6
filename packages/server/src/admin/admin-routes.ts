/** Everything under `/admin/api/`: who may, and which routes there are. */
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import type { WholeAgentGate } from '../answer/whole-agent-gate.ts';
import type { ServiceAgentSession } from '../credential/agent-session.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { SessionRenewal } from '../credential/session-renewal.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import type { Logger } from '../observe/logger.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import type { ConsoleSettings } from '../settings/console-settings.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import { siteNames } from '../settings/site-names.ts';
import type { Sites } from '../sites/sites.ts';
import type { ToolModes } from '../sites/tool-modes.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import type { Storage } from '../storage/storage.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { adminGuard, ownPagesOnly } from './admin-guard.ts';
import type { AdminSessions } from './admin-sessions.ts';
import { agentRoutes } from './agent-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import { assistantRoutes } from './assistant-routes.ts';
import type { AuditLog } from './audit-log.ts';
import { auditRoutes } from './audit-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { describeAdminRoutes } from './describe-admin-routes.ts';
import { type DiagnosisRouteParts, diagnosisRoutes } from './diagnosis-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import type { KnownBrowsers } from './known-browsers.ts';
import type { OperatorPassword } from './operator-password.ts';
import { reachRoutes } from './reach-routes.ts';
import { renewalRoutes } from './renewal-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setUpRoutes } from './set-up-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import type { SignInTickets } from './sign-in-tickets.ts';
import { wizardRoutes } from './wizard-routes.ts';

export interface AdminRouteParts extends DiagnosisRouteParts {
  sessions: AdminSessions;
  password: OperatorPassword;
  browsers: KnownBrowsers;
  audit: AuditLog;
  tickets: SignInTickets;
  desk: CredentialDesk;
  renewal: SessionRenewal;
  agentSession: ServiceAgentSession;
  wholeAgentGate: WholeAgentGate;
  secrets: SecretStore;
  records: AdminRecords;
  upstream: Pick<UpstreamGate, 'model' | 'list'>;
  sites: Sites;
  toolModes: ToolModes;
  storage: Pick<Storage, 'listAnswers'>;
  wantedModel: () => string | undefined;
  limits: VisitorLimits;
  logger: Logger;
  publicUrl: () => string | undefined;
  live: LiveSettings;
  consoleSettings: ConsoleSettings;
  /** Puts what the console holds now in force. */
  applySettings: () => Promise<void>;
  isTrustedPeer: (peer: string | undefined) => boolean;
  /** Whether a trusted proxy says that this request came by https. */
  cameByHttps: (peer: string | undefined, forwardedProto: string | undefined) => boolean;
  salt: string;
  /** The operator had a page of theirs looked at. */
  onLookedAt: (address: string) => void;
  now: () => number;
  /** For what waits and expires. */
  steady: () => number;
}

const TEXTS = { en: { server: en, causes: causesEn }, fr: { server: fr, causes: causesFr } };

export function adminRoutes(app: OpenAPIHono<AppEnvironment>, parts: AdminRouteParts): void {
  app.use('/admin/api/*', ownPagesOnly(parts.publicUrl, parts.isTrustedPeer));
  sessionRoutes(app, {
    ...parts,
    siteNames: () => siteNames(parts.live.settings),
    secure: (context) =>
      parts.publicUrl()?.startsWith('https:') === true ||
      parts.cameByHttps(context.env?.incoming?.socket?.remoteAddress, context.req.header('x-forwarded-proto')),
  });
  const guard = adminGuard(parts.sessions);
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
  credentialRoutes(app, { ...parts, causes: { en: causesEn, fr: causesFr } });
  exchangeRoutes(app, { ...parts, texts: TEXTS });
  renewalRoutes(app, { ...parts, texts: TEXTS });
  agentRoutes(app, { ...parts, texts: TEXTS });
  reachRoutes(app, { ...parts, causes: { en: causesEn, fr: causesFr } });
  setUpRoutes(app, { ...parts, causes: { en: causesEn, fr: causesFr } });
  diagnosisRoutes(app, parts);
  settingsRoutes(app, parts);
  wizardRoutes(app, { ...parts, causes: { en: causesEn, fr: causesFr } });
  assistantRoutes(app, { ...parts, causes: { en: causesEn, fr: causesFr } });
  answerRoutes(app, parts);
  auditRoutes(app, parts.audit);
  describeAdminRoutes(app);
}
