import type { Texts } from '../texts.ts';

export const signIn: Texts['signIn'] = {
  title: 'Connexion',
  checking: 'Connexion en cours…',
  lead: 'Connectez-vous par un lien qui sert une seule fois. Pour en obtenir un, lancez cette commande\u202f:',
  leadNew:
    'Personne ne s’est encore connecté. Ouvrez le lien affiché dans le journal au démarrage\u202f; il ne sert qu’une fois et expire après 30 minutes. Pour un nouveau lien\u202f:',
  onServer: 'Sur le serveur, dans le dossier de Guichet\u202f:',
  inContainer: 'Avec Docker Compose\u202f:',
  howTo: 'Ouvrez le lien que la commande affiche, ou collez-le ici. Il ne sert qu’une fois et expire après 30 minutes.',
  field: 'Lien de connexion',
  submit: 'Se connecter',
  notALink: 'Ce n’est pas un lien de connexion. Collez le lien entier, par exemple http://…/console/#link=…',
  ended: 'Vous avez été déconnecté. Reconnectez-vous pour continuer\u202f; rien n’est perdu.',
  signedOut: 'Vous êtes déconnecté.',
  password: 'Mot de passe',
  passwordMissing: 'Saisissez votre mot de passe.',
  forgotten: 'Mot de passe oublié, ou connexion par lien',
  forgottenLead:
    'Connectez-vous par un lien qui sert une seule fois, puis choisissez un nouveau mot de passe sous «\u202fRéglages\u202f». Pour obtenir un lien\u202f:',
  submitLink: 'Se connecter par le lien',
  user: 'Compte',
};
