/** The administrator's settings page "General" / "Authentication": read whole, written whole. */
import type { Administrator } from './administrator.ts';
import { notTaken } from './step-failure.ts';

const PATH = '/api/v1/auths/admin/config';

export type AdminSettings = Record<string, unknown>;

/** Changing one of these ends every session of everybody; sent back with a key they are refused. */
const SECOND_FACTOR_FIELDS = ['ENABLE_MFA', 'MFA_ALLOW_OAUTH_BYPASS', 'MFA_ALLOW_TRUSTED_HEADER_BYPASS'];

export function readSettings(administrator: Administrator): Promise<AdminSettings> {
  return administrator.object({ path: PATH });
}

/**
 * Changes some settings and leaves the others as they are at this moment. Looks again afterwards.
 * @returns the settings as they were before
 */
export async function changeSettings(administrator: Administrator, changes: AdminSettings): Promise<AdminSettings> {
  const before = await readSettings(administrator);
  if (Object.entries(changes).every(([name, value]) => before[name] === value)) return before;
  const rest = Object.entries(before).filter(([name]) => !SECOND_FACTOR_FIELDS.includes(name));
  await administrator.object({ method: 'POST', path: PATH, body: { ...Object.fromEntries(rest), ...changes } });
  const after = await readSettings(administrator);
  const untaken = Object.entries(changes).find(([name, value]) => after[name] !== value);
  if (untaken) throw notTaken(untaken[0]);
  return before;
}
