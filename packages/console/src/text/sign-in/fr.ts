import type { Texts } from '../texts.ts';

export const signIn: Texts['signIn'] = {
  title: 'Connexion',
  checking: 'Connexion en cours…',
  lead: 'On entre par un lien qui sert une seule fois. La personne qui gère le serveur peut en créer un\u202f:',
  leadNew:
    'Personne n’est encore entré ici. Le lien pour entrer figure dans ce que le dernier démarrage a affiché, le journal\u202f; il sert une fois, pendant 30 minutes. Pour un autre\u202f:',
  onServer: 'Sur le serveur, dans le dossier de Guichet\u202f:',
  inContainer: 'Avec Docker Compose\u202f:',
  howTo: 'Ouvrez le lien affiché, ou collez-le ici. Il sert une fois, pendant 30 minutes.',
  field: 'Lien de connexion',
  submit: 'Se connecter',
  notALink: 'Ce n’est pas un lien de connexion. Il a la forme http://…/console/#link=… et finit par un long mot.',
  ended: 'Votre session a pris fin. Reconnectez-vous pour continuer\u202f; rien n’est perdu.',
  signedOut: 'Vous avez quitté la console.',
  password: 'Mot de passe',
  passwordMissing: 'Saisissez votre mot de passe.',
  forgotten: 'Mot de passe oublié, ou lien sous la main',
  forgottenLead:
    'La personne qui gère le serveur peut créer un lien qui vous laisse entrer une fois. Choisissez ensuite un nouveau mot de passe sous «\u202fRéglages\u202f».',
  submitLink: 'Se connecter par le lien',
  user: 'Compte',
};
