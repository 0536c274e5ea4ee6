import type { WizardTexts } from './texts.ts';

export const fr: WizardTexts = {
  steps: 'Étapes de la mise en route',
  stepOf: (a) => `Étape ${a.place} sur ${a.count}\u202f: ${a.name}`,
  skipped: 'pas nécessaire',
  goOn: 'Continuer',
  goingOn: 'Un instant…',
  leave: 'Continuer plus tard',
  notKept: 'L’étape où vous êtes n’a pas pu être notée. Vous pouvez continuer quand même.',
  notLoaded: 'Impossible de dire pour le moment où en est la mise en route.',

  step: {
    password: 'Mot de passe',
    address: 'Adresse',
    credential: 'Clé',
    model: 'Modèle',
    place: 'Site',
    try: 'Essai',
    snippet: 'Code',
  },

  password: {
    heading: 'Choisissez un mot de passe',
    lead: 'Le lien qui vous a amené ici n’a servi qu’une fois. Un mot de passe vous permettra de revenir.',
    isSet: 'Un mot de passe est choisi.',
    isSetMeans: 'Vous pouvez le laisser tel quel, ou en choisir un autre ici.',
    other: 'En choisir un autre',
  },

  address: {
    heading: 'Où se trouve votre Open WebUI\u202f?',
    lead: 'C’est l’adresse affichée par le navigateur quand vous l’utilisez. Collez-la entière\u202f; Guichet y prend ce qu’il faut.',
    field: 'Adresse d’Open WebUI',
    example: 'Par exemple https://chat.example.com',
    checking: 'Guichet regarde cette adresse…',
    works: (a) =>
      a.version === '' ? 'Open WebUI répond à cette adresse.' : `Open WebUI ${a.version} répond à cette adresse.`,
    notAnAddress: 'Ce n’est pas une adresse. Elle a la forme https://chat.example.com',
    isKey:
      'Cela ressemble à une clé, pas à une adresse. Sa place est à l’étape suivante\u202f; rien n’en a été envoyé.',
    notYet: 'Cette adresse ne convient pas telle quelle.',
    kept: (a) => `Sera notée ainsi\u202f: ${a.address}`,
    checkAgain: 'Vérifier de nouveau',
    wait: 'Vous pourrez continuer dès qu’un Open WebUI répondra à cette adresse.',
    empty: 'Saisissez une adresse, ou continuez avec le serveur d’essai.',
    practiceHeading: 'Pas encore d’Open WebUI\u202f?',
    practice: 'Guichet apporte un serveur d’essai qui lui ressemble. Vous pourrez relier le vôtre plus tard.',
    practiceGo: 'Continuer avec le serveur d’essai',
  },

  credential: {
    heading: 'La clé de votre Open WebUI',
    lead: 'Guichet a besoin d’une clé pour y poser les questions. Elle reste sur votre serveur\u202f; vos visiteurs ne la voient jamais.',
    ways: 'Comment voulez-vous procéder\u202f?',
    way: {
      'set-up': 'Laisser Guichet tout mettre en place',
      'sign-in': 'Me connecter, et Guichet prend la clé',
      key: 'J’ai une clé',
    },
    wayHint: {
      'set-up':
        'Vous êtes administrateur d’Open WebUI. Guichet crée un compte à lui, et vous voyez d’abord chaque étape.',
      'sign-in': 'Vous avez un compte dans Open WebUI, de préférence créé pour cela.',
      key: 'Copiée dans Open WebUI. Vous saurez tout de suite si ce n’est pas la bonne.',
    },
    wait: 'Vous pourrez continuer dès qu’Open WebUI acceptera une clé.',
    another: 'Utiliser une autre clé',
  },

  model: {
    heading: 'Quel modèle répond\u202f?',
    lead: 'Voici les modèles que votre clé voit dans Open WebUI.',
    list: 'Modèles',
    filter: 'Chercher par nom',
    noMatch: 'Aucun modèle ne porte ce nom.',
    suggests: 'Questions proposées\u202f:',
    quoted: (a) => `«\u202f${a.text}\u202f»`,
    loading: 'Guichet demande ses modèles à Open WebUI…',
    choose: 'Choisissez d’abord un modèle.',
    none: 'Il n’y a aucun modèle à choisir.',
    noneMeans: 'La clé n’en voit aucun. Dans Open WebUI, partagez un modèle avec le compte auquel appartient la clé.',
    failed: 'La liste des modèles ne peut pas être affichée pour le moment.',
    lookAgain: 'Regarder de nouveau',
    toDiagnosis: 'Voir pourquoi dans le diagnostic',
  },

  place: {
    heading: 'Où la discussion sera-t-elle affichée\u202f?',
    lead: 'Deux adresses comptent\u202f: celle de ce serveur, et celle du site qui affiche la discussion.',
    publicUrl: 'Adresse publique de Guichet',
    publicUrlHint: 'C’est par elle que les navigateurs de vos visiteurs joignent ce serveur.',
    proposed: 'C’est l’adresse à laquelle vous avez ouvert cette page.',
    isLocal:
      'Seul cet ordinateur connaît cette adresse. Cela suffit pour essayer\u202f; pour vos visiteurs, il faudra une adresse accessible depuis Internet.',
    isHttp:
      'Cette adresse n’est pas chiffrée. Un site ouvert en https ne peut pas afficher une discussion qui arrive en http\u202f; placez devant Guichet un proxy avec un certificat.',
    sites: 'Votre site',
    sitesLead: 'Seuls les sites de cette liste peuvent afficher la discussion.',
    siteField: 'Adresse d’une page ou d’un site',
    siteHint: 'Par exemple www.example.com',
    add: 'Ajouter',
    added: (a) => `${a.origin} est ajouté.`,
    cleaned: (a) => `Seul le début compte\u202f: ${a.origin}`,
    listed: 'Peuvent afficher la discussion',
    remove: (a) => `Retirer ${a.origin}`,
    removed: (a) => `${a.origin} est retiré.`,
    alsoTwin: (a) => `Ajouter aussi ${a.origin}`,
    noneYet:
      'Aucun pour l’instant. La discussion ne marche alors que sur les pages de Guichet\u202f; vous pourrez ajouter des sites plus tard.',
    problem: {
      empty: 'Saisissez une adresse.',
      'not-an-address': 'Ce n’est pas une adresse. Elle a la forme https://www.example.com',
      'has-password': 'Cette adresse contient un nom d’utilisateur ou un mot de passe. Retirez-le.',
      'wrong-scheme': 'L’adresse d’un site commence par https:// ou http://',
      twice: 'Ce site est déjà dans la liste.',
    },
    notSaved: 'Ceci n’a pas été enregistré.',
  },

  try: {
    heading: 'Essayez',
    lead: 'Voici la discussion qu’auront vos visiteurs. Posez-lui une question.',
    practice:
      'Les réponses viennent du serveur d’essai. Reliez votre Open WebUI à l’étape «\u202fAdresse\u202f» quand vous serez prêt.',
    works: 'La réponse est là.',
    worksMeans: 'Tout le chemin fonctionne\u202f: la discussion, Guichet, Open WebUI, le modèle.',
    failed: 'Aucune réponse n’est venue.',
    failedMeans: (a) =>
      a.ref === ''
        ? 'Le diagnostic regarde chaque maillon de la chaîne et dit lequel est rompu.'
        : `Le diagnostic regarde chaque maillon de la chaîne et dit lequel est rompu. Référence de cette erreur\u202f: ${a.ref}`,
    toDiagnosis: 'Voir pourquoi',
    lost: 'La discussion n’a pas pu être chargée.',
    lostMeans: 'Le serveur de Guichet ne l’a pas envoyée. Regardez son journal, ou rechargez cette page.',
    without: 'Continuer sans réponse',
    chat: 'Discussion à essayer',
  },

  snippet: {
    heading: 'Placez-la sur votre site',
    lead: 'Cette seule ligne affiche la discussion. Elle va dans chaque page qui doit l’avoir.',
    code: 'La ligne à coller',
    where: 'Où la coller',
    wordpress: 'WordPress',
    wordpressText:
      'Une extension pour en-têtes et pieds de page («\u202fWPCode\u202f», par exemple) a un champ «\u202fFooter\u202f»\u202f: collez-y la ligne et enregistrez.',
    html: 'Un site en HTML simple',
    htmlText:
      'Avant </body>, à la fin de chaque page, ou une seule fois dans le modèle que toutes les pages partagent.',
    others: 'Wix, Squarespace, Webflow, Shopify et autres',
    othersText:
      'Cherchez «\u202fcode personnalisé\u202f» dans les réglages du site, en fin de page, pour toutes les pages.',
    more: 'D’autres endroits, dans le guide',
    local:
      'La ligne contient une adresse que seul cet ordinateur connaît. Saisissez d’abord l’adresse publique à l’étape «\u202fSite\u202f».',
    look: 'Regarder mon site',
    lookLead: 'Une fois la ligne en place, Guichet ouvre la page et dit si la discussion peut s’y afficher.',
    siteField: 'Adresse de la page',
    siteHint: 'Par exemple www.example.com',
    submit: 'La regarder',
    looking: 'Guichet regarde la page…',
    empty: 'Saisissez l’adresse d’une page.',
    result: 'Ce que Guichet a trouvé',
    lookedAt: (a) => `Sur ${a.url}`,
    unreadable: 'La page n’a pas pu être lue.',
    found: 'La ligne est dans la page.',
    missing: 'La ligne n’est pas dans la page.',
    missingMeans:
      'Si vous venez de la mettre\u202f: videz le cache du site. Si elle est ajoutée par un gestionnaire de balises, Guichet ne peut pas la voir\u202f; ouvrez la page et regardez.',
    unknown: 'Impossible de dire d’ici si la ligne est dans la page.',
    unknownMeans:
      'Des scripts construisent cette page, et Guichet ne voit pas ce qu’ils y ajoutent ensuite. Ouvrez la page et regardez si la discussion y est.',
    'other-server': 'La page affiche une discussion, mais d’un autre serveur.',
    otherServerMeans: 'Remplacez la ligne de la page par celle ci-dessus.',
    policy: {
      none: 'Rien dans la politique de sécurité de la page n’empêche la discussion.',
      allows: 'La politique de sécurité de la page autorise la discussion.',
      blocks: 'La politique de sécurité de la page empêche la discussion.',
    },
    policyMeans: (a) =>
      `Son en-tête Content-Security-Policy n’autorise pas ce dont la discussion a besoin (${a.directives}). La personne qui gère le site ajoute ceci\u202f:`,
    allowed: 'Guichet autorise ce site à afficher la discussion.',
    notAllowed: 'Ce site n’est pas dans la liste de ceux qui peuvent afficher la discussion.',
    allow: (a) => `Autoriser ${a.origin}`,
    allowing: 'Autorisation…',
    allIsWell: 'Tout va bien\u202f: la discussion s’affiche sur cette page.',
    finish: 'Terminer',
  },

  finished: {
    heading: 'Guichet est prêt',
    lead: 'La discussion est en place. Ces pages vous aident pour la suite\u202f:',
    practiceLead: 'La discussion peut être essayée. Les réponses viennent encore du serveur d’essai.',
    diagnosis: 'Diagnostic',
    diagnosisText: 'Si un jour aucune réponse ne vient\u202f: ce qui ne va pas, à qui d’agir, où cliquer.',
    keys: 'Clés',
    keysText: 'La clé en service, une autre à sa place, et ce qu’elle peut atteindre.',
    settings: 'Réglages',
    settingsText: 'Chaque réglage, avec sa valeur et sa provenance.',
    guide: 'Guide',
    guideText: 'Comment fonctionnent les clés d’Open WebUI, et chaque message expliqué.',
    again: 'Reprendre la mise en route',
    connect: 'Relier mon Open WebUI',
  },
};
