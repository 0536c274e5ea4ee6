/** Wires everything that holds, renews or uses the credential for Open WebUI. */
import { createOpenWebUiClient, type OpenWebUiClient } from '@guichet/openwebui/client';
import { logAgent } from '../observe/log-agent.ts';
import type { Logger } from '../observe/logger.ts';
import type { createWebhook } from '../observe/webhook.ts';
import type { Replicas } from '../replicas/open-replicas.ts';
import type { OpenedSafe } from '../safe/open-safe.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { StartTexts } from '../start/start-texts.ts';
import { ServiceAgentSession } from './agent-session.ts';
import { readConsoleCredential } from './console-credential.ts';
import { CredentialDesk } from './credential-desk.ts';
import { SafeWatch } from './safe-watch.ts';
import { SessionRenewal } from './session-renewal.ts';

export interface CredentialsParts {
  /** What the console's settings are told apart by. */
  settingsStamp: () => Promise<string>;
  replicas: Pick<Replicas, 'leading' | 'ring' | 'hear' | 'redis'>;
  safe: Pick<OpenedSafe, 'secrets' | 'fingerprintSalt'>;
  settings: Settings;
  logger: Logger;
  tell: ReturnType<typeof createWebhook>;
  texts: () => StartTexts;
  now: () => number;
  steady: () => number;
}

export interface Credentials {
  desk: CredentialDesk;
  /** Sign-in of the whole agent's account. */
  agentSession: ServiceAgentSession;
  renewal: SessionRenewal;
  secrets: SecretStore;
  /** Makes fingerprints that are this installation's own. */
  salt: string;
  /** Open WebUI with the credential in use. */
  client: OpenWebUiClient;
  /** What must never be printed; as of now. */
  all: () => readonly string[];
  /**
   * @param onChange somebody else, such as a command or another replica, changed the credential in the safe, or, with
   * `settings`, the console's settings
   */
  start: (onChange: (settings: boolean) => Promise<void>) => Promise<void>;
  /** Renews and watches no longer; what is under way goes on. */
  stop: () => void;
  close: () => Promise<void>;
}

/** Settings and safe have been read; the credential is not yet looked for: {@link CredentialDesk.open} does that. */
export function openCredentials(parts: CredentialsParts): Credentials {
  const { logger, texts, replicas, now, steady } = parts;
  const { secrets, fingerprintSalt: salt } = parts.safe;
  const desk = new CredentialDesk(parts.settings, {
    makeClient: (target) => createOpenWebUiClient({ target, lookup: checkedLookup }),
    fromConsole: () => readConsoleCredential(secrets),
    logger,
    tell: parts.tell,
    texts: () => ({ credential: texts().server.credential, causes: texts().causes }),
    salt,
    now,
    steady,
  });
  const agentSession = new ServiceAgentSession({
    secrets,
    desk,
    async identity(target) {
      const asking = createOpenWebUiClient({ target: () => target });
      try {
        const identity = await asking.identity();
        return identity.ok ? identity.value : { failure: identity.failure };
      } finally {
        await asking.close();
      }
    },
    logger,
    now,
  });
  const client = createOpenWebUiClient({
    target: desk.keeper.target,
    agentSession,
    lookup: checkedLookup,
    agentLog: (entry) => logAgent(logger, entry),
    log(entry) {
      if (entry.event === 'frame-unreadable')
        logger.warn(entry, 'Guichet skipped parts of an answer that it could not read.');
      else if (entry.question !== 'answer') logger.warn(entry, `Open WebUI did not report its ${entry.question}.`);
    },
  });
  const renewal = new SessionRenewal({ secrets, desk, leading: replicas.leading, logger, now, steady });
  let safeWatch: SafeWatch | undefined;
  return {
    desk,
    agentSession,
    renewal,
    secrets,
    salt,
    client,
    all: () => [...desk.keeper.secrets, ...agentSession.secrets],
    async start(onChange) {
      renewal.start();
      safeWatch = new SafeWatch({
        secrets,
        settingsStamp: parts.settingsStamp,
        onChange: (changed) =>
          void onChange(changed).catch((error: unknown) =>
            logger.error({ err: error }, 'Guichet could not reload its key or token.'),
          ),
        onFailure: (error) => logger.error({ err: error }, 'Guichet could not read its stored secrets.'),
      });
      await safeWatch.look();
      safeWatch.start();
      replicas.hear('settings', () => void safeWatch?.look());
      replicas.redis?.onRegained(() => void safeWatch?.look());
      // What one replica's visitors meet, the others learn before their own do.
      desk.onEvent(({ kind }) => {
        if (kind === 'refused') replicas.ring('key-rejected');
      });
      replicas.hear('key-rejected', () => {
        if (desk.watch.state.kind !== 'refused') void desk.watch.probeNow();
      });
    },
    stop() {
      safeWatch?.stop();
      renewal.stop();
    },
    async close() {
      await client.close();
      await desk.close();
    },
  };
}
