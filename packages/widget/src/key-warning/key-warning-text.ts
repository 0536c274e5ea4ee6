import type { Locale } from '@guichet/contract/locale';

export interface KeyWarningTexts {
  /** The buttons' group, for screen readers. */
  group: string;
  /** @param names what was found, each with its article */
  what: (names: string) => string;
  why: string;
  remove: (count: number) => string;
  send: string;
  removed: (isEmpty: boolean) => string;
}

/** Loaded with the warning alone, so apart from the widget's other words. */
export const KEY_WARNING_TEXTS: Record<Locale, KeyWarningTexts> = {
  en: {
    group: 'Before you send',
    what: (names) => `This looks like ${names}.`,
    why: 'Keys and passwords do not belong in a chat: messages are stored and passed on to the assistant.',
    remove: (count) => (count > 1 ? 'Remove them' : 'Remove it'),
    send: 'Send anyway',
    removed: (isEmpty) => (isEmpty ? 'Removed.' : 'Removed. You can send the rest.'),
  },
  fr: {
    group: 'Avant l’envoi',
    what: (names) => `Ceci ressemble à ${names}.`,
    why: 'Une clé ou un mot de passe n’a pas sa place dans une discussion\u202f: les messages sont conservés et transmis à l’assistant.',
    remove: (count) => (count > 1 ? 'Tout retirer' : 'Retirer du message'),
    send: 'Envoyer quand même',
    removed: (isEmpty) => (isEmpty ? 'C’est retiré.' : 'C’est retiré. Vous pouvez envoyer le reste.'),
  },
};
