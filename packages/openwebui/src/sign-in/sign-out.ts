import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';

const PATH = '/api/v1/auths/signout';

/**
 * Ends a session that Guichet opened, once it was used. Best effort: Open WebUI forgets a token only where it has
 * Redis, and elsewhere lets it run out. Never for a session that came from somebody's browser.
 */
export async function signOut(desk: Desk, session: Secret): Promise<void> {
  const { status } = await desk.ask({ method: 'POST', path: PATH, as: session });
  // Up to 0.9.2 it is a GET.
  if (status === 405) await desk.ask({ path: PATH, as: session });
}
