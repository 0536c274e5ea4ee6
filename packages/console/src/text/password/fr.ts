import { countedIn } from '@guichet/contract/counted';
import type { PasswordTexts } from './texts.ts';

const counted = countedIn('fr');

export const fr: PasswordTexts = {
  heading: 'Mot de passe',
  lead: 'Il sert à se connecter à cette console.',
  none: 'Il n’y a pas encore de mot de passe. En attendant, seul un lien permet de se connecter.',
  current: 'Mot de passe actuel',
  currentHint: 'Inutile si vous venez de vous connecter par un lien.',
  field: 'Nouveau mot de passe',
  hint: 'Au moins 12 caractères. Quatre ou cinq mots sans rapport se retiennent bien et se devinent mal.',
  tooShort: (a) => counted(a.count, { one: 'Il manque # caractère.', other: 'Il manque # caractères.' }),
  longEnough: 'Assez long.',
  submit: 'Enregistrer ce mot de passe',
  submitting: 'Enregistrement…',
  done: 'Le mot de passe est changé. Toutes les autres personnes ont été déconnectées.',
  doneFirst: 'Le mot de passe est enregistré.',
  forgotten:
    'Oublié\u202f? Lancez npx guichet admin link sur le serveur, connectez-vous par ce lien, puis choisissez un nouveau mot de passe.',
  failed: 'Le mot de passe n’a pas été enregistré.',
};
