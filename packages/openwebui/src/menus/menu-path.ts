/** Where to click in an Open WebUI: typed data, so that advice names the words people really see. */

export type MenuLocale = 'en' | 'fr';

export type MenuGoal =
  | 'own-key'
  | 'create-key'
  | 'renew-key'
  | 'show-session-token'
  | 'switch-keys-on'
  | 'key-restrictions'
  | 'session-lifetime'
  | 'second-factor'
  | 'default-permission'
  | 'group-permission'
  | 'add-account'
  | 'approve-account'
  | 'end-sessions'
  | 'provider-keys'
  /** The list itself: for looking at one that is there, not for adding one. */
  | 'provider-connections'
  | 'share-model'
  | 'version'
  | 'user-status';

/** Who can do it: everybody for their own account, or an administrator alone. */
export type MenuActor = 'owner' | 'administrator';

export interface MenuPath {
  goal: MenuGoal;
  locale: MenuLocale;
  actor: MenuActor;
  /** Labels word for word, in the order they are clicked. English where the interface has no French. */
  steps: string[];
  /** Opens the page directly, after the base address. */
  route?: string;
  /** The version in which these words were seen: the asked one, or the nearest that somebody looked at. */
  seenIn: string;
  /** False for a version nobody looked at: its words may differ from those of `seenIn`. */
  checked: boolean;
}

/** One label in both languages; one text alone where the interface shows English to everybody. */
export type Label = string | readonly [en: string, fr: string];

export interface MenuEntry {
  actor: MenuActor;
  steps: readonly Label[];
  route?: string;
}
