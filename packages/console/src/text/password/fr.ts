import type { PasswordTexts } from './texts.ts';

export const fr: PasswordTexts = {
  heading: 'Mot de passe',
  lead: 'Pour entrer dans cette console.',
  none: 'Il n’y a pas encore de mot de passe. En attendant, seul un lien permet d’entrer.',
  current: 'Mot de passe actuel',
  currentHint: 'Inutile juste après une entrée par lien.',
  field: 'Nouveau mot de passe',
  hint: 'Au moins 12 caractères. Quatre ou cinq mots à la suite se retiennent bien et se devinent mal.',
  tooShort: (a) => (a.count === 1 ? 'Il manque un caractère.' : `Il manque ${a.count} caractères.`),
  longEnough: 'Assez long.',
  submit: 'Garder ce mot de passe',
  submitting: 'Enregistrement…',
  done: 'Le mot de passe est changé. Toute autre personne connectée devra se reconnecter.',
  doneFirst: 'Le mot de passe est enregistré.',
  forgotten:
    'Oublié\u202f? Connectez-vous avec un lien, que la commande npx guichet admin link affiche, et choisissez-en un nouveau.',
  failed: 'Le mot de passe n’a pas été enregistré.',
};
