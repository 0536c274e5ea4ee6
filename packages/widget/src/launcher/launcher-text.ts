/** What the bubble says before anything else is loaded, by language: to open it, and that this failed. */
export type LauncherText = readonly [open: string, failed: string];

/** Put in by the build, from every language's own texts. */
declare const __GUICHET_LAUNCHER_TEXT__: Readonly<Record<string, LauncherText>> & { en: LauncherText };

export const LAUNCHER_TEXT = __GUICHET_LAUNCHER_TEXT__;
