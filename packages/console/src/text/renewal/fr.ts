import type { Texts } from '../texts.ts';

export const renewal: Texts['renewal'] = {
  heading: 'Si les clés API ne sont pas autorisées',
  lead: 'Guichet peut aussi travailler avec des jetons de session et en demander un nouveau avant que l’ancien expire. Pour cela, il se connecte seul.',
  sealed: 'Guichet enregistre alors le mot de passe du compte, chiffré, sur votre serveur.',
  account: 'Utilisez un compte créé seulement pour cela, sans droits d’administrateur et sans second facteur.',
  better: 'Si vous pouvez obtenir une clé API, elle vaut mieux\u202f: Guichet n’enregistre alors aucun mot de passe.',
  email: 'Adresse e-mail du compte de service',
  password: 'Mot de passe du compte de service',
  passwordHint: 'Enregistré chiffré, jusqu’à ce que vous désactiviez le renouvellement.',
  submit: 'Essayer et activer le renouvellement',
  submitting: 'Connexion…',
  refused: 'Le renouvellement n’a pas été activé.',
  on: (a) =>
    `Le renouvellement est activé\u202f: Guichet se reconnecte en tant que ${a.email} avant qu’un jeton de session expire.`,
  onMeans: 'Guichet enregistre le mot de passe de ce compte, chiffré.',
  end: 'Désactiver le renouvellement…',
  ending: 'Désactivation…',
  endTitle: 'Désactiver le renouvellement\u202f?',
  endLost: (a) =>
    `Guichet efface le mot de passe de ${a.email}. Le jeton de session actuel sert jusqu’à son expiration. Ensuite, vos visiteurs n’ont plus de réponse, sauf si vous saisissez une autre clé.`,
  endConfirm: 'Désactiver le renouvellement',
  ended: 'Le renouvellement est désactivé, et le mot de passe est effacé.',
};
