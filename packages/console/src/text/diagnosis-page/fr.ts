import type { DiagnosisTexts } from './texts.ts';

export const fr: DiagnosisTexts = {
  lead: 'Guichet examine tout ce qui se trouve entre vos visiteurs et une réponse\u202f: de vos réglages à une réponse entière du modèle.',
  runAgain: 'Tout examiner de nouveau',
  running: 'Examen en cours…',

  outcome: {
    looking: 'Examen en cours…',
    measuring: 'Guichet mesure comment les réponses parviennent à ce navigateur…',
    answers: 'Vos visiteurs obtiennent des réponses.',
    nothingFails: 'Rien n’échoue.',
    more: (a) =>
      a.count === 1 ? 'Une autre chose échoue, voir plus bas.' : `${a.count} autres choses échouent, voir plus bas.`,
    warnings: (a) =>
      a.count === 1
        ? 'Un point demande votre attention, voir plus bas.'
        : `${a.count} points demandent votre attention, voir plus bas.`,
    crashed: (a) =>
      a.count === 1 ? 'Une vérification n’a pas pu être faite.' : `${a.count} vérifications n’ont pas pu être faites.`,
    progress: (a) => `${a.done} vérifications sur ${a.all}`,
    lookedAt: (a) => `${a.count} vérifications, à ${a.time}.`,
    seenByWatch: (a) => `Vu par la veille à ${a.moment}. Guichet examine de nouveau.`,
    seenBefore: (a) => `Vu à ${a.moment}. Guichet examine de nouveau.`,
  },
  titleFine: 'tout va bien',
  titleFailing: (a) => (a.count === 1 ? '1 problème' : `${a.count} problèmes`),
  titleWarnings: (a) => (a.count === 1 ? '1 point à regarder' : `${a.count} points à regarder`),

  brokeOff: 'Le diagnostic s’est interrompu. Ce qu’il avait vu reste affiché ci-dessous.',
  neverBegan: 'Le diagnostic n’a pas pu commencer.',
  byCommand: 'Il fonctionne aussi sur le serveur même, sans cette page, dans le dossier de Guichet\u202f:',

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
      awaited: 'examen…',
      fine: 'en ordre',
      attention: 'attention',
      broken: 'rompu ici',
      unseen: 'non vu',
    },
  },

  findings: 'Ce qui a été trouvé',
  sure: { certain: 'certain', probable: 'probable', unknown: 'impossible à dire d’ici' },
  mended: 'Réparé',
  notJudged: 'Non jugé',
  visitors: 'Pour les visiteurs',
  turn: 'À qui d’agir',
  steps: 'Que faire',
  evidence: 'Ce qui a été vu',
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
    wizard: 'Configurer pas à pas',
    exchange: 'Obtenir une clé qui n’expire pas',
    'set-up': 'Faire tout configurer',
    'replace-key': 'Mettre une autre clé',
    'restrict-keys': 'Voir la limitation des clés',
    'set-address': 'Changer l’adresse d’Open WebUI',
    'choose-model': 'Choisir un autre modèle',
    'set-public-url': 'Changer l’adresse publique',
    'set-origins': 'Changer les sites autorisés',
  },

  chooseModel: {
    loading: 'Guichet demande à Open WebUI quels modèles la clé voit…',
    failed: 'Les modèles n’ont pas pu être demandés.',
    none: 'La clé ne voit aucun autre modèle.',
    field: 'Modèle qui répondra désormais',
    hint: 'Cela vaut aussitôt, pour tous les visiteurs. Les réglages le gardent, et on peut y revenir en arrière.',
    submit: 'L’utiliser et vérifier',
    submitting: 'Changement…',
    done: (a) => `Les réponses viennent désormais de ${a.name}.`,
  },

  awaited: 'Encore à venir',
  group: {
    address: 'L’adresse dans les réglages',
    network: 'Le réseau',
    upstream: 'Open WebUI lui-même',
    key: 'La clé',
    account: 'Le compte de la clé',
    models: 'Les modèles',
    answer: 'Une réponse',
    own: 'Guichet de son côté',
  },
  groupProgress: (a) => `${a.done} sur ${a.all}`,

  rest: {
    fine: (a) => `${a.count} en ordre`,
    notes: (a) => (a.count === 1 ? '1 remarque' : `${a.count} remarques`),
    skipped: (a) => (a.count === 1 ? '1 non examinée' : `${a.count} non examinées`),
    fineHeading: 'En ordre',
    notesHeading: 'Remarques',
    skippedHeading: 'Non examiné',
  },

  reference: {
    heading: 'L’erreur d’un visiteur',
    lead: 'Un visiteur qui n’obtient pas de réponse voit une référence de huit caractères. Guichet sait pendant quelque temps ce qu’il y avait derrière.',
    field: 'Référence',
    hint: 'Par exemple K7QM-2XPD.',
    submit: 'Rechercher',
    looking: 'Recherche…',
    empty: 'Saisissez d’abord la référence.',
    read: (a) => `Le ${a.moment}, un visiteur a lu, avec la référence ${a.ref}\u202f:`,
    quoted: (a) => `«\u202f${a.text}\u202f»`,
    unknown: (a) => `Guichet ne connaît pas la référence ${a.ref}.`,
    unknownMeans:
      'Elle est peut-être plus ancienne que ce que Guichet garde, vient d’un autre serveur, ou comporte une faute de frappe.',
    failed: 'La référence n’a pas pu être recherchée.',
    stillLooking: 'Guichet regarde si c’est encore le cas.',
    stillSo: 'C’est encore le cas\u202f:',
    mended: 'C’est réparé\u202f:',
    notLooked: 'On n’a pas pu voir si c’est encore le cas\u202f: quelque chose échoue avant.',
    refusedSite: (a) => `Le site qui a été refusé\u202f: ${a.origin}`,
    noCheck: 'Le diagnostic n’a pas de vérification propre à cela.',
  },

  share: {
    heading: 'Le montrer à d’autres',
    lead: 'Un rapport en Markdown, pour la personne qui vous aide ou pour un lieu public.',
    holds:
      'Il contient\u202f: les vérifications qui échouent et pourquoi, les versions, les durées et l’empreinte de la clé.',
    leavesOut:
      'Il laisse de côté\u202f: toute adresse, tout nom d’hôte ou de personne, la clé elle-même, les modèles, les adresses e-mail et ce que les visiteurs ont écrit.',
    copy: 'Copier le rapport',
    copied: 'Copié',
    noClipboard:
      'Ce navigateur ne laisse pas la page copier. Enregistrez le rapport dans un fichier, ou sélectionnez-le ci-dessous.',
    download: 'Enregistrer dans un fichier',
    preview: 'Voir le rapport',
  },
};
