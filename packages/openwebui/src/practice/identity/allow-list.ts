/**
 * Is `path` inside an administrator's list of endpoints open to API keys? An entry matches itself and what is below it:
 * `/api/v1/files` opens `/api/v1/files/` and `/api/v1/files/x`, `/api/v1/auths/` only itself.
 */
export function isPathAllowed(path: string, allowedEndpoints: string): boolean {
  return allowedEndpoints
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .some((entry) => path === entry || path.startsWith(`${entry}/`));
}
