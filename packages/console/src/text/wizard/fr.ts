import type { WizardTexts } from './texts.ts';

export const fr: WizardTexts = {
  steps: 'Étapes de la mise en route',
  stepOf: (a) => `Étape ${a.place} sur ${a.count}\u202f: ${a.name}`,
  skipped: 'pas nécessaire',
  goOn: 'Continuer',
  goingOn: 'Un instant…',
  leave: 'Continuer plus tard',
  notKept: 'Votre progression n’a pas pu être enregistrée. Vous pouvez continuer quand même.',
  notLoaded: 'Votre progression ne peut pas être affichée pour le moment.',

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
    lead: 'Le lien que vous avez ouvert ne sert qu’une fois. Ensuite, vous vous connecterez avec ce mot de passe.',
    isSet: 'Vous avez un mot de passe.',
    isSetMeans: 'Vous pouvez le garder ou en choisir un autre.',
    other: 'En choisir un autre',
  },

  address: {
    heading: 'Où se trouve votre Open WebUI\u202f?',
    lead: 'Collez l’adresse que votre navigateur affiche quand vous utilisez Open WebUI. Guichet en garde la partie utile.',
    field: 'Adresse d’Open WebUI',
    example: 'Par exemple https://chat.example.com',
    checking: 'Vérification de cette adresse…',
    works: (a) =>
      a.version === '' ? 'Open WebUI répond à cette adresse.' : `Open WebUI ${a.version} répond à cette adresse.`,
    notAnAddress: 'Saisissez une adresse web, par exemple https://chat.example.com',
    isKey: 'Cela ressemble à une clé. Saisissez-la à l’étape suivante. Rien n’a été envoyé.',
    notYet: 'Guichet ne peut pas encore utiliser cette adresse.',
    kept: (a) => `Sera enregistrée ainsi\u202f: ${a.address}`,
    checkAgain: 'Vérifier de nouveau',
    wait: 'Vous pourrez continuer dès qu’Open WebUI répondra à cette adresse.',
    empty: 'Saisissez une adresse, ou continuez avec le serveur d’essai.',
    practiceHeading: 'Pas encore d’Open WebUI\u202f?',
    practice: 'Guichet contient un serveur d’essai qui se comporte comme lui. Vous pourrez relier le vôtre plus tard.',
    practiceGo: 'Continuer avec le serveur d’essai',
  },

  credential: {
    heading: 'La clé de votre Open WebUI',
    lead: 'Guichet a besoin d’une clé pour interroger Open WebUI. Elle reste sur votre serveur\u202f; vos visiteurs ne la voient jamais.',
    ways: 'Comment voulez-vous procéder\u202f?',
    way: {
      'set-up': 'Mise en place automatique',
      'sign-in': 'Me connecter et laisser Guichet récupérer la clé',
      key: 'J’ai une clé',
    },
    wayHint: {
      'set-up':
        'Pour les administrateurs d’Open WebUI. Guichet crée son propre compte, et vous voyez d’abord chaque étape.',
      'sign-in': 'Si vous avez un compte dans Open WebUI, de préférence créé pour Guichet.',
      key: 'Collez une clé d’Open WebUI. Guichet vous dit tout de suite si ce n’est pas le bon type.',
    },
    wait: 'Vous pourrez continuer dès qu’Open WebUI acceptera une clé.',
    another: 'Utiliser une autre clé',
  },

  model: {
    heading: 'Quel modèle doit répondre\u202f?',
    lead: 'Votre clé peut utiliser ces modèles dans Open WebUI.',
    list: 'Modèles',
    filter: 'Chercher par nom',
    noMatch: 'Aucun modèle ne correspond.',
    suggests: 'Questions proposées\u202f:',
    quoted: (a) => `«\u202f${a.text}\u202f»`,
    loading: 'Guichet demande ses modèles à Open WebUI…',
    choose: 'Choisissez d’abord un modèle.',
    none: 'Il n’y a aucun modèle à choisir.',
    noneMeans: 'La clé ne peut en utiliser aucun. Dans Open WebUI, partagez un modèle avec le compte de la clé.',
    failed: 'La liste des modèles ne peut pas être affichée pour le moment.',
    lookAgain: 'Réessayer',
    toDiagnosis: 'Voir pourquoi dans le diagnostic',
  },

  place: {
    heading: 'Où afficher la discussion\u202f?',
    lead: 'Saisissez deux adresses\u202f: celle de ce serveur et celle de votre site.',
    publicUrl: 'Adresse publique de Guichet',
    publicUrlHint: 'Les navigateurs de vos visiteurs joignent ce serveur à cette adresse.',
    proposed: 'C’est l’adresse de la page que vous avez ouverte.',
    isLocal:
      'Cette adresse ne fonctionne que sur cet ordinateur. Elle suffit pour essayer\u202f; vos visiteurs ont besoin d’une adresse accessible depuis Internet.',
    isHttp:
      'Cette adresse n’est pas chiffrée. Un site en https ne peut pas afficher une discussion en http. Placez devant Guichet un proxy avec un certificat.',
    origins: 'Votre site',
    originsLead:
      'Seules les origines de cette liste peuvent afficher la discussion. Une origine est le début d’une adresse, par exemple https://www.example.com.',
    originField: 'Adresse de votre site',
    originHint: 'Par exemple www.example.com',
    add: 'Ajouter',
    added: (a) => `${a.origin} a été ajouté.`,
    cleaned: (a) => `Guichet n’utilise que le début\u202f: ${a.origin}`,
    listed: 'Origines autorisées',
    remove: (a) => `Retirer ${a.origin}`,
    removed: (a) => `${a.origin} a été retiré.`,
    alsoTwin: (a) => `Ajouter aussi ${a.origin}`,
    noneYet: 'Aucune pour l’instant. En attendant, la discussion ne fonctionne que sur les pages de Guichet.',
    problem: {
      empty: 'Saisissez une adresse.',
      'not-an-address': 'Saisissez une adresse web, par exemple https://www.example.com',
      'has-password': 'Cette adresse contient un nom d’utilisateur ou un mot de passe. Retirez-le.',
      'wrong-scheme': 'L’adresse doit commencer par https:// ou http://',
      twice: 'Cette origine est déjà dans la liste.',
    },
    notSaved: 'Rien n’a été enregistré.',
  },

  try: {
    heading: 'Essayez',
    lead: 'Voici la discussion que verront vos visiteurs. Posez une question.',
    practice:
      'Les réponses viennent du serveur d’essai. Quand vous serez prêt, reliez votre Open WebUI à l’étape «\u202fAdresse\u202f».',
    works: 'La discussion fonctionne.',
    worksMeans: 'Tout fonctionne\u202f: le widget, Guichet, Open WebUI et le modèle.',
    failed: 'Il n’y a pas eu de réponse.',
    failedMeans: (a) =>
      a.ref === ''
        ? 'Le diagnostic vérifie chaque élément et montre lequel est en panne.'
        : `Le diagnostic vérifie chaque élément et montre lequel est en panne. Référence\u202f: ${a.ref}`,
    toDiagnosis: 'Voir pourquoi',
    lost: 'La discussion n’a pas pu être chargée.',
    lostMeans: 'Le serveur de Guichet ne l’a pas envoyée. Consultez son journal, ou rechargez cette page.',
    without: 'Continuer sans réponse',
    chat: 'Discussion d’essai',
  },

  snippet: {
    heading: 'Placez-la sur votre site',
    lead: 'Cette ligne affiche la discussion. Ajoutez-la à chaque page où elle doit apparaître.',
    code: 'La ligne à coller',
    where: 'Où la coller',
    wordpress: 'WordPress',
    wordpressText:
      'Utilisez une extension pour en-têtes et pieds de page, par exemple «\u202fWPCode\u202f». Collez la ligne dans son champ «\u202fFooter\u202f» et enregistrez.',
    html: 'HTML simple',
    htmlText:
      'Collez-la avant </body> dans chaque page, ou une seule fois dans le gabarit que toutes les pages partagent.',
    others: 'Wix, Squarespace, Webflow, Shopify et autres',
    othersText:
      'Dans les réglages du site, cherchez «\u202fcode personnalisé\u202f». Ajoutez la ligne en fin de page, pour toutes les pages.',
    more: 'D’autres façons de faire dans le guide',
    local:
      'L’adresse de cette ligne ne fonctionne que sur cet ordinateur. Saisissez d’abord l’adresse publique à l’étape «\u202fSite\u202f».',
    look: 'Vérifier mon site',
    lookLead: 'Une fois la ligne en place, Guichet charge la page et vérifie si la discussion peut s’y afficher.',
    pageField: 'Adresse de la page',
    pageHint: 'Par exemple www.example.com',
    submit: 'Vérifier la page',
    looking: 'Vérification de la page…',
    empty: 'Saisissez l’adresse d’une page.',
    result: 'Ce que Guichet a trouvé',
    lookedAt: (a) => `Sur ${a.url}`,
    unreadable: 'Guichet n’a pas pu lire la page.',
    found: 'La ligne est dans la page.',
    missing: 'La ligne n’est pas dans la page.',
    missingMeans:
      'Si vous venez de l’ajouter, videz le cache du site. Si un gestionnaire de balises l’ajoute, Guichet ne peut pas la voir\u202f: ouvrez la page et cherchez la discussion.',
    unknown: 'Guichet ne peut pas savoir si la ligne est dans la page.',
    unknownMeans:
      'Des scripts construisent cette page, et Guichet ne voit pas ce qu’ils ajoutent. Ouvrez la page et cherchez la discussion.',
    'other-server': 'La page affiche la discussion d’un autre serveur.',
    otherServerMeans: 'Remplacez la ligne de la page par celle ci-dessus.',
    policy: {
      none: 'Aucune politique de sécurité de la page ne bloque la discussion.',
      allows: 'La politique de sécurité de la page autorise la discussion.',
      blocks: 'La politique de sécurité de la page bloque la discussion.',
    },
    policyMeans: (a) =>
      `Son en-tête Content-Security-Policy n’autorise pas ce dont la discussion a besoin (${a.directives}). Ajoutez ceci à l’en-tête\u202f:`,
    allowed: 'Guichet autorise cette origine à afficher la discussion.',
    notAllowed: 'Guichet n’autorise pas encore cette origine à afficher la discussion.',
    allow: (a) => `Autoriser ${a.origin}`,
    allowing: 'Autorisation…',
    allIsWell: 'Aucun problème\u202f: la discussion peut s’afficher sur cette page.',
    finish: 'Terminer',
  },

  finished: {
    heading: 'Guichet est prêt',
    lead: 'La discussion est en place. Ces pages vous aident pour la suite\u202f:',
    practiceLead: 'Vous pouvez essayer la discussion. Les réponses viennent encore du serveur d’essai.',
    diagnosis: 'Diagnostic',
    diagnosisText: 'Si un jour les réponses s’arrêtent\u202f: ce qui ne va pas, à qui d’agir, où cliquer.',
    keys: 'Clés',
    keysText: 'Voir la clé actuelle, la remplacer et vérifier ce qu’elle peut atteindre.',
    settings: 'Réglages',
    settingsText: 'Chaque réglage, avec sa valeur et sa provenance.',
    guide: 'Guide',
    guideText: 'Comment fonctionnent les clés d’Open WebUI, et ce que dit chaque message.',
    again: 'Reprendre la mise en route',
    connect: 'Relier mon Open WebUI',
  },
};
