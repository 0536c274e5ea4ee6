import { countedIn } from '@guichet/contract/counted';
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
    why: 'Do not send keys or passwords in a chat: messages are stored and passed to the assistant.',
    remove: (count) => countedIn('en')(count, { one: 'Remove it', other: 'Remove them' }),
    send: 'Send anyway',
    removed: (isEmpty) => (isEmpty ? 'Removed.' : 'Removed. You can send the rest.'),
  },
  fr: {
    group: 'Avant l’envoi',
    what: (names) => `Ceci ressemble à ${names}.`,
    why: 'N’envoyez ni clé ni mot de passe dans une discussion\u202f: les messages sont conservés et transmis à l’assistant.',
    remove: (count) => countedIn('fr')(count, { one: 'Retirer du message', other: 'Tout retirer' }),
    send: 'Envoyer quand même',
    removed: (isEmpty) => (isEmpty ? 'C’est retiré.' : 'C’est retiré. Vous pouvez envoyer le reste.'),
  },
};
