import type { Texts } from '../texts.ts';

export const renewal: Texts['renewal'] = {
  heading: 'Là où les clés API restent désactivées',
  lead: 'Si votre organisation n’autorise pas les clés API, Guichet peut travailler avec des jetons de session et en prendre un nouveau avant que l’ancien expire. Pour cela, il doit se connecter seul.',
  sealed:
    'Le mot de passe du compte est gardé sur votre serveur, scellé dans le coffre de Guichet. C’est le seul mot de passe que Guichet puisse garder, et seulement si vous le choisissez.',
  account: 'Prenez un compte créé pour cela seul, sans droits d’administrateur et sans second facteur.',
  better: 'Si les clés API peuvent être autorisées, une clé API vaut mieux\u202f: aucun mot de passe à garder.',
  email: 'Adresse e-mail du compte de service',
  password: 'Mot de passe du compte de service',
  passwordHint: 'Gardé scellé jusqu’à ce que vous désactiviez le renouvellement.',
  submit: 'Essayer et activer le renouvellement',
  submitting: 'Connexion…',
  refused: 'Le renouvellement n’a pas été activé.',
  on: (a) =>
    `Le renouvellement est activé\u202f: Guichet se reconnecte en tant que ${a.email} avant la fin d’une session.`,
  onMeans: 'Le mot de passe de ce compte est gardé scellé dans le coffre de Guichet.',
  end: 'Désactiver le renouvellement…',
  ending: 'Désactivation…',
  endTitle: 'Désactiver le renouvellement\u202f?',
  endLost: (a) =>
    `Guichet efface le mot de passe de ${a.email} qu’il garde. La session en service dure jusqu’à sa fin\u202f; ensuite, les visiteurs n’ont plus de réponse, à moins qu’une autre clé soit saisie.`,
  endConfirm: 'Désactiver le renouvellement',
  ended: 'Le renouvellement est désactivé, et le mot de passe est effacé.',
};
