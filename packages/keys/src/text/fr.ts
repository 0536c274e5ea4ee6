import type { KeyTexts } from './key-texts.ts';
import { NOUNS as ALL_NOUNS, frenchOf as of } from './kind-name.ts';

const NOUNS = ALL_NOUNS.fr;

export const fr: KeyTexts = {
  special: {
    'open-webui-api-key': 'Ceci ressemble à une clé API d’Open WebUI.',
    'private-key': 'Ceci est la clé privée d’un serveur ou d’une personne.',
    'url-with-password': 'Ceci est une adresse qui contient un nom d’utilisateur et un mot de passe.',
    'open-webui-pipelines': 'Ceci est le mot de passe par défaut de tout serveur Open WebUI Pipelines.',
    'aws-access-key': 'Ceci est l’identifiant d’une clé d’accès AWS, pas le secret lui-même.',
    jwt: 'Ceci est un jeton (eyJ…) qui ne vient pas d’Open WebUI.',
    'sk-unknown': 'Ceci commence comme une clé (sk-), mais ne correspond à aucun type de clé que Guichet connaît.',
    uuid: 'Ceci est un identifiant (UUID), pas une clé.',
    hex32: 'Ce sont 32 chiffres hexadécimaux, sans le sk- par lequel commence une clé d’Open WebUI.',
    hex64: 'Ce sont 64 chiffres hexadécimaux, comme dans bien des clés et des sommes de contrôle.',
  },
  known: ({ noun, owner }, confidence) =>
    ({
      certain: `Ceci est ${NOUNS[noun]} ${of(owner)}.`,
      probable: `Ceci est très probablement ${NOUNS[noun]} ${of(owner)}.`,
      possible: `Ceci pourrait être ${NOUNS[noun]} ${of(owner)}.`,
    })[confidence],
  session: 'Ceci est un jeton de session d’Open WebUI, pas une clé API.',
  internalSession: 'Ceci est un jeton qu’Open WebUI donne à ses propres automatisations.',
  sessionEnded: (date) => `Ceci est un jeton de session d’Open WebUI, expiré depuis le ${date}.`,
  noKey: {
    missing: 'Il n’y a pas encore de clé ici.',
    placeholder: 'Ceci est un exemple, pas une clé.',
    masked: 'Une partie de cette clé est masquée.',
    truncated: 'Cette clé est incomplète.',
    several: 'Ce texte contient plusieurs clés différentes.',
    unknown: 'Ceci ne correspond à aucun type de clé que Guichet connaît.',
  },
  looksLike: ({ noun, owner }) => `Le début est celui d’${NOUNS[noun]} ${of(owner)}.`,

  meaning: {
    'open-webui-api-key': () =>
      'Elle n’expire pas et a tous les droits de son propriétaire. Essayez-la pour savoir si Open WebUI l’accepte.',
    provider: (owner) =>
      `Cette valeur permet à Open WebUI de parler à ${owner}, mais pas à Guichet de parler à Open WebUI : vos visiteurs n’auraient pas de réponse.`,
    'provider-administration': (owner) =>
      `Elle gère toute une organisation chez ${owner}. Rien de ce qui répond à vos visiteurs n’en a besoin.`,
    app: (owner) =>
      `C’est un accès à ${owner}. Open WebUI ne le connaît pas : vos visiteurs n’auraient pas de réponse.`,
    'private-key': () =>
      'Elle prouve l’identité d’un serveur ou d’une personne. Rien de ce qui répond à vos visiteurs n’en a besoin.',
    'url-with-password': () =>
      'Elle donne accès à la base de données ou au serveur qu’elle nomme, et ne permet pas à Guichet de parler à Open WebUI.',
    public: (owner) =>
      `Cette valeur est faite pour être publique : rien n’est perdu. Elle appartient à ${owner} et ne permet pas à Guichet de parler à Open WebUI.`,
    'guichet-client': () =>
      'Elle permet à d’autres programmes de parler à Guichet. Elle ne permet pas à Guichet de parler à Open WebUI.',
    hint: () =>
      'Beaucoup de valeurs ressemblent à celle-ci : Guichet ne peut pas savoir ce que c’est. Une clé d’Open WebUI se compose de sk- et de 32 chiffres ou lettres de a à f.',
  },
  sameShape: (owner) => `Les clés ${of(owner)} peuvent avoir la même apparence.`,
  sessionEnds: (date) =>
    `Il fonctionne jusqu’au ${date} ; ensuite, vos visiteurs n’auront plus de réponse. Il cesse de fonctionner plus tôt si le mot de passe change.`,
  sessionEndsSoon: (date) => `Il expire bientôt, le ${date} ; ensuite, vos visiteurs n’auront plus de réponse.`,
  sessionNeverEnds:
    'Il n’a pas de date d’expiration, mais il cesse de fonctionner si le mot de passe ou le secret du serveur change. Vos visiteurs n’ont alors plus de réponse.',
  sessionIsOver: 'Open WebUI le refuse : vos visiteurs n’ont pas de réponse.',
  madeBy: {
    'up-to-0.8': 'Il vient d’un Open WebUI 0.8 ou plus ancien.',
    '0.9-to-0.11': 'Il vient d’un Open WebUI 0.9 à 0.11.',
    '0.12-or-later': 'Il vient d’un Open WebUI 0.12 ou plus récent.',
  },
  noKeyMeaning: {
    missing: 'Sans clé, Guichet ne peut pas parler à Open WebUI.',
    placeholder: 'Guichet ne peut pas parler à Open WebUI avec cette valeur.',
    masked: 'Les caractères masqués manquent : Guichet ne peut pas s’en servir.',
    truncated: 'Des caractères se sont perdus à la copie : Open WebUI la refuserait.',
    several: 'Guichet ne peut pas savoir laquelle est la bonne, et n’en utilise aucune.',
    unknown: 'Une clé d’Open WebUI se compose de sk- et de 32 chiffres ou lettres de a à f.',
  },

  next: {
    guichet: () => 'Sa place est ici. Guichet peut l’essayer maintenant.',
    'guichet-client': () => 'Sa place est dans le programme qui parle à Guichet.',
    'open-webui-connections': () =>
      'Sa place n’est pas ici, mais dans Open WebUI : Réglages > (Administrateur) Connexions.',
    'open-webui-web-search': () =>
      'Sa place n’est pas ici, mais dans Open WebUI : Réglages > (Administrateur) Recherche Web.',
    'open-webui-audio': () => 'Sa place n’est pas ici, mais dans Open WebUI : Réglages > (Administrateur) Audio.',
    'open-webui-documents': () =>
      'Sa place n’est pas ici, mais dans les réglages des documents d’Open WebUI, ou dans le programme qui s’en sert.',
    'provider-administration': (owner) =>
      `Laissez-la là où vous gérez ${owner}. Si d’autres peuvent lire le fichier ou le message d’où vous l’avez copiée, remplacez-la.`,
    'owning-app': (owner) => `Sa place n’est pas ici, mais dans le programme qui se sert ${of(owner)}.`,
    'owning-machine': () =>
      'Laissez-la sur la machine à laquelle elle appartient. Si d’autres ont pu la lire, remplacez-la.',
    'public-page': (owner) => `Sa place n’est pas ici, mais dans la page ou le programme qui se sert ${of(owner)}.`,
    'cannot-tell': () => 'Vérifiez d’où vous l’avez copiée.',
    nowhere: () => '',
  },
  ownKey: 'Votre clé d’Open WebUI se trouve sous Réglages > Compte > Clés API > Secrets : Afficher > Clé API.',
  replaceSession:
    'Laissez Guichet l’échanger contre une clé API, qui n’expire pas. Ou créez-en une dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Créer une nouvelle clé secrète.',
  noKeyNext: {
    missing:
      'Créez-en une dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Créer une nouvelle clé secrète.',
    placeholder:
      'Remplacez-la par la vraie clé. Dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Clé API.',
    masked:
      'Utilisez le bouton de copie à côté de la clé. Dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Copier la clé API.',
    truncated:
      'Copiez de nouveau la clé entière, avec le bouton de copie. Dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Copier la clé API.',
    several: 'Collez la clé d’Open WebUI seule, ou laissez son nom devant elle (OPENWEBUI_API_KEY=).',
    unknown: 'Regardez dans Open WebUI : Réglages > Compte > Clés API > Secrets : Afficher > Clé API.',
  },

  removed: (list) => `Ignoré : ${list}.`,
  removal: {
    'surrounding-space': 'des espaces autour',
    'invisible-characters': 'des caractères invisibles',
    'typographic-dashes': 'des tirets qu’un traitement de texte a changés',
    quotes: 'des guillemets',
    'line-breaks': 'des retours à la ligne',
    'inner-spaces': 'des espaces à l’intérieur',
    'scheme-word': 'le mot placé devant (Bearer)',
    'variable-name': 'le nom placé devant',
    comment: 'le commentaire placé après',
    'trailing-punctuation': 'la ponctuation placée après',
    'other-lines': 'd’autres lignes',
    'surrounding-words': 'les mots autour',
    encoding: 'l’encodage autour (Base64)',
    escapes: 'des caractères et codes d’échappement',
    'other-letters': 'des lettres d’un autre alphabet ou d’une autre largeur',
    repetition: 'une seconde copie',
    'excess-length': 'tout ce qui suit les 32 000 premiers caractères',
  },

  confidence: { certain: 'certain', probable: 'probable', possible: 'incertain' },
  facts: ({ length, lastTwo, fingerprint }) =>
    [
      length > 1 ? `${length} caractères` : `${length} caractère`,
      lastTwo && `finit par ${lastTwo}`,
      fingerprint && `empreinte ${fingerprint}`,
    ]
      .filter(Boolean)
      .join(' · '),
  issued: (date) => `Émis le ${date}.`,
  stayedHere: 'Vérifié ici seulement. Rien n’a été envoyé.',
};
