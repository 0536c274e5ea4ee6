/** Visitors of an attacked Guichet, from whatever network the attack needs. */
import { type AttackedGuichet, ORIGIN } from './attacked-guichet.ts';
import { requestText } from './raw-connection.ts';

export interface AttackVisitor {
  headers: Record<string, string>;
  conversation: string;
}

/** An address nobody has used yet, of a network of its own. */
export function newAddress(): string {
  networks++;
  return `10.${(networks >> 16) & 255}.${(networks >> 8) & 255}.${networks & 255}`;
}
let networks = 0;

export async function arrive({ url }: AttackedGuichet, from: string = newAddress()): Promise<AttackVisitor> {
  const site = { Origin: ORIGIN, 'X-Forwarded-For': from };
  const made = await fetch(`${url}/v1/sites/default/visitors`, { method: 'POST', headers: site });
  if (made.status !== 201) throw new Error(`A visitor was refused: ${made.status} ${await made.text()}`);
  const { token } = (await made.json()) as { token: string };
  const headers = { ...site, Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/v1/conversations`, { method: 'POST', headers });
  const { id } = (await response.json()) as { id: string };
  return { headers, conversation: id };
}

export function askRequest({ headers, conversation }: AttackVisitor, text: string): string {
  return requestText({
    method: 'POST',
    path: `/v1/conversations/${conversation}/messages`,
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ text }),
  });
}

/** Asks and waits for the end. @returns the run's id */
export async function askToTheEnd({ url }: AttackedGuichet, visitor: AttackVisitor, text: string): Promise<string> {
  const response = await fetch(`${url}/v1/conversations/${visitor.conversation}/messages`, {
    method: 'POST',
    headers: { ...visitor.headers, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ text }),
  });
  const events = await response.text();
  return /"runId":"([^"]+)"/.exec(events)?.[1] ?? '';
}
