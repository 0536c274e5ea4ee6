/** The credential that an operator gave in the console: kept in the safe together with the address it is for. */
import type { SecretDescription, SecretStore } from '../safe/secret-store.ts';
import type { ConsoleCredential } from './credential-desk.ts';

const NAME = 'openwebui/credential';

/** @returns undefined when there is none, or none that can be read; a damaged record was named at start */
export async function readConsoleCredential(secrets: SecretStore): Promise<ConsoleCredential | undefined> {
  const stored = await secrets.get(NAME);
  return stored.kind === 'found' ? (JSON.parse(stored.value) as ConsoleCredential) : undefined;
}

/** @param by who gave it, as the audit log names people */
export async function writeConsoleCredential(
  secrets: SecretStore,
  value: ConsoleCredential,
  by: string,
): Promise<void> {
  const result = await secrets.set(NAME, JSON.stringify(value), { updatedBy: by });
  if (!result.ok) throw new Error(`The safe did not take the credential: ${result.problem}.`);
}

export function deleteConsoleCredential(secrets: SecretStore): Promise<boolean> {
  return secrets.delete(NAME);
}

/** Whether and when it was set. What is stored is address and credential together, so kind and fingerprint say nothing. */
export function describeConsoleCredential(secrets: Pick<SecretStore, 'describe'>): Promise<SecretDescription> {
  return secrets.describe(NAME);
}
