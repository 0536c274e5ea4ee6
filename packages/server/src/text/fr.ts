import type { ServerTexts } from './server-texts.ts';

export const fr: ServerTexts = {
  welcome: {
    title: 'Guichet fonctionne',
    heading: 'Guichet fonctionne.',
    lead: 'La discussion en bas de cette page est celle que verront vos visiteurs. Posez-lui une question.',
    practiceHeading: 'Les réponses viennent du serveur d’essai.',
    practice:
      'Aucun Open WebUI n’est encore relié, un remplaçant répond donc à sa place. Pour mettre ici votre propre assistant, écrivez ces deux lignes dans un fichier nommé .env, à côté de package.json, puis relancez Guichet\u202f:',
    embedHeading: 'Mettez-le sur votre site',
    embed: 'Copiez cette ligne à la fin de votre page, avant </body>\u202f:',
    origins:
      'Les autres sites que celui-ci doivent figurer dans GUICHET_ALLOWED_ORIGINS, par exemple https://www.example.com.',
  },
  practice: {
    assistantName: 'Guide de Guichet',
    suggestions: [
      'À quoi sert Guichet\u202f?',
      'Quelle clé me faut-il, celle en sk- ou celle en eyJ\u202f?',
      'Comment le mettre sur ma page\u202f?',
    ],
  },
  start: {
    listening: (address) => `Guichet écoute sur ${address}`,
    practice: (version) =>
      `OPENWEBUI_URL n’est pas défini\u202f: les réponses viennent du serveur d’essai, qui se comporte comme Open WebUI ${version}.`,
    keyMissing:
      'OPENWEBUI_URL est défini mais pas OPENWEBUI_API_KEY\u202f: les visiteurs lisent que l’assistant n’est pas encore installé. Dans Open WebUI\u202f: Réglages > Compte > Clés API.',
    masterKeyCreated: (file) =>
      `Une clé maîtresse a été créée dans ${file}. Elle se trouve à côté de ce qu’elle protège\u202f: qui copie le dossier de données a les deux. Pour les séparer, déplacez son contenu dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    masterKeyInData: (file) =>
      `La clé maîtresse est lue dans ${file}, à côté de ce qu’elle protège. Pour les séparer, déplacez son contenu dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    orphans: (count) =>
      count <= 1
        ? 'Une réponse a été coupée par le dernier arrêt\u202f; ce qui en existait est gardé et marqué comme interrompu.'
        : `${count} réponses ont été coupées par le dernier arrêt\u202f; ce qui en existait est gardé et marqué comme interrompu.`,
    stopping: 'Arrêt\u202f: les réponses en cours se terminent d’abord, pendant 25 secondes au plus.',
    stopped: 'Arrêté.',
    portTaken: (port) =>
      `Le port ${port} est utilisé par un autre programme. Arrêtez celui-ci, ou donnez un autre numéro à PORT.`,
    dataDirUnusable: (folder, reason) =>
      `Le dossier de données ${folder} est inutilisable (${reason}). Donnez-lui le droit d’écriture, ou choisissez un autre dossier avec GUICHET_DATA_DIR.`,
  },
};
