/** `npx guichet openwebui agent-account`: keeps the sign-in that the whole agent needs, or forgets it. */
import { recognise } from '@guichet/keys';
import { createOpenWebUiClient, type UpstreamTarget } from '@guichet/openwebui/client';
import { refusalOf } from '../admin/agent-routes.ts';
import { createAuditLog } from '../admin/audit-log.ts';
import { type AgentSessionParts, ServiceAgentSession } from '../credential/agent-session.ts';
import { readConsoleCredential } from '../credential/console-credential.ts';
import type { HeldCredential } from '../credential/held-credential.ts';
import { judgeCredential } from '../credential/judge-credential.ts';
import { createLogger } from '../observe/logger.ts';
import { chooseCredential } from '../safe/choose-credential.ts';
import { openSafe } from '../safe/open-safe.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { WHOLE_AGENT_TEXTS } from '../set-up/whole-agent-sentence.ts';
import type { Settings } from '../settings/read-settings.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlSecretRecords } from '../storage/sql-secret-records.ts';
import type { OpenedData } from './open-data.ts';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';
import type { Terminal } from './terminal.ts';

export interface AgentAccountWords {
  forget: boolean;
}

/** @returns the exit code */
export async function agentAccount(
  data: OpenedData,
  baseUrl: string,
  terminal: Terminal,
  { forget }: AgentAccountWords,
): Promise<number> {
  const safe = await openSafe(createSqlSecretRecords(data.database), data.masterKeys);
  if (!safe.ok) throw new Error(safe.sentence);
  const audit = createAuditLog(createSqlAdminRecords(data.database), (text) => text);
  const held = await heldCredential(data.settings, baseUrl, safe.secrets, safe.fingerprintSalt);
  const session = commandSession(safe.secrets, held);
  const texts = WHOLE_AGENT_TEXTS[data.locale].account;
  if (forget) {
    const there = await session.forget();
    if (there) await audit.add('command line', 'agent-account-forgotten');
    say(there ? texts.forgotten : texts.none);
    return 0;
  }
  const email = (await terminal.ask(texts.email)).trim();
  const password = await terminal.askHidden(texts.password);
  const authenticatorKey = (await terminal.askHidden(texts.authenticator)).trim();
  const account = { baseUrl, email, password, ...(authenticatorKey !== '' && { authenticatorKey }) };
  const outcome = await session.choose(account, 'command line');
  await audit.add('command line', 'agent-account-chosen', { email, outcome: outcome.kind });
  if (outcome.kind === 'kept') {
    say(texts.kept(email));
    return 0;
  }
  say(refusalOf(outcome, SIGN_IN_TEXTS[data.locale], data.locale).text);
  return 1;
}

/** The sign-in for the whole agent, beside a server that may be running: that one reads the safe at each use. */
export function commandSession(secrets: SecretStore, held: HeldCredential | undefined): ServiceAgentSession {
  return new ServiceAgentSession({
    secrets,
    desk: { keeper: { held }, watch: { failed() {} } },
    identity: identityOf,
    logger: createLogger((text) => text, { write() {} }),
    now: Date.now,
  });
}

const identityOf: AgentSessionParts['identity'] = async (target: UpstreamTarget) => {
  const client = createOpenWebUiClient({ target: () => target });
  try {
    const identity = await client.identity();
    return identity.ok ? identity.value : { failure: identity.failure };
  } finally {
    await client.close();
  }
};

/** What a server on this data would hold, without asking Open WebUI. */
async function heldCredential(
  { openWebUiApiKey }: Settings,
  baseUrl: string,
  secrets: SecretStore,
  salt: string,
): Promise<HeldCredential | undefined> {
  const fromConsole = await readConsoleCredential(secrets);
  const { value, origin } = openWebUiApiKey;
  const chosen = chooseCredential(
    [
      ...(fromConsole?.baseUrl === baseUrl
        ? [{ origin: { kind: 'console' } as const, value: fromConsole.credential }]
        : []),
      ...(value === undefined || origin.kind === 'default' ? [] : [{ origin, value }]),
    ],
    salt,
  );
  const now = new Date();
  const judged = chosen ? judgeCredential(chosen.value, salt, now) : undefined;
  if (!chosen || judged?.kind !== 'usable') return undefined;
  return {
    target: { baseUrl, credential: judged.value },
    origin: chosen.origin.kind,
    recognition: recognise(judged.value, { now, salt }),
  };
}

const say = (line: string) => process.stdout.write(`${line}\n`);
