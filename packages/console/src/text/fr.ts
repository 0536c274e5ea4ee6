import { countedIn } from '@guichet/contract/counted';
import { diagnosis } from './diagnosis/fr.ts';
import { renewal } from './renewal/fr.ts';
import { setUp } from './set-up/fr.ts';
import { signIn } from './sign-in/fr.ts';
import type { Texts } from './texts.ts';

const counted = countedIn('fr');

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
  required: 'Ce champ est obligatoire.',
  waitSeconds: (a) => `Vous pourrez réessayer dans ${a.time}.`,
  title: (a) => `${a.place} · Guichet`,
  titleWith: (a) => `${a.place}\u202f: ${a.detail}`,
  worksWith: 'Fonctionne avec Open WebUI. Sans lien avec ses auteurs.',
  unknownPlace: {
    title: 'Page introuvable',
    text: 'Il n’y a pas de page à cette adresse.',
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
    text: 'Guichet a peut-être été mis à jour depuis l’ouverture de cet onglet. Rechargez la page\u202f; rien n’est perdu.',
    reload: 'Recharger',
  },
  mark: { ok: 'OK', info: 'À savoir', warn: 'Attention', fail: 'Problème' },

  failure: {
    unreachable:
      'Le serveur de Guichet ne répond pas. Vérifiez votre connexion et que le serveur fonctionne, puis réessayez.',
    tooSlow:
      'Le serveur de Guichet a mis trop de temps à répondre. Votre demande a peut-être abouti\u202f: vérifiez, puis réessayez.',
    unexpectedAnswer:
      'Cette réponse ne vient pas du serveur de Guichet. Il redémarre peut-être, ou un proxy placé devant lui est mal configuré.',
    unknownAddress: (a) =>
      `Guichet ne connaît pas l’adresse de cette page, ${a.address}. Indiquez-la dans GUICHET_PUBLIC_URL, ou ouvrez la console à l’adresse que Guichet connaît.`,
    other: 'L’opération a échoué. Rien n’a été changé.',
  },

  signIn,
  wizard: { title: 'Mise en route' },
  settings: { title: 'Réglages' },
  assistant: { title: 'Assistant' },

  keys: {
    title: 'Clés',
    lead: 'Guichet se sert d’une clé pour poser à Open WebUI les questions de vos visiteurs. Ils ne la voient jamais.',
    loadFailed: 'La clé actuelle ne peut pas être affichée pour le moment.',
  },

  kind: {
    'open-webui-api-key': 'Clé API',
    'open-webui-session-token': 'Jeton de session',
    other: 'Clé',
  },

  kindInside: {
    'open-webui-api-key': 'clé API',
    'open-webui-session-token': 'jeton de session',
    other: 'clé',
  },

  originInside: {
    console: 'de cette console',
    environment: 'de l’environnement',
    file: 'du fichier indiqué par OPENWEBUI_API_KEY_FILE',
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
    heading: 'Clé actuelle',
    state: {
      practice: 'Les réponses viennent du serveur d’essai.',
      practiceMeans:
        'Votre Open WebUI n’est pas encore relié. En attendant, vos visiteurs parlent à ce serveur d’essai.',
      missing: 'Guichet n’a pas de clé pour Open WebUI.',
      missingMeans: 'Vos visiteurs lisent que l’assistant n’est pas encore installé. Saisissez une clé ci-dessous.',
      unusableMeans: 'Vos visiteurs lisent que l’assistant n’est pas encore installé.',
      unproven: 'Guichet ne sait pas encore si Open WebUI accepte cette clé.',
      unprovenMeans: 'Guichet n’a pas encore demandé, ou Open WebUI n’a pas répondu. Guichet réessaie de lui-même.',
      accepted: 'Open WebUI accepte cette clé.',
      acceptedToken: 'Open WebUI accepte ce jeton de session.',
      since: (a) => `Depuis le ${a.moment}.`,
      endsSoon: 'Ce jeton de session expire bientôt.',
      endsSoonMeans:
        'Ensuite, vos visiteurs n’auront plus de réponse. Échangez-le contre une clé API, qui n’expire pas.',
      ended: 'Ce jeton de session a expiré.',
      endedMeans: 'Vos visiteurs n’ont pas de réponse. Remplacez-le par une autre clé.',
      refused: 'Open WebUI refuse cette clé.',
      refusedToken: 'Open WebUI refuse ce jeton de session.',
      refusedMeans: 'Vos visiteurs n’ont pas de réponse.',
      nextProbe: (a) => `Guichet réessaie dans ${a.time}.`,
      nextProbeNow: 'Guichet réessaie maintenant.',
    },
    kind: 'Type',
    origin: 'Provenance',
    end: 'Expiration',
    endNever: 'Jamais',
    endUnknown: 'Sans date d’expiration',
    endIn: (a) => `dans ${a.time}`,
    endedAgo: (a) => `il y a ${a.time}`,
    fingerprint: 'Empreinte',
    shape: (a) => {
      const length = counted(a.length, { one: '# caractère', other: '# caractères' });
      return a.lastTwo === '' ? length : `${length}, finissant par ${a.lastTwo}`;
    },
    address: 'Open WebUI',
    overridden: 'Remplace',
    overriddenSame: 'la même clé',
    overriddenOther: (a) => `une autre clé, empreinte ${a.fingerprint}`,
    check: 'Vérifier de nouveau',
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
    thenOther: (a) => `Guichet utilise ensuite celle ${a.origin}, si Open WebUI l’accepte.`,
    thenNone:
      'Guichet n’a pas d’autre clé. Après son prochain redémarrage au plus tard, vos visiteurs n’auront plus de réponse.',
    confirm: 'Retirer la clé',
    done: (a) => `La clé de la console est retirée. Guichet utilise maintenant celle ${a.origin}.`,
    doneNone: 'La clé de la console est retirée. Guichet n’en a pas d’autre.',
    doneStays:
      'Guichet a supprimé son exemplaire. Comme aucune autre clé ne fonctionne, il utilise celle-ci jusqu’à son redémarrage.',
  },

  keyField: {
    hint: 'Collez votre clé, ou une ligne entière d’un fichier .env. Elle est reconnue ici, avant tout envoi.',
    where: 'Dans Open WebUI, la clé d’un compte se trouve ici\u202f:',
    path: 'Réglages > Compte > Clés API > Secrets\u202f: Afficher > Créer une nouvelle clé secrète',
    belongs: 'Bonne clé',
    forATime: 'Provisoire',
    hasEnded: 'Expiré',
    elsewhere: 'À mettre ailleurs',
    notWhole: 'Inutilisable',
    unclear: 'Non reconnu',
  },

  replace: {
    heading: 'Remplacer la clé',
    headingFirst: 'Saisir une clé',
    lead: 'Guichet essaie d’abord la nouvelle clé auprès d’Open WebUI. Si elle est acceptée, elle remplace l’ancienne, sans redémarrage.',
    leadFirst: 'Guichet essaie d’abord la clé auprès d’Open WebUI, puis l’enregistre chiffrée sur votre serveur.',
    field: 'Nouvelle clé',
    submit: 'Essayer et utiliser',
    submitting: 'Essai en cours…',
    exchange: 'L’échanger contre une clé API',
    useToken: 'L’utiliser jusqu’à son expiration',
    empty: 'Collez d’abord une clé.',
    done: (a) => `Guichet utilise maintenant la nouvelle clé\u202f: ${a.now}.`,
    doneSame: 'Cette clé était déjà en service. Elle vient maintenant de cette console.',
    before: (a) => `Avant\u202f: ${a.before}.`,
    refused: 'La nouvelle clé n’a pas été enregistrée.',
    described: (a) =>
      `${a.kind}${a.lastTwo === '' ? '' : ` finissant par ${a.lastTwo}`} (${a.fingerprint}), ${a.origin}`,
  },

  practice: {
    heading: 'Relier votre Open WebUI',
    lead: 'La mise en route demande son adresse, vous aide à obtenir la bonne clé et vous laisse essayer la discussion.',
    go: 'Le relier pas à pas',
    orSettings: 'Ou par le fichier .env',
    step1: 'Sur le serveur, ouvrez ou créez le fichier .env, à côté de package.json ou de compose.yaml.',
    step2: 'Écrivez-y ces deux lignes, avec vos propres valeurs\u202f:',
    step3:
      'Guichet lit le fichier en quelques secondes. Avec Docker Compose, lancez docker compose up -d. Vous pourrez ensuite remplacer la clé sur cette page.',
    fieldHeading: 'Vérifier d’abord une clé',
    fieldLead: 'Vérifiez si c’est le bon type de clé. Rien n’est envoyé ni enregistré.',
    field: 'Clé',
  },

  exchange: {
    heading: 'Obtenir la bonne clé',
    lead: 'Une clé API n’expire pas. Connectez-vous ici à Open WebUI\u202f: Guichet y récupère la clé du compte, ou en crée une.',
    better:
      'Utilisez un compte créé seulement pour Guichet, sans droits d’administrateur\u202f: une clé permet tout ce que peut faire son propriétaire.',
    way: 'Comment se connecter',
    wayPassword: 'Par mot de passe',
    wayToken: 'Coller un jeton de session',
    email: 'Adresse e-mail dans Open WebUI',
    password: 'Mot de passe dans Open WebUI',
    usedOnce: 'Guichet s’en sert une fois pour se connecter, puis les oublie\u202f: ni enregistrés, ni journalisés.',
    submit: 'Se connecter et chercher la clé',
    submitting: 'Connexion…',
    token: 'Jeton de session',
    tokenHint: 'Il commence par eyJ. Guichet s’en sert pour récupérer la clé, puis l’oublie.',
    tokenSubmit: 'L’échanger',
    tokenSubmitting: 'Échange…',
    notAToken: 'Ce n’est pas un jeton de session. Un jeton de session commence par eyJ.',
    alreadyKey: 'C’est déjà une clé API. Saisissez-la ci-dessus, dans «\u202fNouvelle clé\u202f».',
    hasEnded: 'Ce jeton de session a expiré. Reconnectez-vous à Open WebUI et copiez le nouveau.',
    beginAgain: 'Recommencer',
    looking: 'Recherche de la clé du compte…',

    code: 'Second facteur',
    codeText:
      'Le mot de passe est bon. Saisissez le code affiché par votre application d’authentification, ou un code de secours.',
    codeField: 'Code de l’application d’authentification',
    recoveryField: 'Code de secours',
    useRecovery: 'Utiliser un code de secours',
    useAuthenticator: 'Utiliser l’application d’authentification',
    recoveryHint: 'Chaque code de secours ne sert qu’une fois.',
    codeSubmit: 'Continuer',
    codeSubmitting: 'Vérification du code…',
    elsewhere: 'D’abord dans Open WebUI',
    elsewhereText: {
      enroll:
        'Le mot de passe est bon. Cet Open WebUI exige une application d’authentification, et ce compte n’en a pas encore. Connectez-vous à Open WebUI pour l’installer, puis revenez.',
      recover:
        'Le mot de passe est bon, mais l’application d’authentification a été réinitialisée. Connectez-vous à Open WebUI avec le jeton donné par son administrateur, puis revenez.',
    },
    elsewhereDone: 'C’est fait : se reconnecter',

    thisAccount: 'ce compte',
    admin: 'C’est un compte d’administrateur',
    adminText: (a) =>
      `La clé de ${a.account} ouvre tout dans Open WebUI\u202f: toutes les discussions, tous les comptes et les clés des fournisseurs. Guichet n’a pas besoin de ces droits.`,
    adminUse: 'Utiliser ce compte quand même',
    adminOther: 'Utiliser un autre compte',
    adminSetUp: 'Laisser Guichet créer son propre compte',

    noKey: 'Ce compte n’a pas encore de clé',
    noKeyText: 'Guichet peut en créer une. Rien d’autre ne change dans Open WebUI.',
    noKeySubmit: 'Créer une clé et l’utiliser',
    making: 'Création de la clé…',

    replaceTitle: 'Créer une nouvelle clé\u202f?',
    replaceText: (a) =>
      `Open WebUI donne une seule clé à chaque compte. S’il y en a une pour ${a.account}, elle cesse aussitôt de fonctionner, et tous les programmes qui s’en servent perdent leur accès. Cela ne peut pas être annulé.`,
    replaceConfirm: 'Créer une nouvelle clé',
    replaceAsk: 'Une nouvelle clé peut en remplacer une ancienne',
    replaceAskText: 'Open WebUI ne dit pas si ce compte a déjà une clé.',
    replaceOpen: 'Créer une nouvelle clé…',
    oldDoesNotWork: 'Le compte a une clé, mais elle ne fonctionne pas. Guichet peut en créer une nouvelle à sa place.',

    keysOff: 'Open WebUI n’autorise pas encore de clé',
    keysOffWho: {
      administrator: 'Un administrateur d’Open WebUI peut le changer ici\u202f:',
      owner: 'Le propriétaire du compte peut le changer ici\u202f:',
    },
    keysOffNoPath: 'Autorisez les clés API dans les réglages.',
    keysOffPlaceProbable: (a) =>
      `Ce chemin de menu est celui d’Open WebUI ${a.version} ; le vôtre est probablement le même.`,
    keysOffThen: 'Ensuite, vérifiez de nouveau ici. Guichet retient votre connexion pendant dix minutes.',
    keysOffCheck: 'Vérifier de nouveau',
    keysOffStill: 'Open WebUI n’autorise toujours pas de clé.',

    failed: 'Guichet n’a pas pu obtenir la clé',

    done: 'Guichet a une clé qui n’expire pas',
    doneExisting: 'Le compte avait déjà une clé, et Guichet l’utilise maintenant. Rien n’a changé dans Open WebUI.',
    doneCreated: 'Guichet a créé la clé et l’utilise maintenant.',
    doneReplaced:
      'Guichet a créé une nouvelle clé et l’utilise maintenant. L’ancienne clé du compte ne fonctionne plus\u202f: remplacez-la dans les autres programmes qui s’en servaient.',
    another: 'Utiliser un autre compte',
  },

  setUp,
  renewal,
  diagnosis,

  history: {
    heading: 'Historique',
    lead: 'Les connexions et les changements de clés, de réglages et de sites, du plus récent au plus ancien.',
    none: 'Rien pour l’instant.',
    all: (a) => `Tout afficher (${a.count})`,
    failed: 'L’historique ne peut pas être affiché pour le moment.',
    actor: {
      console: 'Console',
      'command line': 'Ligne de commande',
      settings: 'Réglages',
      guichet: 'Guichet',
    },
    action: {
      'signed-in': 'Quelqu’un s’est connecté à cette console.',
      'sign-in-refused': 'Quelqu’un a saisi un mot de passe incorrect pour cette console.',
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
      signInSecondFactor: 'Open WebUI a demandé un second facteur.',
      signInRefused: (a) => `Une connexion à Open WebUI a été refusée. ${a.cause}`,
      exchangeExisting: 'Guichet a récupéré la clé du compte.',
      exchangeCreated: 'Guichet a créé une clé dans Open WebUI.',
      exchangeReplaced:
        'Guichet a créé une nouvelle clé dans Open WebUI\u202f; l’ancienne clé du compte ne fonctionne plus.',
      exchangeNoKey: 'Le compte n’avait pas de clé. Guichet n’en a pas créé.',
      exchangeWouldReplace: 'Guichet n’a pas créé de clé, car elle aurait pu en remplacer une ancienne.',
      exchangeKeysOff: 'Guichet n’a pas créé de clé, car Open WebUI ne l’autorise pas encore.',
      exchangeFailed: 'Guichet n’a pas pu récupérer la clé du compte.',
      'secrets-rotated': 'Les secrets enregistrés ont été chiffrés de nouveau avec la première clé maîtresse.',
      other: (a) => `Fait\u202f: ${a.action}.`,
    },
  },
};
