import type { Texts } from '../texts.ts';

export const diagnosis: Texts['diagnosis'] = {
  title: 'Diagnostic',
  toMend: (a) => `Depuis le diagnostic\u202f: ${a.what}`,
  seeWhether: 'Voir si c’est réparé',
  signInLead:
    'Le diagnostic montre pourquoi vos visiteurs n’ont pas de réponse, à qui d’agir et où cliquer. Il commence dès que vous êtes connecté.',

  unreachable: {
    heading: 'Ce que voit ce navigateur',
    asking: 'Vérification du serveur de Guichet…',
    silent:
      'Le serveur de Guichet ne répond pas à ce navigateur. Il est arrêté, ou la liaison est coupée entre ce navigateur et lui.',
    other:
      'La réponse ne vient pas du serveur de Guichet. Il redémarre peut-être, ou un proxy placé devant lui est mal configuré.',
    alive: 'Le serveur de Guichet fonctionne.',
    ready: 'Il est prêt à servir les visiteurs.',
    notReady: 'Il ne peut pas servir les visiteurs\u202f:',
    reason: {
      'storage-unavailable': 'Il ne peut ni lire ni écrire ses données.',
      'not-configured': 'Il n’a pas de clé utilisable pour Open WebUI.',
      'open-webui-unreachable': 'Il ne parvient pas à joindre Open WebUI.',
      'credential-refused': 'Open WebUI refuse sa clé.',
      'shutting-down': 'Il est en train de s’arrêter.',
    },
    commandHeading: 'Sans cette page',
    command: 'Sur le serveur, dans le dossier de Guichet, lancez le même diagnostic par une commande\u202f:',
    container: 'Avec Docker Compose\u202f:',
  },
};
