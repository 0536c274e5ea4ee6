import { isBefore } from '../version-order.ts';

/** What Guichet does with the key besides models and answers. */
export interface KeyNeeds {
  /** Visitors may attach files. */
  files?: boolean;
  /** Visitors' ratings are handed on. */
  feedback?: boolean;
  /** Visitors may speak and listen. */
  voice?: boolean;
  /** Answers by the whole agent. */
  wholeAgent?: boolean;
}

/** Stopping a run, and what shows whether the account's own things are closed; reading skills only before 0.12.4. */
const WHOLE_AGENT = ['/api/tasks/chat', '/api/v1/users/permissions'];
const SKILLS = '/api/v1/skills';

/** The two alone: beside them are the administrator's settings of speech. */
const VOICE = ['/api/v1/audio/transcriptions', '/api/v1/audio/speech'];

const ALWAYS = ['/api/models', '/api/chat/completions', '/api/v1/users/user/status'];

/**
 * The paths an API key needs for Guichet. An entry opens the path itself and everything below it.
 * @param version before 0.12 the key's owner is also asked for at `/api/v1/auths/`: with the slash at its end, because
 * without it the entry would open the routes that replace the key and try passwords
 */
export function allowListEntries(version: string, needs: KeyNeeds = {}): string[] {
  return [
    ...ALWAYS,
    ...(isBefore(version, '0.12.0') ? ['/api/v1/auths/'] : []),
    ...(needs.voice ? VOICE : []),
    ...(needs.files ? ['/api/v1/files'] : []),
    ...(needs.wholeAgent ? WHOLE_AGENT : []),
    ...(needs.wholeAgent && isBefore(version, '0.12.4') ? [SKILLS] : []),
    ...(needs.feedback ? ['/api/v1/evaluations/feedback'] : []),
  ];
}

/** The value of "Allowed Endpoints", or of the setting API_KEYS_ALLOWED_ENDPOINTS. */
export function endpointAllowListLine(version: string, needs: KeyNeeds = {}): string {
  return allowListEntries(version, needs).join(',');
}

/** As Open WebUI reads it. */
export function entriesIn(line: string): string[] {
  return line
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export function opens(entries: readonly string[], path: string): boolean {
  return entries.some((entry) => path === entry || path.startsWith(`${entry}/`));
}
