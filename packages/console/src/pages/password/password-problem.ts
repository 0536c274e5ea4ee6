import type { Failure } from '../../admin-api/outcome.ts';

/** Below this the server refuses; said while one types, so that nobody has to find out. */
export const MIN_PASSWORD_CHARS = 12;

/** @returns which field a refusal is about, and why; undefined for what no other text in a field would mend */
export function passwordProblem({
  code,
  detail,
}: Failure): { field: 'current' | 'password'; text: string } | undefined {
  if (detail === undefined) return undefined;
  if (code.startsWith('current-password-')) return { field: 'current', text: detail };
  return code.startsWith('password-') ? { field: 'password', text: detail } : undefined;
}
