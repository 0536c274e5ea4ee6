/** What the bubble says before anything else is loaded. */
export type LauncherText = readonly [open: string, failed: string];

const EN: LauncherText = ['Open chat', 'The chat could not be loaded. Try again.'];

const FR: LauncherText = ['Ouvrir la discussion', 'La discussion n’a pas pu être chargée. Réessayez.'];

/**
 * Every page carries these words, so only two languages have them. In the others the bubble has a name that is understood
 * everywhere, until the widget comes with words in their own.
 */
export function launcherText(language: string): LauncherText {
  const [tag] = language.split('-');
  if (tag === 'fr') return FR;
  return tag && tag !== 'en' ? ['Chat', EN[1]] : EN;
}
