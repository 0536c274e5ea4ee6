import { countedIn } from '@guichet/contract/counted';
import type { DiagnosisTexts } from './texts.ts';

const counted = countedIn('fr');

export const fr: DiagnosisTexts = {
  lead: 'Guichet vérifie tout ce qui se trouve entre vos visiteurs et une réponse, de vos réglages à une réponse complète du modèle.',
  runAgain: 'Tout vérifier de nouveau',
  running: 'Vérification…',

  outcome: {
    looking: 'Vérification en cours…',
    measuring: 'Guichet mesure comment les réponses parviennent à ce navigateur…',
    answers: 'Vos visiteurs obtiennent des réponses.',
    nothingFails: 'Aucun problème.',
    more: (a) => counted(a.count, { one: '# autre problème plus bas.', other: '# autres problèmes plus bas.' }),
    warnings: (a) =>
      counted(a.count, {
        one: '# point demande votre attention, voir plus bas.',
        other: '# points demandent votre attention, voir plus bas.',
      }),
    crashed: (a) =>
      counted(a.count, {
        one: '# vérification n’a pas pu être faite.',
        other: '# vérifications n’ont pas pu être faites.',
      }),
    progress: (a) => `Vérifications\u202f: ${a.done} sur ${a.all}`,
    lookedAt: (a) => counted(a.count, { one: `# vérification, à ${a.time}.`, other: `# vérifications, à ${a.time}.` }),
    seenByWatch: (a) => `Constaté automatiquement à ${a.moment}. Guichet vérifie de nouveau.`,
    seenBefore: (a) => `Constaté à ${a.moment}. Guichet vérifie de nouveau.`,
  },
  titleFine: 'aucun problème',
  titleFailing: (a) => counted(a.count, { one: '# problème', other: '# problèmes' }),
  titleWarnings: (a) => counted(a.count, { one: '# point à regarder', other: '# points à regarder' }),

  brokeOff: 'Le diagnostic s’est interrompu. Ses premiers résultats sont affichés ci-dessous.',
  neverBegan: 'Le diagnostic n’a pas pu démarrer.',
  byCommand: 'Vous pouvez aussi le lancer sur le serveur, dans le dossier de Guichet\u202f:',

  chain: {
    label: 'Le chemin d’une réponse',
    place: {
      widget: 'Widget',
      'widget-guichet': 'Entre le widget et Guichet',
      guichet: 'Guichet',
      'guichet-open-webui': 'Entre Guichet et Open WebUI',
      'open-webui': 'Open WebUI',
      'open-webui-provider': 'Entre Open WebUI et le fournisseur',
      provider: 'Fournisseur',
    },
    state: {
      awaited: 'vérification…',
      fine: 'en ordre',
      attention: 'attention',
      broken: 'en panne',
      unseen: 'non vérifié',
    },
  },

  findings: 'Problèmes et avertissements',
  sure: { certain: 'certain', probable: 'probable', unknown: 'incertain' },
  mended: 'Réparé',
  notJudged: 'Non vérifié',
  visitors: 'Pour les visiteurs',
  turn: 'À qui d’agir',
  steps: 'Que faire',
  evidence: 'Constats',
  expected: (a) => `attendu\u202f: ${a.value}`,
  vantage: {
    settings: 'dans les réglages',
    guichet: 'depuis Guichet',
    'public-address': 'par l’adresse publique',
    browser: 'depuis ce navigateur',
  },
  guide: 'En savoir plus dans le guide',
  check: 'Vérification',
  asOf: (a) => `État à ${a.time}`,
  checkAgain: 'Vérifier de nouveau',
  checking: 'Vérification…',
  before: 'Avant',
  now: 'Maintenant',
  unchanged: 'Rien n’a changé.',
  checkedAt: (a) => `Vérifié de nouveau à ${a.time}.`,

  mend: 'Réparer',
  meanwhile: 'En attendant',
  mends: {
    wizard: 'Mise en route pas à pas',
    exchange: 'Obtenir une clé qui n’expire pas',
    'set-up': 'Mise en place automatique',
    'replace-key': 'Saisir une autre clé',
    'restrict-keys': 'Limiter les clés API',
    'set-address': 'Changer l’adresse d’Open WebUI',
    'choose-model': 'Choisir un autre modèle',
    'set-public-url': 'Changer l’adresse publique de Guichet',
    'set-origins': 'Changer les origines autorisées',
  },

  chooseModel: {
    loading: 'Guichet demande ses modèles à Open WebUI…',
    failed: 'La liste des modèles n’a pas pu être obtenue.',
    none: 'La clé ne peut utiliser aucun autre modèle.',
    field: 'Nouveau modèle',
    hint: 'Effet immédiat, pour tous les visiteurs. Pour revenir en arrière\u202f: Réglages.',
    submit: 'L’utiliser et vérifier',
    submitting: 'Changement…',
    done: (a) => `Les réponses viennent désormais de ${a.name}.`,
  },

  awaited: 'À suivre',
  group: {
    address: 'Adresse dans les réglages',
    network: 'Réseau',
    upstream: 'Open WebUI',
    key: 'Clé',
    account: 'Compte de la clé',
    models: 'Modèles',
    answer: 'Réponse',
    own: 'Guichet lui-même',
  },
  groupProgress: (a) => `${a.done} sur ${a.all}`,

  rest: {
    fine: (a) => `${a.count} en ordre`,
    notes: (a) => counted(a.count, { one: '# remarque', other: '# remarques' }),
    skipped: (a) => counted(a.count, { one: '# non vérifiée', other: '# non vérifiées' }),
    fineHeading: 'En ordre',
    notesHeading: 'Remarques',
    skippedHeading: 'Non vérifié',
  },

  reference: {
    heading: 'Rechercher l’erreur d’un visiteur',
    lead: 'Un visiteur qui n’obtient pas de réponse voit une référence de huit caractères. Guichet en retient la cause pendant quelque temps.',
    field: 'Référence',
    hint: 'Par exemple K7QM-2XPD.',
    submit: 'Rechercher',
    looking: 'Recherche…',
    empty: 'Saisissez d’abord la référence.',
    read: (a) => `Le ${a.moment}, un visiteur a vu ce message, avec la référence ${a.ref}\u202f:`,
    quoted: (a) => `«\u202f${a.text}\u202f»`,
    unknown: (a) => `Guichet ne connaît pas la référence ${a.ref}.`,
    unknownMeans: 'Elle est peut-être trop ancienne, vient d’un autre serveur ou comporte une faute de frappe.',
    failed: 'La référence n’a pas pu être recherchée.',
    stillLooking: 'Guichet vérifie si le problème existe encore.',
    stillSo: 'Le problème existe encore\u202f:',
    mended: 'Le problème est réparé\u202f:',
    notLooked: 'Guichet n’a pas pu vérifier si le problème existe encore\u202f: une vérification précédente échoue.',
    refusedOrigin: (a) => `Origine refusée\u202f: ${a.origin}`,
    noCheck: 'Le diagnostic n’a pas de vérification pour cela.',
  },

  share: {
    heading: 'Partager le rapport',
    lead: 'Un rapport en Markdown, que vous pouvez envoyer à quelqu’un qui vous aide ou publier.',
    holds:
      'Il contient les vérifications qui échouent et leurs causes, les versions, les durées et l’empreinte de la clé.',
    leavesOut:
      'Il ne contient ni adresses, ni noms d’hôtes ou de personnes, ni la clé elle-même, ni les modèles, ni les messages des visiteurs.',
    copy: 'Copier le rapport',
    copied: 'Copié',
    noClipboard:
      'Ce navigateur ne permet pas la copie. Enregistrez le rapport dans un fichier, ou sélectionnez-le ci-dessous.',
    download: 'Enregistrer dans un fichier',
    preview: 'Voir le rapport',
  },
};
