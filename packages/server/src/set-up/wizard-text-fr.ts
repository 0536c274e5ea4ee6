import type { WizardTexts } from './wizard-texts.ts';

export const wizardFr: WizardTexts = {
  address: {
    empty: 'Saisissez l’adresse que votre navigateur affiche quand vous utilisez Open WebUI.',
    secret:
      'Ceci contient une clé, pas seulement une adresse. Rien n’a été envoyé. Saisissez la clé à l’étape suivante.',
    password: 'Cette adresse contient un nom d’utilisateur et un mot de passe. Saisissez-la sans eux.',
    none: 'Saisissez une adresse web, par exemple https://chat.example.com.',
    forbidden:
      'Guichet ne contacte jamais ce type d’adresse\u202f: elle appartient à la carte réseau du serveur ou à son hébergeur. Saisissez l’adresse d’Open WebUI.',
    leftOut: (behind) => `Guichet a retiré ${behind}\u202f: il n’a besoin que du début de l’adresse.`,
    schemeAdded: (scheme) => `Guichet a ajouté ${scheme} au début.`,
  },
  site: {
    unreadable: {
      none: 'Saisissez une adresse web, par exemple https://www.example.com/contact.',
      forbidden:
        'Guichet ne contacte jamais ce type d’adresse\u202f: elle appartient à la carte réseau du serveur ou à son hébergeur. Saisissez l’adresse de votre site.',
      'not-found': 'Ce nom est introuvable. Vérifiez son orthographe.',
      refused: 'Rien ne répond à cette adresse.',
      timeout: 'La page n’a pas répondu en huit secondes.',
      certificate:
        'Le certificat de la page n’est pas valide. Les navigateurs de vos visiteurs affichent aussi un avertissement.',
      'too-many-redirects': 'La page redirige plus de cinq fois.',
      'redirect-elsewhere': 'La page redirige vers autre chose qu’une adresse web.',
      'no-page': 'Cette adresse ne donne pas de page web.',
      broken: 'La connexion a été coupée avant la fin de la page.',
    },
    status: (status) => `La page répond par le statut ${status}. Vos visiteurs ne la voient peut-être pas comme prévu.`,
    missing: (snippet) => `La ligne n’est pas dans cette page. Collez-la avant </body>\u202f: ${snippet}`,
    unknown: (snippet) =>
      `Des scripts construisent cette page dans le navigateur\u202f: Guichet ne peut pas savoir si la ligne y est. Ouvrez la page et cherchez la bulle de discussion. Voici la ligne\u202f: ${snippet}`,
    otherServer: (found, snippet) =>
      `La ligne de cette page mène à ${found}, pas à ce Guichet. Remplacez-la par\u202f: ${snippet}`,
    policy: (line) =>
      `Le propriétaire du site définit cette politique dans Content-Security-Policy. Elle doit contenir\u202f: ${line}`,
    policyNonce: (line) =>
      `La politique de sécurité de la page (Content-Security-Policy) n’accepte que les scripts qui portent son nonce. Écrivez la ligne ainsi\u202f: ${line}`,
    policyPictures: (line) =>
      `La politique de sécurité de la page (Content-Security-Policy) bloque les images des hôtes que vous autorisez dans les réponses. Pour les afficher, ajoutez\u202f: ${line}`,
    policySandbox:
      'La politique de sécurité de la page (sandbox) interdit les scripts. La discussion ne peut pas y fonctionner.',
    policyTrustedTypes: (line) =>
      `La politique de sécurité de la page n’accepte que des sources de scripts nommées (Trusted Types). Ajoutez-y ceci\u202f: ${line}`,
    originMissing: (origin) =>
      `Cette page ne peut pas encore afficher la discussion. Ajoutez ${origin} aux origines autorisées.`,
    mixedContent:
      'La page est en https et Guichet en http\u202f: les navigateurs bloquent la discussion. Donnez à Guichet une adresse en https.',
  },
};
