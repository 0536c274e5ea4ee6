import type { WizardTexts } from './wizard-texts.ts';

export const wizardFr: WizardTexts = {
  address: {
    empty: 'Saisissez l’adresse à laquelle vous ouvrez Open WebUI dans votre navigateur.',
    secret:
      'Ceci contient une clé, pas seulement une adresse. Rien n’a été cherché ni envoyé où que ce soit. La clé a sa place à l’étape suivante.',
    password: 'Cette adresse contient un nom d’utilisateur et un mot de passe. Saisissez-la sans eux.',
    none: 'Ce n’est pas une adresse web. Elle ressemble à https://chat.example.com.',
    forbidden:
      'Cette adresse est celle de la carte réseau de la machine ou du nuage qui l’héberge, pas celle d’un Open WebUI. Rien ne lui a été demandé.',
    leftOut: (behind) => `Laissé de côté\u202f: ${behind}. Guichet n’a besoin que du début de l’adresse.`,
    schemeAdded: (scheme) => `Ajouté devant\u202f: ${scheme}`,
  },
  site: {
    unreadable: {
      none: 'Ce n’est pas une adresse web. Elle ressemble à https://www.example.com/contact.',
      forbidden:
        'Cette adresse est celle de la carte réseau de la machine ou du nuage qui l’héberge, pas celle d’un site. Rien ne lui a été demandé.',
      'not-found': 'Ce nom est introuvable. Vérifiez son orthographe.',
      refused: 'Rien ne répond à cette adresse.',
      timeout: 'La page n’a pas répondu en huit secondes.',
      certificate:
        'Le certificat de la page n’est pas accepté. Les navigateurs de vos visiteurs les en avertissent aussi.',
      'too-many-redirects': 'La page renvoie à une autre plus de cinq fois.',
      'redirect-elsewhere': 'La page renvoie à ce qui n’est pas une adresse web.',
      'no-page': 'Ce qui répond là n’est pas une page web.',
      broken: 'La réponse s’est interrompue et n’a pas pu être lue.',
    },
    status: (status) => `La page répond par ${status}\u202f: vos visiteurs ne la voient peut-être pas comme prévu.`,
    missing: (snippet) => `La ligne n’est pas sur cette page. Placez-la avant </body>\u202f: ${snippet}`,
    unknown: (snippet) =>
      `Cette page est assemblée par des scripts dans le navigateur, on ne peut donc pas voir d’ici si la ligne y est. Ouvrez-la et cherchez la bulle. Voici la ligne\u202f: ${snippet}`,
    otherServer: (found, snippet) =>
      `La ligne de cette page mène à ${found}, pas à ce Guichet. Remplacez-la par\u202f: ${snippet}`,
    policy: (line) =>
      `La personne qui gère le site la règle sous le nom de Content-Security-Policy. Il faut qu’elle contienne\u202f: ${line}`,
    policyNonce: (line) =>
      `La politique de sécurité de la page (Content-Security-Policy) n’accepte que les scripts porteurs de son mot à usage unique. Écrivez la ligne ainsi\u202f: ${line}`,
    policySandbox:
      'La politique de sécurité de la page (sandbox) interdit les scripts. La discussion ne peut pas y fonctionner.',
    policyTrustedTypes: (line) =>
      `La politique de sécurité de la page n’accepte que des sources de scripts nommées (Trusted Types). Modifiez-la pour qu’elle contienne\u202f: ${line}`,
    originMissing: (origin) =>
      `Ce site ne peut pas encore afficher la discussion. Ajoutez ${origin} aux sites qui le peuvent.`,
    mixedContent:
      'La page arrive par https et ce Guichet par http, les navigateurs ne le chargeront donc pas. Donnez à Guichet une adresse en https.',
  },
};
