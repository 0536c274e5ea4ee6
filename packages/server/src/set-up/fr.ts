import { countedIn } from '@guichet/contract/counted';
import { kindList } from './kind-list.ts';
import type { SetUpTexts } from './set-up-texts.ts';
import type { NamedKind } from './whole-agent-texts.ts';

const counted = countedIn('fr');

const KIND_NAMES: Record<NamedKind, string> = {
  automations: 'les automatisations',
  calendar: 'l’agenda',
  channels: 'les canaux',
  chats: 'les discussions enregistrées',
  code_interpreter: 'l’exécution de code',
  files: 'les fichiers',
  knowledge: 'la recherche dans toutes les connaissances',
  memory: 'la mémoire',
  notes: 'les notes',
  notifications: 'les notifications',
  skills: 'les compétences',
  subagents: 'les sous-agents',
  tasks: 'les listes de tâches',
  user_input: 'les questions à l’utilisateur',
};

const listed = (kinds: readonly string[] = []) =>
  kindList(kinds, KIND_NAMES, 'les outils intégrés qui ouvrent le compte');

export const fr: SetUpTexts = {
  step: {
    'switch-keys-on': () => 'Activer les clés API dans cet Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Utiliser le compte existant ${name ?? ''} (${email ?? ''}) et remplacer son mot de passe.`
        : `Créer le compte ${name ?? ''} (${email ?? ''}) avec un long mot de passe aléatoire.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Utiliser le groupe existant ${name ?? ''} et l’autoriser à créer des clés API. Cela vaut aussi pour ${counted(members ?? 0, { one: 'son # membre', other: 'ses # membres' })}.`
        : `Créer le groupe ${name ?? ''} et l’autoriser à créer des clés API. Les autorisations des autres ne changent pas.`,
    'join-group': ({ name }) => `Ajouter le compte au groupe ${name ?? ''}.`,
    'share-model': ({ name, id, makesRow }) =>
      `Permettre au groupe d’utiliser le modèle ${name ?? id ?? ''}. Ceux qui peuvent l’utiliser le pourront toujours.${makesRow ? ' Open WebUI crée une fiche pour ce modèle, avec ses réglages actuels.' : ''}`,
    'share-knowledge': ({ name, id }) =>
      `Permettre au groupe de lire la collection ${name ?? id ?? ''}, que le modèle utilise.`,
    'second-factor': () =>
      'Installer une application d’authentification pour le compte, car cet Open WebUI en exige une.',
    'make-key': () => 'Créer la clé API du compte et l’enregistrer chiffrée dans Guichet.',
    'copy-model': ({ name, copyOf, id, kinds }) =>
      `Copier le modèle ${name ?? copyOf ?? ''} sous le nom ${id ?? ''}, seulement pour le site. La copie a la même base, les mêmes consignes, connaissances, outils et filtres, mais sans ${listed(kinds)}. Rien ne change pour les utilisateurs d’Open WebUI.`,
    'close-tools': ({ name, id, kinds }) =>
      `Désactiver des outils intégrés dans le modèle ${name ?? id ?? ''}\u202f: ${listed(kinds)}. Ceux qui utilisent ce modèle dans Open WebUI les perdent aussi.`,
    'close-permissions': ({ rights }) =>
      `Retirer ces autorisations par défaut à tous les comptes\u202f: ${(rights ?? []).join(', ')}. Seuls les administrateurs, et les personnes qui les ont par un groupe, les gardent.`,
    'extend-allow-list': ({ paths }) =>
      `Permettre aux clés API d’atteindre aussi ces chemins\u202f: ${(paths ?? []).join(', ')}. Cela vaut pour toutes les clés de cet Open WebUI.`,
    'keep-sign-in': ({ email }) =>
      `Enregistrer le mot de passe du compte ${email ?? ''}, chiffré, dans Guichet. L’agent complet en a besoin pour se connecter.`,
    'check-answer': ({ name, id }) => `Poser une courte question à ${name ?? id ?? 'ce modèle'} avec la nouvelle clé.`,
  },
  undo: {
    'switch-keys-on': () =>
      'Désactiver de nouveau les clés API. Toutes les clés API de cet Open WebUI cessent de fonctionner.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Retirer le compte ${name ?? ''} (${email ?? ''}) du groupe.`
        : `Supprimer le compte ${name ?? ''} (${email ?? ''}), avec sa clé, ses discussions et ses fichiers.`,
    'make-group': ({ name, origin }) =>
      origin === 'found'
        ? `Ne plus autoriser le groupe ${name ?? ''} à créer des clés API.`
        : `Supprimer le groupe ${name ?? ''}.`,
    'join-group': ({ name }) => `Retirer le compte du groupe ${name ?? ''}.`,
    'share-model': ({ id }) => `Ne plus partager le modèle ${id ?? ''} avec le groupe.`,
    'share-knowledge': ({ id }) => `Ne plus partager la collection ${id ?? ''} avec le groupe.`,
    'second-factor': () => 'Supprimer de Guichet le secret de l’application d’authentification du compte.',
    'make-key': () => 'Supprimer la clé.',
    'copy-model': ({ id }) => `Supprimer la copie ${id ?? ''}.`,
    'close-tools': ({ id }) => `Rétablir les outils intégrés du modèle ${id ?? ''}.`,
    'close-permissions': ({ rights }) => `Rétablir ces autorisations par défaut\u202f: ${(rights ?? []).join(', ')}.`,
    'extend-allow-list': () => 'Rétablir les chemins précédents des clés API.',
    'keep-sign-in': ({ email }) => `Supprimer de Guichet la connexion du compte ${email ?? ''}.`,
    'check-answer': () => 'Rien à annuler.',
  },
  state: { toDo: 'à faire', already: 'déjà là', done: 'fait', undone: 'annulé', kept: 'laissé', failed: 'échoué' },
  why: {
    refused: 'Open WebUI a refusé cette étape.',
    'not-reached': 'Guichet n’a pas pu joindre Open WebUI. Cette étape n’a rien changé.',
    'answer-lost':
      'Open WebUI n’a pas répondu\u202f: cette étape est peut-être faite. Si vous continuez, Guichet vérifie d’abord.',
    'not-taken': 'Open WebUI a annoncé que c’était fait, mais rien n’a changé.',
    'second-factor-lost':
      'Guichet n’a plus le secret de l’application d’authentification du compte. Annulez tout et recommencez.',
    'no-answer': 'La clé est créée, mais le modèle ne répond pas.',
  },
  kept: {
    'changed-since': 'Quelqu’un l’a modifié depuis.',
    'others-use-it': 'D’autres s’en servent maintenant.',
    'was-there-before': 'Il existait avant Guichet.',
    'other-server': 'Il a été créé à une autre adresse d’Open WebUI.',
    'other-site': 'Un autre site s’en sert encore.',
    wanted: 'Comme vous l’avez souhaité.',
  },
  note: {
    'switch-may-not-last':
      'Si Open WebUI fonctionne avec ENABLE_PERSISTENT_CONFIG=False, son prochain redémarrage désactive de nouveau les clés API. Définissez aussi ENABLE_API_KEYS=true dans Open WebUI.',
    'switch-is-for-everybody':
      'Les clés API sont activées pour tout cet Open WebUI. Seuls les comptes autorisés peuvent en créer.',
    'one-answer-is-asked': 'À la fin, Guichet pose une courte question. Elle coûte autant qu’une réponse.',
    'second-factor-for-all':
      'Chaque compte a besoin ici d’un second facteur. Guichet enregistre celui de son propre compte.',
    'carried-on': 'Guichet reprend une mise en place arrêtée à mi-chemin.',
    'copy-stands-alone':
      'La copie ne suit pas l’original. Si vous modifiez l’original, modifiez aussi la copie, ou annulez et recommencez.',
    'rights-stay':
      'Open WebUI ne sait pas retirer une autorisation à un seul compte. Le compte garde celles de tout le monde\u202f; c’est le modèle qui décide quels outils fonctionnent.',
    'password-is-kept': 'Guichet enregistre le mot de passe du compte chiffré et ne l’envoie qu’à cet Open WebUI.',
  },
  obstacle: {
    'not-reached': 'Guichet n’a pas pu joindre Open WebUI.',
    'not-administrator': 'Ce compte n’est pas administrateur.',
    'other-server':
      'Guichet a fait une mise en place à une autre adresse d’Open WebUI. Annulez-la d’abord, ou remettez cette adresse dans OPENWEBUI_URL.',
    'too-old':
      'Cet Open WebUI est trop ancien pour la mise en place automatique. Mettez-le d’abord à jour vers la 0.6.37 ou une version plus récente.',
    'model-missing': 'Ce modèle n’existe pas dans cet Open WebUI.',
    'model-not-sharable':
      'Ce modèle en choisit un autre au hasard et ne peut pas être partagé. Choisissez un autre modèle.',
    'whole-agent-too-old':
      'L’agent complet nécessite Open WebUI 0.10.2 ou plus récent. Mettez-le d’abord à jour, ou relancez sans --tools.',
    'whole-agent-unread':
      'Cette version de Guichet ne connaît pas un Open WebUI aussi récent. Mettez d’abord Guichet à jour, ou relancez sans --tools.',
    'settings-unreadable': 'Guichet n’a pas pu lire les réglages de cet Open WebUI.',
  },
  obstacleInConsole: {
    'whole-agent-too-old':
      'L’agent complet nécessite Open WebUI 0.10.2 ou plus récent. Mettez Open WebUI à jour, ou continuez sans l’agent complet.',
    'whole-agent-unread':
      'Cette version de Guichet ne connaît pas encore cet Open WebUI. Mettez Guichet à jour, ou continuez sans l’agent complet.',
  },
  question: {
    'account-exists': ({ name, email }) => `Le compte ${name ?? ''} (${email ?? ''}) existe déjà.`,
    'tools-open': ({ name, id, kinds }) =>
      `Le modèle ${name ?? id ?? ''} ouvre le compte à ceux qui l’utilisent\u202f: ${listed(kinds)}. Sur un site web, ce sont tous les visiteurs.`,
    'group-exists': ({ name, members }) =>
      `Le groupe ${name ?? ''} existe déjà, avec ${counted(members ?? 0, { one: '# membre', other: '# membres' })}.`,
  },
  whichModel: 'Quel modèle doit répondre à vos visiteurs\u202f?',
  choice: {
    'make-another': {
      'account-exists': 'Le garder et en créer un autre.',
      'group-exists': 'Le garder et en créer un autre.',
      'tools-open': 'Le garder et créer une copie pour le site (recommandé).',
    },
    'use-it': {
      'account-exists': 'L’utiliser. Guichet remplace son mot de passe, ce qui ne peut pas être annulé.',
      'group-exists': 'L’utiliser. Ses membres pourront alors créer des clés API.',
      'tools-open': 'Les désactiver dans le modèle lui-même, pour tous ceux qui l’utilisent dans Open WebUI.',
    },
  },
  kindNames: KIND_NAMES,
  modelChosen: (id) => `Le site utilise maintenant le modèle ${id}.`,
  allowList: {
    propose: (line) =>
      `Facultatif\u202f: Open WebUI peut limiter ce que peuvent atteindre toutes ses clés API. Guichet n’a besoin que de\u202f: ${line}`,
    done: 'Les clés API sont limitées à ce dont Guichet a besoin.',
    undone: 'La limitation des clés API a été annulée.',
  },
  reach: {
    finding: {
      'other-accounts': 'Lister tous les comptes de cet Open WebUI, avec leur adresse e-mail et leur rôle.',
      chats: 'Lire les discussions du compte de la clé.',
      'all-chats': 'Lire les discussions de tout le monde.',
      files: 'Lire et supprimer les fichiers du compte de la clé.',
      knowledge: 'Lire les connaissances partagées avec le compte.',
      'raw-provider-routes': 'Interroger les fournisseurs directement, sans passer par les filtres.',
      'server-fetches': 'Faire interroger par Open WebUI des adresses de son propre réseau.',
      'key-rotation': 'Lire cette clé et la remplacer\u202f: celle de Guichet ne fonctionnerait plus.',
      'provider-keys': 'Lire en clair les clés des fournisseurs.',
      'admin-config': 'Lire et modifier les réglages de cet Open WebUI.',
    },
    remedy:
      'Saisissez cette ligne dans les points de terminaison autorisés. Elle ferme tout ce dont Guichet n’a pas besoin, et vaut pour les clés API de tout le monde dans cet Open WebUI.',
    placeProbable: ({ version }) =>
      `Ce chemin de menu est celui d’Open WebUI ${version} ; le vôtre est probablement le même.`,
    notBound:
      'Les restrictions ne valent que pour les clés API, pas pour les jetons de session. Échangez d’abord le jeton contre une clé API\u202f; cette ligne fermera alors tout ce dont Guichet n’a pas besoin.',
  },
  finished: (fingerprint) =>
    `C’est fait. Guichet utilise maintenant la nouvelle clé (empreinte ${fingerprint}). Pour tout annuler\u202f: npx guichet openwebui unprovision`,
  stopped:
    'Arrêté à mi-chemin. Les étapes ci-dessus montrent ce qui est fait. Relancez la commande pour continuer, ou annulez avec\u202f: npx guichet openwebui unprovision',
  finishedInConsole: 'C’est fait. Guichet utilise maintenant la nouvelle clé.',
  stoppedInConsole:
    'Arrêté à mi-chemin. Les étapes ci-dessus montrent ce qui est fait. Vous pouvez continuer ou tout annuler.',
  nothingToUndo: 'Il n’y a rien à annuler\u202f: Guichet n’a rien mis en place ici.',
  outOfDate:
    'Entre-temps, autre chose a été mis en place ou annulé. Rien n’a été changé. Vérifiez de nouveau les étapes.',
  ofSite: {
    noOwnModel: (model) =>
      `Ce site n’a pas de modèle à lui. Il répond avec le premier que la clé peut utiliser\u202f: ${model}. Guichet lui en donne un.`,
    sharesOthers:
      'Tous les sites se servent de la même clé. Guichet donne donc aussi au compte l’accès aux modèles de vos autres sites.',
    shared: {
      'one-copy': ({ sites }) =>
        `Cette copie répond aussi sur\u202f: ${sites}. Elle reste en place tant que vous n’avez pas annulé la mise en place de chacun de ces sites.`,
      'own-copy': ({ sites, model }) =>
        `${model} répond aussi sur\u202f: ${sites}. Rien n’y change\u202f: seul ce site reçoit la copie.`,
      closed: ({ sites, model }) =>
        `${model} répond aussi sur\u202f: ${sites}. Ses outils intégrés y sont désactivés aussi.`,
    },
    undone: (sites) => `Ce site est redevenu comme avant. Le compte et sa clé restent pour\u202f: ${sites}.`,
  },
  nothingChanged: 'Rien n’a été changé.',
  ask: {
    confirm: 'Continuer\u202f? (oui/non) ',
    email: 'Adresse e-mail d’un administrateur d’Open WebUI\u202f: ',
    password: 'Mot de passe (ni affiché, ni enregistré)\u202f: ',
    code: 'Code de l’application d’authentification\u202f: ',
    session: 'Collez le jeton de session d’un administrateur, puis appuyez sur Entrée.',
  },
};
