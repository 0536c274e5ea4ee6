import type { Texts } from '../texts.ts';

export const setUp: Texts['setUp'] = {
  heading: 'Tout faire mettre en place',
  lead: 'Prêtez une fois à Guichet la connexion d’un administrateur. Il crée dans Open WebUI un compte à lui, sans droits d’administrateur, partage un modèle avec ce compte, lui donne une clé API et vérifie cette clé par une réponse.',
  shownFirst: 'Vous voyez chaque étape avant tout changement, et vous pouvez tout défaire avec un seul bouton.',
  open: 'Mettre en place…',
  openAgain: 'Revoir la mise en place…',
  setUpHere: (a) => `Guichet a commencé la mise en place de cet Open WebUI le ${a.moment}.`,
  setUpHereMeans: 'Vous pouvez vérifier que tout est encore comme il faut, la reprendre, ou la défaire.',
  stateFailed: 'Impossible de dire pour le moment si quelque chose a été mis en place ici.',

  signIn: {
    plan: 'D’abord, connectez-vous en administrateur d’Open WebUI',
    undo: 'Pour tout défaire, connectez-vous en administrateur d’Open WebUI',
    submitPlan: 'Se connecter et voir les étapes',
    submitUndo: 'Se connecter et tout défaire',
    email: 'Adresse e-mail d’un administrateur',
    password: 'Mot de passe de cet administrateur',
    usedOnce:
      'Servent une fois à se connecter, puis sont oubliés\u202f: ni enregistrés, ni journalisés. La session reste en mémoire dix minutes.',
    tokenHint: 'Il commence par eyJ. Guichet le garde dix minutes en mémoire et ne l’enregistre nulle part.',
    alreadyKey: 'C’est une clé API. Il faut ici le jeton de session d’un administrateur.',
    token: 'Jeton de session d’un administrateur',
  },
  looking: 'Guichet regarde ce qui existe. Rien n’est changé.',

  plan: 'Ce que Guichet ferait',
  planLead: (a) => `Dans votre Open WebUI ${a.version}. Rien n’a encore été changé.`,
  model: (a) =>
    a.name === a.id || a.name === ''
      ? `Les réponses viennent du modèle ${a.id}.`
      : `Les réponses viennent du modèle ${a.name} (${a.id}).`,
  otherModel: 'Utiliser un autre modèle',
  modelField: 'Identifiant du modèle',
  modelHint: 'Tel qu’Open WebUI l’écrit dans l’adresse ou les réglages du modèle.',
  planAgain: 'Revoir les étapes',
  steps: 'Étapes',
  notes: 'Bon à savoir',
  cannot: 'Ce n’est pas possible ainsi',
  questions: 'À décider d’abord',
  answer: 'Continuer ainsi',
  answerFirst: 'Choisissez d’abord une réponse à chaque question.',
  submit: 'Faire cela',
  nothingToDo: 'Tout le reste est déjà là. Recommencer ne nuit à rien et vérifie la clé une fois de plus.',
  otherAdministrator: 'Utiliser une autre connexion',

  working: 'Mise en place…',
  undoing: 'Tout se défait…',
  workingText: 'Vous pouvez quitter cette page\u202f; le serveur continue seul.',
  state: {
    'to-do': 'À faire',
    doing: 'En cours…',
    already: 'Déjà là',
    done: 'Fait',
    undone: 'Défait',
    kept: 'Laissé tel quel',
    failed: 'Échoué',
  },
  said: (a) => `${a.step} ${a.state}. ${a.why}`.trim(),

  done: 'Open WebUI est en place',
  stopped: 'La mise en place s’est arrêtée à mi-chemin',
  undone: 'Tout est défait',
  undoStopped: 'Tout n’a pas pu être défait',
  lost: 'La connexion au serveur de Guichet s’est interrompue. Ce qui a été demandé continue peut-être\u202f: regardez de nouveau dans un instant.',
  goOn: 'Voir ce qui reste, et continuer',
  tryUndoAgain: 'Défaire ce qui reste',
  close: 'Fermer',

  undo: 'Tout défaire…',
  undoTitle: 'Défaire la mise en place\u202f?',
  undoLost:
    'Dans Open WebUI, le compte créé par Guichet est supprimé, avec sa clé, ses discussions et ses fichiers, ainsi que son groupe. Le modèle et ses connaissances ne sont plus partagés avec eux.',
  undoKeys:
    'Si Guichet a activé les clés API, elles sont de nouveau désactivées, et toutes les clés API de cet Open WebUI cessent de fonctionner.',
  undoHere:
    'Guichet oublie la clé. Les visiteurs n’ont plus de réponse, à moins qu’une autre clé soit réglée ailleurs.',
  undoStays: 'Ce qui existait avant Guichet, et ce que quelqu’un a modifié depuis, reste.',
  undoConfirm: 'Tout défaire',

  history: {
    did: (a) => `Mise en place, ${a.what}\u202f: ${a.state}.`,
    undid: (a) => `Mise en place défaite, ${a.what}\u202f: ${a.state}.`,
    what: {
      'switch-keys-on': 'activation des clés API',
      'make-account': 'compte',
      'make-group': 'groupe',
      'join-group': 'compte dans le groupe',
      'share-model': 'partage du modèle',
      'share-knowledge': 'partage de la connaissance',
      'second-factor': 'application d’authentification du compte',
      'make-key': 'clé API',
      'copy-model': 'copie du modèle pour le site',
      'close-tools': 'outils intégrés du modèle',
      'close-permissions': 'autorisations par défaut',
      'extend-allow-list': 'chemins des clés API',
      'keep-sign-in': 'connexion pour l’agent complet',
      'check-answer': 'une réponse',
      other: 'une autre étape',
    },
    state: { already: 'déjà là', done: 'fait', undone: 'défait', kept: 'laissé tel quel', failed: 'échec' },
    named: (a) => `${a.what} ${a.name}`,
    'allow-list-applied': (a) => `Les clés API ont été limitées dans Open WebUI, pour tout le monde\u202f: ${a.line}`,
    allowListUndone: 'La limitation des clés API a été levée.',
    allowListKept: 'La limitation des clés API a été laissée telle quelle, car quelqu’un l’a modifiée depuis.',
    allowListNotUndone: 'La limitation des clés API n’a pas pu être levée.',
    renewalChosen: (a) => `Le renouvellement par le compte ${a.email} a été activé.`,
    renewalRefused: (a) =>
      `Le renouvellement par le compte ${a.email} n’a pas été activé, car sa connexion a été refusée.`,
    agentAccountChosen: (a) => `La connexion de ${a.email} est gardée pour l’agent complet.`,
    agentAccountRefused: (a) =>
      `La connexion de ${a.email} pour l’agent complet n’a pas été gardée, car elle a été refusée.`,
    'agent-account-forgotten': 'La connexion pour l’agent complet a été effacée.',
    'renewal-ended': 'Le renouvellement a été désactivé, et le mot de passe du compte effacé.',
  },
};
