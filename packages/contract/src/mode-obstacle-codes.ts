/** The codes that the console has words for, with what `names` holds. */
export const MODE_OBSTACLE_CODES = [
  /** Open WebUI is older than the mode needs: the version needed, the version found. */
  'version-too-old',
  /** Open WebUI does not say its version: the version needed. */
  'version-unknown',
  /** The mode needs the service account's sign-in, and there is none. */
  'sign-in-missing',
  /** The model or the account allows built-in tools that read or change the account's own things: their kinds. */
  'tool-open',
  /** Open WebUI is newer than what was looked through for such tools: the version found. */
  'version-unread',
  /** The key's account may do everything. */
  'account-is-administrator',
  /** The role of the key's account is not told. */
  'account-unknown',
  /** The key's account does not see the model. */
  'model-missing',
  /** What the model and the account allow could not be read. */
  'not-checked',
] as const;
export type ModeObstacleCode = (typeof MODE_OBSTACLE_CODES)[number];
