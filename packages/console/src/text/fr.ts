import { diagnosis } from './diagnosis/fr.ts';
import { renewal } from './renewal/fr.ts';
import { setUp } from './set-up/fr.ts';
import { signIn } from './sign-in/fr.ts';
import type { Texts } from './texts.ts';

export const fr: Texts = {
  console: 'Console de Guichet',
  skip: 'Aller au contenu',
  places: 'Rubriques',
  signOut: 'Se déconnecter',
  seeChat: 'Voir la discussion',
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  back: 'Retour',
  edit: 'Modifier',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  reference: 'Référence',
  copy: 'Copier',
  copied: 'Copié',
  clear: 'Effacer',
  menuPath: 'Chemin dans les menus',
  required: 'À remplir.',
  waitSeconds: (a) => `De nouveau possible dans ${a.time}.`,
  title: (a) => `${a.place} · Guichet`,
  titleWith: (a) => `${a.place}\u202f: ${a.detail}`,
  worksWith: 'Fonctionne avec Open WebUI. Sans lien avec ses auteurs.',
  unknownPlace: {
    title: 'Il n’y a rien ici',
    text: 'Aucune page ne se trouve à cette adresse.',
    toConsole: 'Aller à la console',
  },
  finding: {
    more: 'En savoir plus dans le guide',
    who: (a) => `À qui d’agir\u202f: ${a.actor}.`,
  },
  passwordField: {
    show: 'Afficher',
    hide: 'Masquer',
    showLong: 'Afficher le mot de passe',
    hideLong: 'Masquer le mot de passe',
  },
  notLoaded: {
    title: 'Cette page n’a pas pu être chargée.',
    text: 'Guichet a peut-être été mis à jour depuis l’ouverture de cet onglet. Rechargez-le\u202f; rien n’est perdu.',
    reload: 'Recharger',
  },
  mark: { ok: 'Bon', info: 'À savoir', warn: 'Attention', fail: 'Problème' },

  failure: {
    unreachable:
      'Le serveur de Guichet ne répond pas. Vérifiez votre connexion et que le serveur fonctionne, puis réessayez.',
    tooSlow:
      'Le serveur de Guichet a mis trop de temps à répondre. Réessayez\u202f; ce qui a été demandé est peut-être fait.',
    unexpectedAnswer:
      'Ce qui a répondu n’est pas le serveur de Guichet. Un proxy placé devant lui est peut-être mal dirigé, ou le serveur redémarre.',
    unknownAddress: (a) =>
      `Guichet ne connaît pas l’adresse de cette page, ${a.address}. Donnez-la à GUICHET_PUBLIC_URL, ou ouvrez la console à l’adresse que Guichet connaît.`,
    other: 'Cela n’a pas marché. Rien n’a été changé.',
  },

  signIn,
  wizard: { title: 'Mise en route' },
  settings: { title: 'Réglages' },
  assistant: { title: 'Assistant' },

  keys: {
    title: 'Clés',
    lead: 'La clé est ce que Guichet présente à Open WebUI quand il transmet la question d’un visiteur. Vos visiteurs ne la voient jamais.',
    loadFailed: 'La clé en service ne peut pas être affichée pour le moment.',
  },

  kind: {
    'open-webui-api-key': 'Clé API',
    'open-webui-session-token': 'Jeton de session',
    other: 'Identifiant',
  },

  kindInside: {
    'open-webui-api-key': 'clé API',
    'open-webui-session-token': 'jeton de session',
    other: 'identifiant',
  },

  originInside: {
    console: 'de cette console',
    environment: 'de l’environnement',
    file: 'du fichier de OPENWEBUI_API_KEY_FILE',
    'env-file': 'du fichier .env',
    practice: 'du serveur d’essai',
  },

  origin: {
    console: 'Cette console',
    environment: 'Environnement, OPENWEBUI_API_KEY',
    file: 'Fichier, OPENWEBUI_API_KEY_FILE',
    'env-file': 'Fichier .env, OPENWEBUI_API_KEY',
    practice: 'Serveur d’essai',
  },

  current: {
    heading: 'En service',
    state: {
      practice: 'Les réponses viennent du serveur d’essai.',
      practiceMeans: 'Aucun Open WebUI n’est encore relié. Vos visiteurs parlent à un remplaçant qui lui ressemble.',
      missing: 'Guichet n’a pas de clé pour Open WebUI.',
      missingMeans: 'Vos visiteurs lisent que l’assistant n’est pas encore installé. Saisissez une clé ci-dessous.',
      unusableMeans: 'Vos visiteurs lisent que l’assistant n’est pas encore installé.',
      unproven: 'On ne sait pas encore si Open WebUI accepte cette clé.',
      unprovenMeans:
        'La question n’a pas encore été posée à Open WebUI, ou il est injoignable. Guichet la posera de nouveau de lui-même.',
      accepted: 'Open WebUI accepte cette clé.',
      acceptedToken: 'Open WebUI accepte ce jeton de session.',
      since: (a) => `Depuis le ${a.moment}.`,
      endsSoon: 'Ce jeton de session se termine bientôt.',
      endsSoonMeans:
        'Ensuite, vos visiteurs n’auront plus de réponse. Échangez-le contre une clé API, qui n’expire pas.',
      ended: 'Ce jeton de session a expiré.',
      endedMeans: 'Vos visiteurs n’ont pas de réponse. Mettez une autre clé à sa place.',
      refused: 'Open WebUI refuse cette clé.',
      refusedToken: 'Open WebUI refuse ce jeton de session.',
      refusedMeans: 'Vos visiteurs n’ont pas de réponse.',
      nextProbe: (a) => `Guichet redemande dans ${a.time}.`,
      nextProbeNow: 'Guichet redemande maintenant.',
    },
    kind: 'Nature',
    origin: 'Provenance',
    end: 'Fin',
    endNever: 'N’expire pas',
    endUnknown: 'Sans date de fin',
    endIn: (a) => `dans ${a.time}`,
    endedAgo: (a) => `il y a ${a.time}`,
    fingerprint: 'Empreinte',
    shape: (a) =>
      a.lastTwo === '' ? `${a.length} caractères` : `${a.length} caractères, dont les deux derniers sont ${a.lastTwo}`,
    address: 'Open WebUI',
    overridden: 'Ne compte pas tant que cette clé est là',
    overriddenSame: 'la même clé',
    overriddenOther: (a) => `une autre clé, empreinte ${a.fingerprint}`,
    check: 'Vérifier maintenant',
    checking: 'Vérification…',
    checkedAt: (a) => `Vérifié à ${a.time}.`,
    toExchange: 'Obtenir une clé qui n’expire pas',
    remove: 'Retirer cette clé',
    removing: 'Retrait…',
  },

  remove: {
    title: 'Retirer cette clé de la console\u202f?',
    what: (a) =>
      `Guichet supprime son exemplaire\u202f: ${a.kind}${a.lastTwo === '' ? '' : ` finissant par ${a.lastTwo}`}, empreinte ${a.fingerprint}. Il ne pourra plus vous le montrer. Dans Open WebUI, la clé reste telle quelle.`,
    thenOther: (a) => `Ensuite, celle ${a.origin} compte de nouveau, si Open WebUI l’accepte.`,
    thenNone:
      'Aucune autre source n’a de clé. Au plus tard après le prochain redémarrage, vos visiteurs n’auront plus de réponse.',
    confirm: 'Retirer la clé',
    done: (a) => `La clé de la console est retirée. Celle ${a.origin} est maintenant en service.`,
    doneNone: 'La clé de la console est retirée, et Guichet n’en a pas d’autre.',
    doneStays:
      'La clé de la console est supprimée du coffre. Comme aucune autre ne fonctionne, elle reste en service jusqu’au redémarrage de Guichet.',
  },

  keyField: {
    hint: 'Collez ce que vous avez, même une ligne entière d’un fichier .env. La valeur est reconnue ici, avant tout envoi.',
    where: 'Dans Open WebUI, la clé d’un compte se trouve ici\u202f:',
    path: 'Réglages > Compte > Clés API > Secrets\u202f: Afficher > Créer une nouvelle clé secrète',
    belongs: 'À sa place ici',
    forATime: 'Pour un temps',
    hasEnded: 'A expiré',
    elsewhere: 'Sa place est ailleurs',
    notWhole: 'Inutilisable',
    unclear: 'Non reconnu',
  },

  replace: {
    heading: 'Remplacer la clé',
    headingFirst: 'Saisir une clé',
    lead: 'Guichet essaie d’abord la nouvelle clé auprès d’Open WebUI. Elle ne prend la place de l’ancienne que si elle est acceptée, sans redémarrage.',
    leadFirst: 'Guichet essaie d’abord la clé auprès d’Open WebUI, puis la garde scellée sur votre serveur.',
    field: 'Nouvelle clé',
    submit: 'L’essayer et l’utiliser',
    submitting: 'Essai en cours…',
    exchange: 'L’échanger contre une clé API',
    useToken: 'L’utiliser jusqu’à sa fin',
    empty: 'Collez d’abord une clé.',
    done: (a) => `Guichet utilise la nouvelle clé dès la prochaine question\u202f: ${a.now}.`,
    doneSame: 'Cette clé était déjà en service. Elle vient maintenant de cette console.',
    before: (a) => `Avant\u202f: ${a.before}.`,
    refused: 'La nouvelle clé n’a pas été prise.',
    described: (a) =>
      `${a.kind}${a.lastTwo === '' ? '' : ` finissant par ${a.lastTwo}`} (${a.fingerprint}), ${a.origin}`,
  },

  practice: {
    heading: 'Relier votre Open WebUI',
    lead: 'La mise en route demande son adresse, vous aide à obtenir la bonne clé et vous laisse essayer la discussion.',
    go: 'Le relier pas à pas',
    orSettings: 'Ou dans les réglages du serveur',
    step1: 'Sur le serveur, ouvrez le fichier nommé .env à côté de package.json, ou créez-le.',
    step2: 'Écrivez-y ces deux lignes, avec vos propres valeurs\u202f:',
    step3:
      'Relancez Guichet. Cette page montrera alors la clé, et vous pourrez la remplacer ici sans autre redémarrage.',
    fieldHeading: 'Regarder d’abord une clé',
    fieldLead: 'Voyez ici si vous avez la bonne sorte de clé. Rien n’est envoyé ni gardé.',
    field: 'Clé',
  },

  exchange: {
    heading: 'Obtenir la bonne clé',
    lead: 'Une clé API n’expire pas. Prêtez à Guichet une connexion à Open WebUI\u202f: il y prend la clé du compte, ou en crée une s’il n’y en a pas.',
    better:
      'Le mieux est un compte créé pour cela seul, sans droits d’administrateur\u202f: une clé peut tout ce que peut son propriétaire.',
    way: 'Comment',
    wayPassword: 'Se connecter une fois',
    wayToken: 'Coller un jeton de session',
    email: 'Adresse e-mail dans Open WebUI',
    password: 'Mot de passe dans Open WebUI',
    usedOnce: 'Servent une fois à se connecter, puis sont oubliés\u202f: ni enregistrés, ni journalisés.',
    submit: 'Se connecter et chercher la clé',
    submitting: 'Connexion…',
    token: 'Jeton de session',
    tokenHint: 'Il commence par eyJ. Guichet s’en sert pour prendre la clé et ne le garde pas.',
    tokenSubmit: 'L’échanger',
    tokenSubmitting: 'Échange…',
    notAToken: 'Ce n’est pas un jeton de session\u202f; ceux-ci commencent par eyJ.',
    alreadyKey:
      'Une clé n’a pas besoin d’échange\u202f: saisissez-la dans le champ «\u202fNouvelle clé\u202f» ci-dessus.',
    hasEnded: 'Ce jeton de session a expiré. Reconnectez-vous dans Open WebUI et prenez le nouveau.',
    beginAgain: 'Recommencer',
    looking: 'Recherche de la clé du compte…',

    code: 'La seconde étape',
    codeText:
      'Le mot de passe est bon. Saisissez le code affiché par votre application d’authentification, ou un code de secours.',
    codeField: 'Code de l’application d’authentification',
    recoveryField: 'Code de secours',
    useRecovery: 'Utiliser un code de secours',
    useAuthenticator: 'Utiliser l’application d’authentification',
    recoveryHint: 'Un code de secours sert une fois\u202f; celui-ci sera consommé.',
    codeSubmit: 'Continuer',
    codeSubmitting: 'Vérification du code…',
    elsewhere: 'D’abord dans Open WebUI',
    elsewhereText: {
      enroll:
        'Le mot de passe est bon. Cet Open WebUI demande à chaque compte une application d’authentification, et celui-ci n’en a pas encore\u202f: connectez-vous une fois dans Open WebUI pour l’y installer, puis revenez.',
      recover:
        'Le mot de passe est bon, mais l’authentification a été réinitialisée\u202f: connectez-vous une fois dans Open WebUI avec le jeton donné par son exploitant, puis revenez.',
    },
    elsewhereDone: 'C’est fait, se reconnecter',

    thisAccount: 'ce compte',
    admin: 'C’est un compte d’administrateur',
    adminText: (a) =>
      `Tout dans Open WebUI est ouvert à ${a.account}, et à sa clé\u202f: toutes les conversations, tous les comptes et les clés des fournisseurs. Un compte sans ces droits suffit à Guichet.`,
    adminUse: 'Utiliser ce compte quand même',
    adminOther: 'Utiliser un autre compte',
    adminSetUp: 'Laisser Guichet créer un compte à lui',

    noKey: 'Ce compte n’a pas encore de clé',
    noKeyText: 'Guichet peut en créer une. Rien d’autre ne change dans Open WebUI.',
    noKeySubmit: 'Créer une clé et l’utiliser',
    making: 'Création de la clé…',

    replaceTitle: 'Créer une nouvelle clé\u202f?',
    replaceText: (a) =>
      `Open WebUI donne une seule clé à chaque compte. S’il y en a une pour ${a.account}, elle cesse aussitôt de fonctionner, et tous les programmes qui s’en servent perdent leur accès. Cela ne peut pas être annulé.`,
    replaceConfirm: 'Créer une nouvelle clé',
    replaceAsk: 'Une nouvelle clé peut mettre fin à une ancienne',
    replaceAskText: 'Open WebUI ne dit pas si ce compte a déjà une clé.',
    replaceOpen: 'Créer une nouvelle clé…',
    oldDoesNotWork: 'Le compte a une clé, mais elle ne fonctionne pas. Guichet peut en créer une nouvelle à sa place.',

    keysOff: 'Aucune clé ne peut encore être créée',
    keysOffWho: {
      administrator: 'Un administrateur d’Open WebUI fait ceci\u202f:',
      owner: 'Le propriétaire du compte fait ceci\u202f:',
    },
    keysOffNoPath: 'Dans les réglages de cette version, autorisez les clés API.',
    keysOffPlaceProbable: (a) =>
      `Ce chemin de menus est celui d’Open WebUI ${a.version} ; le vôtre est probablement le même.`,
    keysOffThen: 'Quand c’est fait, vérifiez de nouveau ici. Votre connexion est retenue pendant dix minutes.',
    keysOffCheck: 'Vérifier maintenant',
    keysOffStill: 'C’est toujours désactivé.',

    failed: 'La clé n’a pas pu être prise',

    done: 'Guichet a une clé qui n’expire pas',
    doneExisting: 'Le compte avait déjà une clé. Guichet utilise celle-ci\u202f; rien n’a changé dans Open WebUI.',
    doneCreated: 'La clé vient d’être créée et sert dès la prochaine question.',
    doneReplaced:
      'Une nouvelle clé a été créée et sert maintenant. L’ancienne clé du compte ne fonctionne plus\u202f: donnez la nouvelle aux autres programmes qui s’en servaient.',
    another: 'Utiliser un autre compte',
  },

  setUp,
  renewal,
  diagnosis,

  history: {
    heading: 'Ce qui s’est passé',
    lead: 'Changements de clés, de réglages et de sites, et connexions, du plus récent au plus ancien.',
    none: 'Rien pour l’instant. Les changements de clé apparaîtront ici.',
    all: (a) => `Tout afficher (${a.count})`,
    failed: 'La liste ne peut pas être affichée pour le moment.',
    actor: {
      console: 'Console',
      'command line': 'Ligne de commande',
      settings: 'Réglages',
      guichet: 'Guichet',
    },
    action: {
      'signed-in': 'Quelqu’un s’est connecté à cette console.',
      'sign-in-refused': 'Une connexion à cette console a été refusée\u202f: ce n’était pas le bon mot de passe.',
      'signed-out': 'Quelqu’un s’est déconnecté de cette console.',
      'password-set': 'Le mot de passe de cette console a été choisi.',
      'settings-changed': (a) => `Des réglages ont été changés\u202f: ${a.names}.`,
      settingsOther: 'Des réglages ont été changés.',
      'site-added': (a) => `Le site ${a.site} a été ajouté.`,
      'site-changed': (a) => `Le site ${a.site} a été modifié\u202f: ${a.names}.`,
      'site-paused': (a) => `Le site ${a.site} a été mis en pause.`,
      'site-resumed': (a) => `Le site ${a.site} a été rouvert.`,
      'site-removed': (a) => `Le site ${a.site} a été supprimé.`,
      'credential-replaced': (a) => `La clé a été remplacée\u202f: ${a.kind}, empreinte ${a.fingerprint}.`,
      'credential-refused': (a) =>
        `Une nouvelle clé a été refusée et l’ancienne est restée\u202f: ${a.kind}, empreinte ${a.fingerprint}. ${a.cause}`,
      'credential-removed': 'La clé de la console a été retirée.',
      signInSession: 'Guichet s’est connecté à Open WebUI, comme demandé.',
      signInSecondFactor: 'Open WebUI a demandé la seconde étape d’une connexion.',
      signInRefused: (a) => `Une connexion à Open WebUI a été refusée. ${a.cause}`,
      exchangeExisting: 'La clé du compte a été reprise.',
      exchangeCreated: 'Une clé a été créée dans Open WebUI et reprise.',
      exchangeReplaced: 'Une nouvelle clé a été créée dans Open WebUI\u202f; l’ancienne du compte a pris fin.',
      exchangeNoKey: 'Le compte n’a pas encore de clé\u202f; aucune n’a été créée.',
      exchangeWouldReplace: 'Aucune clé n’a été créée, car une ancienne aurait pu prendre fin.',
      exchangeKeysOff: 'Aucune clé n’a été créée\u202f: Open WebUI ne le permet pas encore.',
      exchangeFailed: 'La clé du compte n’a pas pu être prise.',
      'secrets-rotated': 'Les secrets enregistrés ont été scellés de nouveau avec la première clé maîtresse.',
      other: (a) => `Fait\u202f: ${a.action}.`,
    },
  },
};
