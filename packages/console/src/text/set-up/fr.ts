import type { Texts } from '../texts.ts';

export const setUp: Texts['setUp'] = {
  heading: 'Mise en place automatique',
  lead: 'Connectez-vous ici une fois à Open WebUI comme administrateur. Guichet crée son propre compte sans droits d’administrateur, partage un modèle avec lui, crée une clé API et l’essaie par une question.',
  shownFirst: 'Vous voyez chaque étape avant tout changement, et vous pouvez tout annuler d’un seul bouton.',
  open: 'Mettre en place…',
  openAgain: 'Revoir la mise en place…',
  setUpHere: (a) => `Guichet a commencé la mise en place de cet Open WebUI le ${a.moment}.`,
  setUpHereMeans: 'Vous pouvez vérifier que tout est encore en place, continuer ou tout annuler.',
  stateFailed: 'Impossible de savoir pour le moment si Guichet a mis quelque chose en place ici.',

  signIn: {
    plan: 'Connectez-vous d’abord à Open WebUI comme administrateur',
    undo: 'Pour tout annuler, connectez-vous à Open WebUI comme administrateur',
    submitPlan: 'Se connecter et voir les étapes',
    submitUndo: 'Se connecter et tout annuler',
    email: 'Adresse e-mail d’un administrateur',
    password: 'Mot de passe de cet administrateur',
    usedOnce:
      'Guichet s’en sert une fois pour se connecter, puis les oublie\u202f: ni enregistrés, ni journalisés. Le jeton de session reste en mémoire dix minutes.',
    tokenHint: 'Il commence par eyJ. Guichet le garde dix minutes en mémoire et ne l’enregistre nulle part.',
    alreadyKey: 'C’est une clé API. Saisissez plutôt le jeton de session d’un administrateur.',
    token: 'Jeton de session d’un administrateur',
  },
  looking: 'Guichet vérifie ce qui existe déjà. Rien n’est changé.',

  plan: 'Ce que Guichet va faire',
  planLead: (a) => `Dans votre Open WebUI ${a.version}. Rien n’a encore été changé.`,
  model: (a) =>
    a.name === a.id || a.name === ''
      ? `Les réponses viennent du modèle ${a.id}.`
      : `Les réponses viennent du modèle ${a.name} (${a.id}).`,
  otherModel: 'Utiliser un autre modèle',
  modelField: 'Identifiant du modèle',
  modelHint: 'Tel qu’il figure dans les réglages du modèle, dans Open WebUI.',
  planAgain: 'Voir les nouvelles étapes',
  steps: 'Étapes',
  notes: 'Bon à savoir',
  cannot: 'Ce n’est pas possible ainsi',
  questions: 'À décider d’abord',
  answer: 'Utiliser ces réponses',
  answerFirst: 'Répondez d’abord à chaque question.',
  submit: 'Appliquer ces étapes',
  nothingToDo:
    'Tout le reste est déjà en place. Vous pouvez recommencer sans risque\u202f: la clé est essayée une fois de plus.',
  otherAdministrator: 'Utiliser une autre connexion',

  working: 'Mise en place…',
  undoing: 'Annulation…',
  workingText: 'Vous pouvez quitter cette page\u202f; le serveur continue seul.',
  state: {
    'to-do': 'À faire',
    doing: 'En cours…',
    already: 'Déjà là',
    done: 'Fait',
    undone: 'Annulé',
    kept: 'Laissé tel quel',
    failed: 'Échoué',
  },
  said: (a) => `${a.step} ${a.state}. ${a.why}`.trim(),

  done: 'Open WebUI est en place',
  stopped: 'La mise en place s’est arrêtée à mi-chemin',
  undone: 'Tout est annulé',
  undoStopped: 'Tout n’a pas pu être annulé',
  lost: 'La connexion au serveur de Guichet s’est interrompue. Il continue peut-être\u202f: vérifiez de nouveau dans un instant.',
  goOn: 'Voir ce qui reste, et continuer',
  tryUndoAgain: 'Annuler ce qui reste',
  close: 'Fermer',

  undo: 'Tout annuler…',
  undoTitle: 'Annuler la mise en place\u202f?',
  undoLost:
    'Dans Open WebUI, Guichet supprime son compte, avec la clé, les discussions et les fichiers, ainsi que son groupe. Il cesse de partager avec eux le modèle et ses connaissances.',
  undoKeys:
    'Si Guichet a activé les clés API, elles sont de nouveau désactivées, et toutes les clés API de cet Open WebUI cessent de fonctionner.',
  undoHere: 'Guichet oublie la clé. Vos visiteurs n’ont plus de réponse, sauf si une autre clé est définie ailleurs.',
  undoStays: 'Guichet ne touche ni à ce qui existait avant lui, ni à ce que quelqu’un a modifié depuis.',
  undoConfirm: 'Tout annuler',

  history: {
    did: (a) => `Mise en place, ${a.what}\u202f: ${a.state}.`,
    undid: (a) => `Annulation de la mise en place, ${a.what}\u202f: ${a.state}.`,
    what: {
      'switch-keys-on': 'activation des clés API',
      'make-account': 'compte',
      'make-group': 'groupe',
      'join-group': 'compte dans le groupe',
      'share-model': 'partage du modèle',
      'share-knowledge': 'partage de la collection',
      'second-factor': 'application d’authentification du compte',
      'make-key': 'clé API',
      'copy-model': 'copie du modèle pour le site',
      'close-tools': 'outils intégrés du modèle',
      'close-permissions': 'autorisations par défaut',
      'extend-allow-list': 'chemins des clés API',
      'keep-sign-in': 'connexion pour l’agent complet',
      'check-answer': 'question d’essai',
      other: 'une autre étape',
    },
    state: { already: 'déjà là', done: 'fait', undone: 'annulé', kept: 'laissé tel quel', failed: 'échec' },
    named: (a) => `${a.what} ${a.name}`,
    'allow-list-applied': (a) => `Les clés API ont été limitées dans Open WebUI, pour tout le monde\u202f: ${a.line}`,
    allowListUndone: 'La limitation des clés API a été annulée.',
    allowListKept: 'La limitation des clés API a été laissée telle quelle, car quelqu’un l’a modifiée depuis.',
    allowListNotUndone: 'La limitation des clés API n’a pas pu être annulée.',
    renewalChosen: (a) => `Le renouvellement par le compte ${a.email} a été activé.`,
    renewalRefused: (a) =>
      `Le renouvellement par le compte ${a.email} n’a pas été activé, car sa connexion a été refusée.`,
    agentAccountChosen: (a) => `Guichet a enregistré la connexion de ${a.email} pour l’agent complet.`,
    agentAccountRefused: (a) =>
      `Guichet n’a pas enregistré la connexion de ${a.email} pour l’agent complet, car elle a été refusée.`,
    'agent-account-forgotten': 'La connexion pour l’agent complet a été effacée.',
    'renewal-ended': 'Le renouvellement a été désactivé, et le mot de passe du compte effacé.',
  },
};
