/** The few words the bubble needs before anything else is loaded. */
export const LAUNCHER_TEXT = {
  en: { open: 'Open chat', failed: 'The chat could not be loaded. Try again.' },
  fr: { open: 'Ouvrir la discussion', failed: 'La discussion n’a pas pu être chargée. Réessayez.' },
};
