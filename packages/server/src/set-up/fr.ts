import { kindList } from './kind-list.ts';
import type { SetUpTexts } from './set-up-texts.ts';
import type { NamedKind } from './whole-agent-texts.ts';

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
  kindList(kinds, KIND_NAMES, 'les outils intégrés qui ouvrent ce qui est au compte');

export const fr: SetUpTexts = {
  step: {
    'switch-keys-on': () => 'Activer les clés API pour cet Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Utiliser le compte ${name ?? ''} (${email ?? ''}) qui existe déjà\u202f; son mot de passe est remplacé.`
        : `Créer le compte ${name ?? ''} (${email ?? ''}) avec un long mot de passe aléatoire.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Utiliser le groupe ${name ?? ''} qui existe déjà et lui donner le droit aux clés API\u202f; ses ${members ?? 0} membres pourront alors aussi en créer.`
        : `Créer le groupe ${name ?? ''} avec le droit aux clés API. Les droits de tous les autres restent ce qu’ils sont.`,
    'join-group': ({ name }) => `Mettre le compte dans le groupe ${name ?? ''}.`,
    'share-model': ({ name, id, makesRow }) =>
      `Permettre au groupe d’utiliser le modèle ${name ?? id ?? ''}. Ceux qui peuvent l’utiliser aujourd’hui le peuvent toujours.${makesRow ? ' Open WebUI reçoit une fiche propre pour lui, avec ses réglages tels qu’ils sont.' : ''}`,
    'share-knowledge': ({ name, id }) =>
      `Permettre au groupe de lire la connaissance ${name ?? id ?? ''} sur laquelle le modèle s’appuie.`,
    'second-factor': () =>
      'Installer une application d’authentification pour le compte, car cet Open WebUI en demande une à chacun.',
    'make-key': () => 'Créer la clé API du compte et la garder dans le coffre de Guichet.',
    'copy-model': ({ name, copyOf, id, kinds }) =>
      `Copier le modèle ${name ?? copyOf ?? ''} sous le nom ${id ?? ''}, pour le site seul\u202f: même base, mêmes consignes, connaissances, outils et filtres, mais sans ${listed(kinds)}. Rien ne change pour les gens dans Open WebUI.`,
    'close-tools': ({ name, id, kinds }) =>
      `Désactiver des outils intégrés dans le modèle ${name ?? id ?? ''}\u202f: ${listed(kinds)}. Ceux qui utilisent ce modèle dans Open WebUI les perdent aussi.`,
    'close-permissions': ({ rights }) =>
      `Retirer ces autorisations à tous les comptes qui les ont par défaut\u202f: ${(rights ?? []).join(', ')}. Les gens dans Open WebUI les perdent aussi, sauf par un groupe ou comme administrateurs.`,
    'extend-allow-list': ({ paths }) =>
      `Ajouter aux chemins que les clés API peuvent atteindre\u202f: ${(paths ?? []).join(', ')}. Cela vaut pour toutes les clés de cet Open WebUI.`,
    'keep-sign-in': ({ email }) =>
      `Garder le mot de passe du compte ${email ?? ''} dans le coffre de Guichet, pour la session dont l’agent complet a besoin.`,
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
        ? `Retirer au groupe ${name ?? ''} le droit aux clés API.`
        : `Supprimer le groupe ${name ?? ''}.`,
    'join-group': ({ name }) => `Retirer le compte du groupe ${name ?? ''}.`,
    'share-model': ({ id }) => `Ne plus partager le modèle ${id ?? ''} avec le groupe.`,
    'share-knowledge': ({ id }) => `Ne plus partager la connaissance ${id ?? ''} avec le groupe.`,
    'second-factor': () => 'Oublier l’application d’authentification du compte.',
    'make-key': () => 'Supprimer la clé.',
    'copy-model': ({ id }) => `Supprimer la copie ${id ?? ''}.`,
    'close-tools': ({ id }) => `Remettre les outils intégrés du modèle ${id ?? ''} comme ils étaient.`,
    'close-permissions': ({ rights }) => `Rendre les autorisations par défaut\u202f: ${(rights ?? []).join(', ')}.`,
    'extend-allow-list': () => 'Remettre les chemins que les clés API peuvent atteindre comme ils étaient.',
    'keep-sign-in': ({ email }) => `Oublier la connexion du compte ${email ?? ''}.`,
    'check-answer': () => 'Rien à annuler.',
  },
  state: { toDo: 'à faire', already: 'déjà là', done: 'fait', undone: 'annulé', kept: 'laissé', failed: 'échoué' },
  why: {
    refused: 'Open WebUI ne l’a pas fait.',
    'not-reached': 'Open WebUI était injoignable\u202f; cette étape n’a rien changé.',
    'answer-lost': 'Aucune réponse n’est venue\u202f: c’est peut-être fait. La reprise regarde d’abord.',
    'not-taken': 'Open WebUI a dit oui, mais ce n’est pas le cas.',
    'second-factor-lost': 'L’application d’authentification du compte n’est plus connue. Annulez tout et recommencez.',
    'no-answer': 'La clé est créée, mais le modèle ne répond pas avec elle.',
  },
  kept: {
    'changed-since': 'Quelqu’un l’a modifié depuis.',
    'others-use-it': 'D’autres s’en servent entre-temps.',
    'was-there-before': 'Il existait avant Guichet.',
    'other-server': 'Il a été créé à une autre adresse d’Open WebUI.',
    wanted: 'Comme vous l’avez souhaité.',
  },
  note: {
    'switch-may-not-last':
      'Là où Open WebUI fonctionne avec ENABLE_PERSISTENT_CONFIG=False, les clés API sont de nouveau désactivées après son prochain démarrage\u202f; réglez-y aussi ENABLE_API_KEYS=true.',
    'switch-is-for-everybody':
      'L’activation des clés API vaut pour tout cet Open WebUI\u202f; seuls les comptes qui en ont le droit peuvent en créer.',
    'one-answer-is-asked': 'À la fin, une courte question est posée\u202f; elle coûte ce que coûte une réponse.',
    'second-factor-for-all':
      'Chaque compte a besoin ici d’un second facteur. Guichet garde celui de son propre compte.',
    'carried-on': 'Une mise en place arrêtée à mi-chemin est reprise.',
    'copy-stands-alone':
      'La copie ne suit pas l’original. Si vous modifiez l’original plus tard, modifiez aussi la copie, ou annulez et recommencez.',
    'rights-stay':
      'Open WebUI ne sait pas retirer une autorisation à un seul compte. Le compte garde celles de tout le monde\u202f; c’est le modèle qui décide quels outils fonctionnent.',
    'password-is-kept': 'Guichet garde le mot de passe du compte scellé. Il n’est envoyé qu’à cet Open WebUI.',
  },
  obstacle: {
    'not-reached': 'Open WebUI était injoignable.',
    'not-administrator': 'Cette connexion n’est pas celle d’un administrateur.',
    'other-server':
      'Une mise en place à une autre adresse d’Open WebUI est notée. Annulez d’abord celle-là, ou remettez son adresse dans OPENWEBUI_URL.',
    'too-old':
      'Cet Open WebUI est antérieur à la version 0.6.37, où clés et droits fonctionnent autrement. Mettez-le d’abord à jour.',
    'model-missing': 'Ce modèle n’existe pas dans cet Open WebUI.',
    'model-not-sharable':
      'Ce modèle est un tirage entre plusieurs autres et ne peut pas être partagé. Choisissez-en un autre.',
    'whole-agent-too-old':
      'L’agent complet demande Open WebUI 0.10.2 ou plus récent. Mettez-le d’abord à jour, ou relancez sans --tools.',
    'whole-agent-unread':
      'Cet Open WebUI est plus récent que ce que Guichet sait fermer. Mettez d’abord Guichet à jour, ou relancez sans --tools.',
    'settings-unreadable': 'Les réglages de cet Open WebUI n’ont pas pu être lus comme prévu.',
  },
  obstacleInConsole: {
    'whole-agent-too-old':
      'L’agent complet demande Open WebUI 0.10.2 ou plus récent. Mettez Open WebUI à jour, ou continuez sans l’agent complet.',
    'whole-agent-unread':
      'Cette version de Guichet ne connaît pas encore cet Open WebUI. Mettez Guichet à jour, ou continuez sans l’agent complet.',
  },
  question: {
    'account-exists': ({ name, email }) => `Il existe déjà un compte ${name ?? ''} (${email ?? ''}).`,
    'tools-open': ({ name, id, kinds }) =>
      `Le modèle ${name ?? id ?? ''} laisse qui l’utilise atteindre ce qui est au compte\u202f: ${listed(kinds)}. Sur un site web, c’est n’importe quel visiteur.`,
    'group-exists': ({ name, members }) =>
      `Il existe déjà un groupe ${name ?? ''}, avec ${members === 1 ? 'un membre' : `${members ?? 0} membres`}.`,
  },
  whichModel: 'Quel modèle répondra à vos visiteurs\u202f?',
  choice: {
    'make-another': {
      'account-exists': 'Le laisser et en créer un autre.',
      'group-exists': 'Le laisser et en créer un autre.',
      'tools-open': 'Le laisser et en faire une copie pour le site (mieux).',
    },
    'use-it': {
      'account-exists': 'L’utiliser. Son mot de passe est remplacé, ce qui ne peut pas être annulé.',
      'group-exists': 'L’utiliser. Ses membres pourront alors créer des clés API.',
      'tools-open': 'Les désactiver dans le modèle lui-même, pour tous ceux qui l’utilisent dans Open WebUI.',
    },
  },
  kindNames: KIND_NAMES,
  modelChosen: (id) => `Le site répond désormais avec le modèle ${id}.`,
  allowList: {
    propose: (line) =>
      `Un choix à part\u202f: Open WebUI peut limiter ce que les clés API atteignent, pour les clés de tout le monde sur cette instance. Guichet n’a besoin que de\u202f: ${line}`,
    done: 'Les clés API sont limitées à ce dont Guichet a besoin.',
    undone: 'La limitation des clés API est revenue à ce qu’elle était.',
  },
  reach: {
    finding: {
      'other-accounts': 'Lister tous les comptes de cet Open WebUI, avec leur adresse e-mail et leur rôle.',
      chats: 'Lire les discussions du compte de la clé.',
      'all-chats': 'Lire les discussions de tout le monde.',
      files: 'Lire et supprimer les fichiers du compte de la clé.',
      knowledge: 'Lire les connaissances partagées avec le compte.',
      'raw-provider-routes': 'Interroger les fournisseurs directement, sans passer par les filtres.',
      'server-fetches': 'Faire chercher par Open WebUI des adresses de son propre réseau.',
      'key-rotation': 'Lire cette clé et la remplacer, ce qui tue celle de Guichet.',
      'provider-keys': 'Lire en clair les clés des fournisseurs.',
      'admin-config': 'Lire et modifier les réglages de cet Open WebUI.',
    },
    remedy:
      'Cette ligne, mise dans les points de terminaison autorisés, ferme ce dont Guichet n’a pas besoin. Elle vaut pour les clés API de tout le monde sur cet Open WebUI.',
    notBound:
      'Les restrictions ne valent que pour les clés API, pas pour les jetons de session. Échangez d’abord le jeton contre une clé API\u202f; cette ligne fermera alors ce dont Guichet n’a pas besoin.',
  },
  finished: (fingerprint) =>
    `C’est fait. Guichet répond avec la nouvelle clé (empreinte ${fingerprint}). Pour tout annuler\u202f: npx guichet openwebui unprovision`,
  stopped:
    'Arrêté à mi-chemin\u202f; ce qui est fait figure ci-dessus. Relancez pour continuer, ou annulez avec\u202f: npx guichet openwebui unprovision',
  finishedInConsole: 'C’est fait. Guichet répond avec la nouvelle clé.',
  stoppedInConsole:
    'Arrêté à mi-chemin\u202f; ce qui est fait figure ci-dessus. Vous pouvez continuer à partir de là, ou tout défaire.',
  nothingToUndo: 'Il n’y a rien à annuler\u202f: Guichet n’a rien mis en place ici.',
  nothingChanged: 'Rien n’a été changé.',
  ask: {
    confirm: 'Faire cela\u202f? (oui/non) ',
    email: 'Adresse e-mail d’un administrateur d’Open WebUI\u202f: ',
    password: 'Mot de passe (ni affiché, ni gardé)\u202f: ',
    code: 'Code de l’application d’authentification\u202f: ',
    session: 'Collez le jeton de session d’un administrateur, puis appuyez sur Entrée.',
  },
};
