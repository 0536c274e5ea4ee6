import type { Texts } from '../texts.ts';

export const diagnosis: Texts['diagnosis'] = {
  title: 'Diagnostic',
  toMend: (a) => `Depuis le diagnostic\u202f: ${a.what}`,
  seeWhether: 'Voir si c’est réparé',
  signInLead:
    'Guichet dit ici pourquoi aucune réponse ne vient, à qui d’agir, et où cliquer. Il ne le montre qu’aux personnes qui l’exploitent\u202f: connectez-vous, et le diagnostic commence de lui-même.',

  unreachable: {
    heading: 'Ce qui peut être dit d’ici',
    asking: 'Guichet demande si son serveur est là…',
    silent:
      'Le serveur de Guichet ne répond pas du tout à ce navigateur. Il est arrêté, ou quelque chose entre ce navigateur et lui est rompu.',
    other:
      'Ce qui répond n’est pas le serveur de Guichet\u202f: le proxy placé devant lui est peut-être mal dirigé, ou le serveur redémarre.',
    alive: 'Le serveur de Guichet fonctionne.',
    ready: 'Il dit pouvoir servir les visiteurs.',
    notReady: 'Il dit ne pas pouvoir servir les visiteurs\u202f:',
    reason: {
      'storage-unavailable': 'Il ne peut ni lire ni écrire ses données.',
      'not-configured': 'Il n’a pas de clé utilisable pour Open WebUI.',
      'open-webui-unreachable': 'Il n’atteint pas Open WebUI.',
      'credential-refused': 'Open WebUI refuse sa clé.',
      'shutting-down': 'Il est en train de s’arrêter.',
    },
    commandHeading: 'Sans cette page',
    command: 'Sur le serveur, dans le dossier de Guichet, le même diagnostic se fait par une commande\u202f:',
    container: 'Avec Docker Compose\u202f:',
  },
};
